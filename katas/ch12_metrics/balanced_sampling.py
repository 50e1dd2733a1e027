"""A balanced data set (§12.4.1).

Of the candidates in the lungs one in 400 is a nodule, and most batches would hold none.  So
nodules, the positive ones, take turns with the others: at ratio 1 one of each, at ratio 2 one
nodule and then two others.  The nodules run out long before the others do, and begin again.
"""

from collections.abc import Sequence
from typing import Any

from torch.utils.data import Dataset


class BalancedDataset(Dataset):
    """Positive and negative samples in turn.

    ``positives`` and ``negatives`` hold at least one sample each.  With ``ratio`` r above 0 there
    are ``length`` samples: a positive one, r negative ones, the next positive one, and so on,
    each list in its own order and from its beginning again when it is used up.

    With ratio 0, as for validation, nothing is balanced: all positives, then all negatives, each
    once.  An index that is ``len`` or more is an IndexError, which ends a loop over the data set.
    """

    def __init__(self, positives: Sequence[Any], negatives: Sequence[Any], ratio: int, length: int):
        raise NotImplementedError

    def __len__(self) -> int:
        """Return how many samples there are."""
        raise NotImplementedError

    def __getitem__(self, index: int) -> Any:
        """Return the sample with this index, which is not negative."""
        raise NotImplementedError
