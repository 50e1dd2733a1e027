"""Wrong answers to ch12_metrics/weighted_sampler, as people write them."""

import torch
from torch.utils.data import WeightedRandomSampler

from katas._dojo.writing.mistakes import instead_of


@instead_of("balanced_sampler")
def weights_of_classes(train_set, labels, generator):
    """One weight for each class.

    Known: one_weight_a_class.
    """
    class_counts = torch.bincount(labels[torch.tensor(train_set.indices)])
    weights = 1.0 / class_counts.float()
    return WeightedRandomSampler(
        weights=weights, num_samples=len(train_set), replacement=True, generator=generator
    )


@instead_of("balanced_sampler")
def labels_of_all(train_set, labels, generator):
    """The weights are those of the whole data set.

    Known: the_whole_data_set.
    """
    counts = labels.bincount().float()
    return WeightedRandomSampler(counts.reciprocal()[labels], len(train_set), generator=generator)


@instead_of("balanced_sampler")
def each_only_once(train_set, labels, generator):
    """Without replacement every sample comes once.

    Known: without_replacement.
    """
    targets = [labels[i].item() for i in train_set.indices]
    weights = [1 / targets.count(t) for t in targets]
    return WeightedRandomSampler(weights, len(weights), replacement=False, generator=generator)


@instead_of("balanced_sampler")
def counts_of_all(train_set, labels, generator):
    """The classes are counted in the whole data set, and the generator is forgotten.

    Known: counted_in_the_whole_data_set, the_global_generator.
    """
    class_weights = 1 / torch.bincount(labels)
    sample_weights = [class_weights[labels[i]].item() for i in train_set.indices]
    return WeightedRandomSampler(sample_weights, len(train_set))


@instead_of("balanced_sampler")
def shares_for_weights(train_set, labels, generator):
    """What is frequent weighs more.

    Known: counts_for_weights.
    """
    own = labels[train_set.indices]
    share = own.bincount() / len(own)
    return WeightedRandomSampler(share[own], len(own), True, generator)
