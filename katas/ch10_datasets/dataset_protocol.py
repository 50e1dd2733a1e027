"""The dataset protocol (§7.1.2, §10.5).

A map-style dataset is any object with ``__len__`` and ``__getitem__``: how many samples
there are, and the sample at an index with its target.  A transform is applied anew each time a
sample is asked for, so that random augmentation gives another image in every epoch.
"""

from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor
from torch.utils.data import Dataset


class ArrayDataset(Dataset):
    """Samples with their targets, each a list, a tensor, or another sequence.

    >>> dataset = ArrayDataset(["cat", "dog", "eel"], [0, 1, 2], transform=str.upper)
    >>> len(dataset), dataset[-1]
    (3, ('EEL', 2))

    It can be pickled if what it was given can, as the worker processes of a DataLoader need.
    """

    def __init__(
        self,
        samples: Sequence | Tensor,
        targets: Sequence | Tensor,
        transform: Callable[[Any], Any] | None = None,
    ):
        """Keep ``samples``, ``targets`` and ``transform``; None means no transform.

        Raises ValueError naming both lengths if they differ.
        """
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of samples."""
        raise NotImplementedError

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        """Return ``(sample, target)`` at ``index``, the sample transformed.

        Negative indices count from the end, as for a list.  Raises IndexError past either
        end.
        """
        raise NotImplementedError
