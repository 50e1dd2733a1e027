"""Storage under a tensor (§3.8).

The numbers of a tensor lie in its storage, one after the other, whatever its shape.  Its offset is
the place of its first number there.  Its stride says, for each dimension, how many places further
the next number in that dimension lies: (2, 1) for points of shape [3, 2], two places to the next
row and one to the next column.  Several tensors may have one storage: they are views of it.
"""

from torch import Tensor


def position(x: Tensor, index: tuple[int, ...]) -> int:
    """Return the place of ``x[index]`` in the storage of ``x``: its first number is at 0."""
    raise NotImplementedError


def contiguous_stride(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return the stride of a new tensor of this shape, stored row by row; no size is 0.

    >>> contiguous_stride((3, 4, 5))
    (20, 5, 1)
    """
    raise NotImplementedError


def share_storage(a: Tensor, b: Tensor) -> bool:
    """Whether ``a`` and ``b``, neither empty, have one storage, wherever in it they begin."""
    raise NotImplementedError
