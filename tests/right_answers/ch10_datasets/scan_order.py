"""Right answers to ch10_datasets/scan_order, written differently."""

import torch
from torch.utils.data import Sampler

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "The scans are shuffled, in whatever order they were; and this one they are in.": [
        ("list(scans.values())", "sorted(scans.values())"),
    ],
    "A tensor of one whole number is an index of a list.": [
        ("in order.tolist()", "in order"),
    ],
}


@instead_of("ScanSampler")
class SortedByARandomRank(Sampler):
    def __init__(self, series_uids, generator):
        self.series_uids, self.generator = list(series_uids), generator

    def __len__(self):
        return len(self.series_uids)

    def __iter__(self):
        uids = sorted(set(self.series_uids))
        ranks = torch.randperm(len(uids), generator=self.generator).tolist()
        rank_of = dict(zip(uids, ranks, strict=True))
        indices = range(len(self.series_uids))
        return iter(sorted(indices, key=lambda index: rank_of[self.series_uids[index]]))


@instead_of("ScanSampler")
class ShuffledWithinAScanToo:
    def __init__(self, series_uids, generator):
        self.n_samples, self.generator = len(series_uids), generator
        uids = list(dict.fromkeys(series_uids))
        self.scan_of = torch.tensor([uids.index(uid) for uid in series_uids], dtype=torch.int64)
        self.n_scans = len(uids)

    def __len__(self):
        return self.n_samples

    def __iter__(self):
        for scan in torch.rand(self.n_scans, generator=self.generator).argsort().tolist():
            indices = (self.scan_of == scan).nonzero()[:, 0]
            order = torch.randperm(len(indices), generator=self.generator)
            yield from indices[order].tolist()
