"""Right answers to ch12_metrics/epoch_reshuffle, written differently."""

import itertools

import torch
from torch.utils.data import Sampler

from katas._dojo.writing.mistakes import instead_of


@instead_of("BalancedSampler")
class Cycles(Sampler):
    def __init__(self, labels, length, generator):
        self.positives = labels.nonzero()[:, 0].tolist()
        self.negatives = (labels == 0).nonzero()[:, 0].tolist()
        self.length, self.generator = length, generator

    def __len__(self):
        return self.length

    def _shuffled(self, indices):
        order = torch.randperm(len(indices), generator=self.generator)
        return itertools.cycle([indices[place] for place in order])

    def __iter__(self):
        pairs = zip(self._shuffled(self.positives), self._shuffled(self.negatives), strict=False)
        return itertools.islice(itertools.chain.from_iterable(pairs), self.length)


@instead_of("BalancedSampler")
class ListsThatAreShuffled(Sampler):
    def __init__(self, labels, length, generator):
        self.lists = [[], []]
        for index, label in enumerate(labels.tolist()):
            self.lists[label].append(index)
        self.n = length
        self.generator = generator

    def __len__(self):
        return self.n

    def shuffle_samples(self):
        for indices in self.lists:
            keys = torch.rand(len(indices), generator=self.generator).tolist()
            indices[:] = [index for _, index in sorted(zip(keys, indices, strict=True))]

    def __iter__(self):
        self.shuffle_samples()
        negatives, positives = self.lists
        epoch = []
        while len(epoch) < self.n:
            turn = len(epoch) // 2
            epoch += [positives[turn % len(positives)], negatives[turn % len(negatives)]]
        return iter(epoch[: self.n])
