"""Wrong answers to ch12_metrics/epoch_reshuffle, as people write them."""

import itertools
import random

import numpy as np
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

    Known: another_source.
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


class _TwoLists(Sampler):
    def __init__(self, labels, length, generator):
        self.pos = [i for i, label in enumerate(labels.tolist()) if label == 1]
        self.neg = [i for i, label in enumerate(labels.tolist()) if label == 0]
        self.length, self.generator = length, generator

    def __len__(self):
        return self.length

    def mixed(self, samples):
        order = torch.randperm(len(samples), generator=self.generator)
        return [samples[i] for i in order.tolist()]


@instead_of("BalancedSampler")
class ShuffledWhenUsedUp(_TwoLists):
    """A list that is used up is shuffled again in mid-epoch.

    Known: another_order_within_an_epoch.
    """

    def __init__(self, labels, length, generator):
        super().__init__(labels, length, generator)

    def __iter__(self):
        pos, neg = [], []
        for i in range(self.length):
            if i % 2 == 0:
                pos = pos or self.mixed(self.pos)
                yield pos.pop(0)
            else:
                neg = neg or self.mixed(self.neg)
                yield neg.pop(0)


@instead_of("BalancedSampler")
class GoingOn(_TwoLists):
    """An epoch goes on where the last one ended.

    Known: going_on.
    """

    def __init__(self, labels, length, generator):
        super().__init__(labels, length, generator)
        self.p = itertools.cycle(self.mixed(self.pos))
        self.n = itertools.cycle(self.mixed(self.neg))

    def __iter__(self):
        for i in range(self.length):
            yield next(self.n if i % 2 else self.p)


@instead_of("BalancedSampler")
class ShuffledByPython(_TwoLists):
    """Of the generator only its first seed is used.

    Known: nothing.
    """

    def __init__(self, labels, length, generator):
        super().__init__(labels, length, generator)

    def __iter__(self):
        shuffler = random.Random(self.generator.initial_seed())
        shuffler.shuffle(self.pos)
        shuffler.shuffle(self.neg)
        turns = zip(itertools.cycle(self.pos), itertools.cycle(self.neg), strict=False)
        return itertools.islice(itertools.chain.from_iterable(turns), self.length)


@instead_of("BalancedSampler")
class SeededByItself(_TwoLists):
    """The generator is seeded again for each epoch, and its orders are the same.

    Known: the_same_in_each_epoch.
    """

    def __init__(self, labels, length, generator):
        super().__init__(labels, length, generator)
        self.seed = generator.initial_seed()

    def __iter__(self):
        self.generator.manual_seed(self.seed)
        pos, neg = self.mixed(self.pos), self.mixed(self.neg)
        for i in range(self.length):
            yield neg[i // 2 % len(neg)] if i % 2 else pos[i // 2 % len(pos)]


@instead_of("BalancedSampler")
class Turned(_TwoLists):
    """Both lists begin at another place, the same one, but their order stays.

    Known: one_order_for_both.
    """

    def __init__(self, labels, length, generator):
        super().__init__(labels, length, generator)

    def __iter__(self):
        start = int(torch.randint(1 << 20, (1,), generator=self.generator))
        for i in range(self.length):
            samples = self.neg if i % 2 else self.pos
            yield samples[(start + i // 2) % len(samples)]


@instead_of("BalancedSampler")
class ShuffledByNumpy(_TwoLists):
    """NumPy permutes.

    Known: another_source.
    """

    def __init__(self, labels, length, generator):
        super().__init__(labels, length, generator)

    def __iter__(self):
        pos, neg = np.random.permutation(self.pos), np.random.permutation(self.neg)
        for i in range(self.length):
            samples = neg if i % 2 else pos
            yield int(samples[i // 2 % len(samples)])
