"""A time series, day by day (§4.4.2).

The rows of the table follow one another in time, hour by hour; its columns say what was measured.
Cut into days, the numbers are [N, C, L]: N days, C channels, each of them L hours long.  That is
what a network wants that looks along time.
"""

from torch import Tensor


def by_day(table: Tensor, n_hours: int = 24) -> Tensor:
    """Return ``table``, [N * L, C], as days, [N, C, L], of L = ``n_hours`` rows each.

    >>> by_day(torch.tensor([[1, 10], [2, 20], [3, 30], [4, 40]]), n_hours=2)
    tensor([[[1, 2], [10, 20]], [[3, 4], [30, 40]]])
    """
    raise NotImplementedError


def with_one_hot(days: Tensor, channel: int, n_classes: int) -> Tensor:
    """Return ``days``, [N, C, L], with ``n_classes`` more channels after the others (§4.4.3).

    ``channel`` is the number of one that holds classes, such as the weather: whole numbers from 1
    to ``n_classes``, one for each hour.  The new channel C is 1 where the class is 1 and 0
    elsewhere, channel C + 1 is 1 where it is 2, and so on.  The dtype stays, and ``days`` too.
    """
    raise NotImplementedError
