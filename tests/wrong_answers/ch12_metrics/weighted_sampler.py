"""Wrong answers to ch12_metrics/weighted_sampler, as people write them."""

import numpy as np
import torch
from torch.utils.data import Sampler, WeightedRandomSampler

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


class _Listed(Sampler):
    def __init__(self, indices, source=None):
        self.indices, self.source = indices, source

    def __len__(self):
        return len(self.indices)

    def __iter__(self):
        if self.source is None:
            return iter(self.indices)
        return (self.source[index] for index in self.indices)


@instead_of("balanced_sampler")
def one_draw_for_all_epochs(train_set, labels, generator):
    """Indices are drawn when the sampler is made.

    Known: drawn_once.
    """
    own = labels[train_set.indices]
    weights = 1 / torch.bincount(own).float()[own]
    drawn = torch.multinomial(weights, len(own), replacement=True, generator=generator)
    return _Listed(drawn.tolist())


@instead_of("balanced_sampler")
def in_the_whole(train_set, labels, generator):
    """What it yields are indices into the whole data set.

    Known: indices_into_the_whole.
    """
    own = labels[train_set.indices]
    weights = 1 / torch.bincount(own).float()[own]
    places = WeightedRandomSampler(weights, len(own), generator=generator)
    return _Listed(places, train_set.indices)


@instead_of("balanced_sampler")
def seeded_in_passing(train_set, labels, generator):
    """Torch's own generator is given the seed of the one that is to be used.

    Known: the_global_generator.
    """
    torch.manual_seed(generator.initial_seed())
    own = labels[train_set.indices]
    return WeightedRandomSampler((1 / torch.bincount(own))[own], len(own))


@instead_of("balanced_sampler")
def seeded_for_numpy(train_set, labels, generator):
    """Of the generator only its first seed is used.

    Known: nothing.
    """
    own = labels[train_set.indices].numpy()
    weights = 1 / np.bincount(own)[own]
    random = np.random.default_rng(generator.initial_seed())

    class Drawing(Sampler):
        def __len__(self):
            return len(own)

        def __iter__(self):
            drawn = random.choice(len(own), len(own), p=weights / weights.sum())
            return iter(drawn.tolist())

    return Drawing()


@instead_of("balanced_sampler")
def of_everything(train_set, labels, generator):
    """All samples are weighted and drawn from, those for validation, too.

    Known: the_whole_data_set, as_many_as_the_whole.
    """
    weights = [1 / (labels == label).sum().item() for label in labels]
    return WeightedRandomSampler(weights, num_samples=len(labels), generator=generator)


@instead_of("balanced_sampler")
def by_a_mask(train_set, labels, generator):
    """A mask has the labels in the order of the whole data set, not in that of the part.

    Known: nothing.
    """
    mask = torch.zeros(len(labels), dtype=torch.bool)
    mask[train_set.indices] = True
    own = labels[mask]
    return WeightedRandomSampler((1 / own.bincount())[own], len(own), generator=generator)
