"""Known wrong answers to ch12_metrics/weighted_sampler."""

from torch.utils.data import Sampler, WeightedRandomSampler

from katas._dojo.writing.mistakes import Edit, instead_of

one_weight_a_class = Edit(
    """You gave the sampler one weight for each class, so it draws only the first few indices. It
    takes one weight for each sample: that of its class.""",
    {"1 / counts[train_labels]": "1 / counts"},
)

without_replacement = Edit(
    """You drew without replacement. Then every sample comes once in an epoch, whatever it weighs:
    let samples of a rare class come again.""",
    {"generator=generator": "replacement=False, generator=generator"},
)

the_whole_data_set = Edit(
    """You made weights for the whole data set. An index of the sampler is a place in the training
    set, which has other labels there, and is shorter: take the labels at train_set.indices.""",
    {"train_labels = labels[train_set.indices]": "train_labels = labels"},
)

the_first_labels = Edit(
    """You took as many labels from the beginning as the training set has. Its own stand at
    train_set.indices.""",
    {"labels[train_set.indices]": "labels[: len(train_set)]"},
)

counted_in_the_whole_data_set = Edit(
    """You counted the classes in the whole data set. How often a class is drawn depends on how many
    samples it has for training: count those alone.""",
    {"train_labels.bincount()": "labels.bincount()"},
)

counted_in_the_validation_set = Edit(
    """You counted the classes among the samples that are not for training. Count those that are
    drawn from.""",
    {
        "train_labels.bincount()": (
            "(labels.bincount() - train_labels.bincount(minlength=int(labels.max()) + 1)"
            ").clamp(min=1)"
        ),
    },
)

counts_for_weights = Edit(
    """You gave a sample more weight the more there are of its class, so that rare ones all but
    disappear. The weight is 1 by that number.""",
    {"1 / counts[train_labels]": "counts[train_labels] / len(train_set)"},
)

all_weigh_the_same = Edit(
    """You gave every sample the same weight. So classes come as often as they are: a sample weighs
    the less, the more there are of its class.""",
    {"1 / counts[train_labels]": "1 / counts[train_labels].clamp(max=1)"},
)

half_way = Edit(
    """You drew rare classes more often, but not as often as the others. A weight is 1 by the number
    of samples, without a root.""",
    {"1 / counts[train_labels]": "1 / counts[train_labels].sqrt()"},
)

rare_ones_too_often = Edit(
    """You drew rare classes more often than the others. A weight is 1 by the number of samples,
    once: that the samples are few is in the drawing already.""",
    {"1 / counts[train_labels]": "1 / counts[train_labels] ** 2"},
)

one_minus_the_share = Edit(
    """You took 1 less the share of the class for the weight. Of many classes that is nearly 1 for
    each: it is 1 by the number of samples that makes them equal.""",
    {"1 / counts[train_labels]": "1 - counts[train_labels] / len(train_set)"},
)

as_many_as_the_whole = Edit(
    """You drew as many samples as the whole data set has. An epoch is as long as the training
    set.""",
    {"(weights, len(train_set)": "(weights, len(labels)"},
)

the_global_generator = Edit(
    """You drew from torch's own generator. Use the one that is given: whoever seeds it can repeat
    an epoch.""",
    {", generator=generator": ""},
)


class _Yielding(Sampler):
    """Yields what ``drawn`` returns, anew for each epoch."""

    def __init__(self, drawn, length):
        self.drawn, self.length = drawn, length

    def __len__(self):
        return self.length

    def __iter__(self):
        return iter(self.drawn())


def _weighted(train_set, labels, generator):
    train_labels = labels[train_set.indices]
    weights = 1 / train_labels.bincount()[train_labels]
    return WeightedRandomSampler(weights, len(train_set), generator=generator)


@instead_of("balanced_sampler")
def drawn_once(train_set, labels, generator):
    """You drew once, when the sampler was made, so each epoch has the same samples. Let each pass
    over the sampler draw anew."""
    drawn = list(_weighted(train_set, labels, generator))
    return _Yielding(lambda: drawn, len(train_set))


@instead_of("balanced_sampler")
def indices_into_the_whole(train_set, labels, generator):
    """You yielded indices into the whole data set. The sampler is for the part: an index is a place
    in train_set, from 0 to its len."""
    places = _weighted(train_set, labels, generator)
    return _Yielding(lambda: [train_set.indices[place] for place in places], len(train_set))
