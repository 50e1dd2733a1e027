"""Contiguous tensors (§3.8.4).

A tensor is contiguous if its numbers lie in the storage in the order in which they are read: row by
row, one after the other.  A transposed tensor is not, and ``view(-1)`` of it is an error: the
numbers have to be copied into that order first.  Copies cost time and memory, so what is contiguous
is not copied here.  ``x`` stays as it is.
"""

from torch import Tensor


def in_order(x: Tensor) -> Tensor:
    """Return ``x`` if it is contiguous, else a contiguous tensor of the same shape and numbers."""
    raise NotImplementedError


def in_one_row(x: Tensor) -> Tensor:
    """Return the numbers of ``x``, row by row, as a tensor of one dimension.

    If ``x`` is contiguous it is a view: to write into it is to write into ``x``.
    """
    raise NotImplementedError


def column_by_column(x: Tensor) -> Tensor:
    """Return the numbers of ``x``, [R, C], column by column, as a tensor of one dimension.

    If the transpose of ``x`` is contiguous it is a view.

    >>> column_by_column(torch.tensor([[4, 1], [5, 3], [2, 1]]))
    tensor([4, 5, 2, 1, 3, 1])
    """
    raise NotImplementedError
