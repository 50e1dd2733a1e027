"""An order in which each scan is loaded once (§10.5.1).

A scan takes seconds to load, and there is room for few of them in memory.  If samples come in
any order, nearly each of them needs another scan.  So all samples of one scan come one after
the other, and only the order of the scans is left to chance.
"""

from collections.abc import Iterator, Sequence

import torch
from torch.utils.data import Sampler


class ScanSampler(Sampler):
    """The order of the samples, for ``DataLoader(dataset, sampler=ScanSampler(...))``."""

    def __init__(self, series_uids: Sequence[str], generator: torch.Generator):
        """``series_uids[i]`` is the scan of sample ``i``: they come in any order, and stay so.

        All chance comes from ``generator``.
        """
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of samples."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[int]:
        """Yield the index of each sample, an int, once, scan by scan.

        Each pass has the scans in a new random order, any order as likely as any other.
        """
        raise NotImplementedError
