"""Means of groups (§4.3.6).

To see which columns tell good wines from bad ones, compare their means.  A mask, a tensor of bools
with one for each row, picks the rows of a group; ``&`` combines two masks.
"""

from torch import Tensor


def group_means(data: Tensor, target: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the means of the columns for three groups of rows: bad, middling, good.

    ``data`` is float, [N, D]; ``target`` is int64, [N]: the score of each row.  Bad are scores up
    to 3, good are those from 7 on, middling are those in between.  Each result is [D], in the dtype
    of ``data``.  A group without rows has no mean: it is NaN.

    >>> data = torch.tensor([[1.0, 60.0], [3.0, 20.0], [5.0, 40.0], [7.0, 30.0]])
    >>> group_means(data, torch.tensor([6, 3, 4, 9]))
    (tensor([3., 20.]), tensor([3., 50.]), tensor([7., 30.]))
    """
    raise NotImplementedError
