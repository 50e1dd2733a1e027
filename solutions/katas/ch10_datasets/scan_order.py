from collections import defaultdict
from collections.abc import Iterator, Sequence

import torch
from torch.utils.data import Sampler


class ScanSampler(Sampler):
    def __init__(self, series_uids: Sequence[str], generator: torch.Generator):
        scans = defaultdict(list)
        for index, series_uid in enumerate(series_uids):
            scans[series_uid].append(index)
        self.scans = list(scans.values())
        self.generator = generator

    def __len__(self) -> int:
        return sum(len(indices) for indices in self.scans)

    def __iter__(self) -> Iterator[int]:
        order = torch.randperm(len(self.scans), generator=self.generator)
        for place in order.tolist():
            yield from self.scans[place]
