"""Transposing without copying (§3.8.2, §3.8.3).

To put the dimensions in another order, no number has to move: the new tensor is a view of the same
storage, with sizes and strides exchanged.  ``reshape`` and ``view`` do something else: they keep
the order of the numbers and cut it anew, so that the shape is right and the numbers are in the
wrong places.

What is returned here is a view: to write into it is to write into ``x``.
"""

from torch import Tensor


def transposed(x: Tensor) -> Tensor:
    """Return ``x``, [..., R, C], with its last two dimensions exchanged: [..., C, R].

    >>> transposed(torch.tensor([[4, 1], [5, 3], [2, 1]]))
    tensor([[4, 5, 2],
            [1, 3, 1]])
    """
    raise NotImplementedError


def dimensions_reversed(x: Tensor) -> Tensor:
    """Return ``x`` with its dimensions in reverse: [3, 4, 5] becomes [5, 4, 3]."""
    raise NotImplementedError


def last_to_front(x: Tensor) -> Tensor:
    """Return ``x`` with its last dimension first, the others in order: [H, W, C] to [C, H, W]."""
    raise NotImplementedError
