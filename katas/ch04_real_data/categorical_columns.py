"""Columns by their kind (§4.3.5).

Some columns measure: 20 degrees are 10 more than 10.  Some put in order: a score of 6 is better
than one of 5.  Both go into a model as the numbers they are.  A categorical column only names:
class 2 is no more than class 1.  It becomes one-hot, a column for each class.
"""

from torch import Tensor


def encode(table: Tensor, n_classes: dict[int, int]) -> Tensor:
    """Return ``table`` with its categorical columns one-hot, each in its place.

    ``table`` is [N, D] and float.  ``n_classes`` says by number which columns are categorical, and
    how many classes each has: their numbers are 0, 1, … up to that, whether they occur or not.
    Other columns stay as they are.  The result is a new table, of the same dtype.

    >>> encode(torch.tensor([[0.5, 2.0, 7.0], [1.5, 0.0, 8.0]]), {1: 3})
    tensor([[0.5000, 0.0000, 0.0000, 1.0000, 7.0000],
            [1.5000, 1.0000, 0.0000, 0.0000, 8.0000]])
    """
    raise NotImplementedError
