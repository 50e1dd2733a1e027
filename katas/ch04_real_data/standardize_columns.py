"""Columns on one scale (§4.3.5).

One column of a table runs from 0 to 1, the next one from 9 to 440: a model would hear little but
the second.  Each column is brought to a common scale by itself, in one of two ways.

``table`` is [N, D], N at least 2, of a floating-point dtype, which the new table has as well.
A column with the same number in all rows has no scale: it comes back as zeros, in both ways.
"""

from torch import Tensor


def standardize(table: Tensor) -> Tensor:
    """Return ``table`` with mean 0 and standard deviation 1 in each column.

    The standard deviation is that of ``torch.std``, with N - 1.

    >>> standardize(torch.tensor([[1.0, 70.0], [2.0, 70.0], [3.0, 70.0]]))
    tensor([[-1., 0.], [0., 0.], [1., 0.]])
    """
    raise NotImplementedError


def rescale(table: Tensor) -> Tensor:
    """Return ``table`` with the smallest number of each column at 0, the largest at 1 (§4.4.3)."""
    raise NotImplementedError
