"""Wrong answers to ch12_metrics/epoch_reshuffle, as people write them."""

import random

import torch
from torch.utils.data import Sampler

from katas._dojo.writing.mistakes import instead_of


@instead_of("BalancedSampler")
class ShuffledOnce(Sampler):
    """The lists are shuffled when the sampler is made.

    Known: the_same_in_each_epoch.
    """

    def __init__(self, labels, length, generator):
        pos = torch.nonzero(labels == 1).squeeze(1)
        neg = torch.nonzero(labels == 0).squeeze(1)
        self.pos = pos[torch.randperm(len(pos), generator=generator)].tolist()
        self.neg = neg[torch.randperm(len(neg), generator=generator)].tolist()
        self.length = length

    def __len__(self):
        return self.length

    def __iter__(self):
        for i in range(self.length):
            if i % 2 == 0:
                yield self.pos[(i // 2) % len(self.pos)]
            else:
                yield self.neg[(i // 2) % len(self.neg)]


@instead_of("BalancedSampler")
class NotTheGenerator(Sampler):
    """Python's own random numbers shuffle.

    Known: pythons_random_numbers.
    """

    def __init__(self, labels, length, generator):
        self.positives = [i for i, label in enumerate(labels.tolist()) if label]
        self.negatives = [i for i, label in enumerate(labels.tolist()) if not label]
        self.length = length

    def __len__(self):
        return self.length

    def __iter__(self):
        random.shuffle(self.positives)
        random.shuffle(self.negatives)
        for i in range(self.length):
            samples = self.negatives if i % 2 else self.positives
            yield samples[i // 2 % len(samples)]


@instead_of("BalancedSampler")
class AnyOfThem(Sampler):
    """Each index is drawn by itself, so some come twice before others come at all.

    Known: drawn_with_replacement.
    """

    def __init__(self, labels, length, generator):
        self.labels, self.length, self.generator = labels, length, generator

    def __len__(self):
        return self.length

    def __iter__(self):
        for i in range(self.length):
            candidates = (self.labels == 1 - i % 2).nonzero()[:, 0]
            n = torch.randint(len(candidates), (1,), generator=self.generator)
            yield candidates[n].item()


@instead_of("BalancedSampler")
class SeededEachTime(Sampler):
    """Every epoch begins with the same seed.

    Known: the_same_in_each_epoch.
    """

    def __init__(self, labels, length, generator):
        self.positives = (labels == 1).nonzero()[:, 0].tolist()
        self.negatives = (labels == 0).nonzero()[:, 0].tolist()
        self.length = length
        self.seed = generator.initial_seed()

    def __len__(self):
        return self.length

    def __iter__(self):
        g = torch.Generator().manual_seed(self.seed)
        pos = torch.randperm(len(self.positives), generator=g).tolist()
        neg = torch.randperm(len(self.negatives), generator=g).tolist()
        for i in range(self.length // 2 + 1):
            if 2 * i < self.length:
                yield self.positives[pos[i % len(pos)]]
            if 2 * i + 1 < self.length:
                yield self.negatives[neg[i % len(neg)]]


@instead_of("BalancedSampler")
class Zipped(Sampler):
    """An epoch ends with the shorter list, and its indices are tensors.

    Known: ends_with_the_shorter, tensors_yielded.
    """

    def __init__(self, labels, length, generator):
        self.kinds = labels.nonzero()[:, 0], (1 - labels).nonzero()[:, 0]
        self.length = length
        self.generator = generator

    def __len__(self):
        return self.length

    def __iter__(self):
        pos, neg = (it[torch.randperm(len(it), generator=self.generator)] for it in self.kinds)
        pairs = list(zip(pos, neg, strict=False))
        yield from [index for pair in pairs for index in pair][: self.length]
