"""Features apart from the target (§4.3.3).

A table holds both: the columns from which something is to be predicted, the features, and the
column that is to be predicted, the target.  A model that finds the target among its features has
nothing to learn.
"""

from torch import Tensor


def split_table(table: Tensor, column: int = -1) -> tuple[Tensor, Tensor]:
    """Return the features, then the target: all columns of ``table`` but one, and that one.

    ``table`` is float, of shape [N, D].  ``column`` is the number of the target's column; negative
    ones count from the end, -1 is the last.  The features are [N, D - 1], in the order of the
    table and in its dtype; the target holds classes, whole numbers, and becomes int64, of shape
    [N].

    >>> split_table(torch.tensor([[7.0, 0.5, 6.0], [6.3, 0.25, 5.0]]))
    (tensor([[7.0000, 0.5000], [6.3000, 0.2500]]), tensor([6, 5]))
    """
    raise NotImplementedError
