"""Right answers to ch10_datasets/dataset_protocol, written differently."""

import operator
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from torch.utils.data import Dataset, StackDataset

from katas._dojo.writing.mistakes import instead_of


@instead_of("ArrayDataset")
class WithoutABaseClass:
    def __init__(self, samples, targets, transform=None):
        n_samples, n_targets = len(samples), len(targets)
        if n_samples != n_targets:
            raise ValueError(f"lengths {n_samples} and {n_targets}")
        self._samples, self._targets, self._transform = samples, targets, transform

    def __len__(self):
        return len(self._targets)

    def __getitem__(self, index):
        n = len(self)
        if index < -n or index >= n:
            raise IndexError(index)
        index = index + n if index < 0 else index
        sample = self._samples[index]
        return (
            self._transform(sample) if self._transform is not None else sample,
            self._targets[index],
        )


@instead_of("ArrayDataset")
@dataclass
class ADataclass(Dataset):
    samples: Any
    targets: Any
    transform: Any = None

    def __post_init__(self):
        if len(self.samples) != len(self.targets):
            raise ValueError(f"{len(self.targets)} targets for {len(self.samples)} samples")

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        sample, target = self.samples[index], self.targets[index]
        return (sample, target) if self.transform is None else (self.transform(sample), target)


@instead_of("ArrayDataset")
class AListOfPairs(Dataset):
    def __init__(self, samples, targets, transform=None):
        try:
            self.pairs = list(zip(samples, targets, strict=True))
        except ValueError as error:
            raise ValueError(f"{len(samples)} != {len(targets)}") from error
        self.transform = _same if transform is None else transform

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, index):
        sample, target = self.pairs[index]
        return self.transform(sample), target


def _same(sample):
    return sample


class _Item(NamedTuple):
    sample: Any
    target: Any


@instead_of("ArrayDataset")
class APythonSequenceOfNamedTuples(Sequence):
    def __init__(self, samples, targets, transform=None):
        self.state = samples, targets, transform
        if len(samples) != len(targets):
            raise ValueError(f"got {len(samples)} samples but {len(targets)} targets")

    def __len__(self):
        return len(self.state[0])

    def __getitem__(self, index):
        samples, targets, transform = self.state
        place = range(len(samples))[operator.index(index)]
        sample = samples[place]
        return _Item(sample if transform is None else transform(sample), targets[place])


@instead_of("ArrayDataset")
class WithAnIteratorOfItsOwn(Dataset):
    __slots__ = ("samples", "targets", "transform")

    def __init__(self, samples, targets, transform=None):
        if operator.ne(*map(len, (samples, targets))):
            raise ValueError(f"samples: {len(samples)}, targets: {len(targets)}")
        self.samples = samples
        self.targets = targets
        self.transform = transform

    def __len__(self):
        return len(self.samples)

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __getitem__(self, index):
        sample = self.samples[index]
        if self.transform is None:
            return sample, self.targets[index]
        return self.transform(sample), self.targets[index]


@instead_of("ArrayDataset")
class AStackOfDatasets(Dataset):
    def __init__(self, samples, targets, transform=None):
        if len(samples) != len(targets):
            raise ValueError(f"{len(samples)} samples, {len(targets)} targets")
        self.stack = StackDataset(samples, targets)
        self.transform = transform

    def __len__(self):
        return len(self.stack)

    def __getitem__(self, index):
        sample, target = self.stack[index]
        return sample if self.transform is None else self.transform(sample), target
