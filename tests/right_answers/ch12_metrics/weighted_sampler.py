"""Right answers to ch12_metrics/weighted_sampler, written differently."""

from collections import Counter

import torch
from torch.utils.data import Sampler, WeightedRandomSampler

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Weights count by their relation alone.": [("1 / counts", "2 / counts")],
}


@instead_of("balanced_sampler")
def counted_in_python(train_set, labels, generator):
    own = [labels[index].item() for index in train_set.indices]
    counts = Counter(own)
    weights = [1.0 / counts[label] for label in own]
    return WeightedRandomSampler(
        weights, num_samples=len(own), replacement=True, generator=generator
    )


class _ClassThenSample(Sampler):
    def __init__(self, labels, generator):
        self.members = [(labels == label).nonzero()[:, 0] for label in labels.unique()]
        self.n = len(labels)
        self.generator = generator

    def __len__(self):
        return self.n

    def __iter__(self):
        for _ in range(self.n):
            draws = torch.rand(2, generator=self.generator).tolist()
            members = self.members[int(draws[0] * len(self.members))]
            yield members[int(draws[1] * len(members))].item()


@instead_of("balanced_sampler")
def a_class_and_then_one_of_it(train_set, labels, generator):
    return _ClassThenSample(labels[torch.as_tensor(train_set.indices)], generator)


class _ClassesInTurn(_ClassThenSample):
    def __iter__(self):
        for n in range(self.n):
            members = self.members[n % len(self.members)]
            yield members[torch.randint(len(members), (), generator=self.generator)].item()


@instead_of("balanced_sampler")
def one_of_each_class_in_turn(train_set, labels, generator):
    return _ClassesInTurn(labels[train_set.indices], generator)
