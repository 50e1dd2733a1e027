"""Indexing (§3.3).

A tensor is indexed in each dimension at once, ``points[0, 1]``.  A range, ``1:3``, stops before its
end, as in lists, and keeps its dimension; a single number drops it.  ``None`` puts in a dimension
of size 1, ``...`` stands for all dimensions that are not named, and a tensor of bools keeps what
stands where it is True.

``points`` is [N, D]: N points of D coordinates.  Dtypes are kept, and gradients flow back.
"""

from torch import Tensor


def rows(points: Tensor, first: int, last: int) -> Tensor:
    """Return the points from number ``first`` to ``last``, both included; the first has number 0.

    >>> rows(torch.tensor([[4, 1], [5, 3], [2, 1]]), 0, 1)
    tensor([[4, 1], [5, 3]])
    """
    raise NotImplementedError


def column(points: Tensor, number: int) -> Tensor:
    """Return one coordinate of all points, of shape [N, 1]; number -1 is the last."""
    raise NotImplementedError


def channel(images: Tensor, number: int) -> Tensor:
    """Return one channel, [..., H, W], of ``images``, [..., C, H, W]: of one image or of many."""
    raise NotImplementedError


def right_of(points: Tensor, x: float) -> Tensor:
    """Return the points whose first coordinate is larger than ``x``, of shape [how many, D]."""
    raise NotImplementedError
