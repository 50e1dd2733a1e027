"""Wrong answers to ch10_datasets/scan_order, as people write them."""

import itertools
import random

import torch
from torch.utils.data import Sampler

from katas._dojo.writing.mistakes import instead_of


@instead_of("ScanSampler")
class SortedThenShuffled(Sampler):
    """The indices are sorted by scan, and then all shuffled.

    Known: samples_shuffled.
    """

    def __init__(self, series_uids, generator):
        self.indices = sorted(range(len(series_uids)), key=lambda i: series_uids[i])
        self.generator = generator

    def __len__(self):
        return len(self.indices)

    def __iter__(self):
        for i in torch.randperm(len(self.indices), generator=self.generator):
            yield self.indices[int(i)]


@instead_of("ScanSampler")
class GroupedAsTheyCome(Sampler):
    """groupby is not given a sorted list, and len counts groups.

    Known: neighbours_only, as_long_as_there_are_scans.
    """

    def __init__(self, series_uids, generator):
        numbered = enumerate(series_uids)
        self.groups = [
            [index for index, _ in group]
            for _, group in itertools.groupby(numbered, key=lambda pair: pair[1])
        ]
        self.generator = generator

    def __len__(self):
        return len(self.groups)

    def __iter__(self):
        order = torch.randperm(len(self.groups), generator=self.generator).tolist()
        return itertools.chain.from_iterable(self.groups[n] for n in order)


@instead_of("ScanSampler")
class OneOrderForAll(Sampler):
    """The order is drawn when the sampler is made, by Python's own random numbers.

    Known: one_order_for_all_passes, numbers_from_elsewhere.
    """

    def __init__(self, series_uids, generator):
        by_uid = {}
        for i, uid in enumerate(series_uids):
            by_uid.setdefault(uid, []).append(i)
        groups = list(by_uid.values())
        random.shuffle(groups)
        self.indices = [i for group in groups for i in group]

    def __len__(self):
        return len(self.indices)

    def __iter__(self):
        return iter(self.indices)


@instead_of("ScanSampler")
class SortsTheList(Sampler):
    """The list that was given is sorted, and indices are places in the sorted one.

    Known: the_list_sorted.
    """

    def __init__(self, series_uids, generator):
        series_uids.sort()
        self.uids = sorted(set(series_uids))
        self.where = {uid: [] for uid in self.uids}
        for i, uid in enumerate(series_uids):
            self.where[uid].append(i)
        self.n = len(series_uids)
        self.generator = generator

    def __len__(self):
        return self.n

    def __iter__(self):
        for k in torch.randperm(len(self.uids), generator=self.generator).tolist():
            yield from self.where[self.uids[k]]


@instead_of("ScanSampler")
class AsTheSamplesFall(Sampler):
    """Scans come in the order in which shuffled samples name them.

    Known: large_scans_first.
    """

    def __init__(self, series_uids, generator):
        self.series_uids, self.generator = list(series_uids), generator

    def __len__(self):
        return len(self.series_uids)

    def __iter__(self):
        order = torch.randperm(len(self), generator=self.generator).tolist()
        for uid in dict.fromkeys(self.series_uids[index] for index in order):
            yield from (n for n, it in enumerate(self.series_uids) if it == uid)


@instead_of("ScanSampler")
class ShuffledByPython(Sampler):
    """Each pass has an order of its own, by Python's own random numbers.

    Known: pythons_random.
    """

    def __init__(self, series_uids, generator):
        self.series_uids = list(series_uids)

    def __len__(self):
        return len(self.series_uids)

    def __iter__(self):
        uids = list(dict.fromkeys(self.series_uids))
        random.shuffle(uids)
        for uid in uids:
            yield from (n for n, it in enumerate(self.series_uids) if it == uid)
