"""Views against clones (§3.7.2).

A slice of a list is a copy.  A slice of a tensor, ``points[1]`` or ``points[:2]``, is a view: it
has the same memory, and who writes into it writes into the tensor.  ``clone`` makes a copy.  An
index that is a list or a mask, ``points[[0, 2]]``, makes a copy too; on the left of ``=`` it says
where to write.

``points`` is [N, D], ``step`` is [D]: what is added to a point to move it.
"""

from torch import Tensor


def move(points: Tensor, number: int, step: Tensor) -> None:
    """Move one of ``points`` where it is: whoever holds the tensor, or a view of it, sees it."""
    raise NotImplementedError


def moved(points: Tensor, number: int, step: Tensor) -> Tensor:
    """Return a copy of ``points`` with one of them moved; ``points`` stays as it is.

    >>> moved(torch.tensor([[4.0, 1.0], [5.0, 3.0], [2.0, 1.0]]), 1, torch.tensor([5.0, 0.0]))
    tensor([[ 4.,  1.],
            [10.,  3.],
            [ 2.,  1.]])
    """
    raise NotImplementedError


def move_all(points: Tensor, numbers: list[int], step: Tensor) -> None:
    """Move those of ``points`` whose numbers are listed, each once, where they are."""
    raise NotImplementedError
