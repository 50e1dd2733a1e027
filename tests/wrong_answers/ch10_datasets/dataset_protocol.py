"""Wrong answers to ch10_datasets/dataset_protocol, as people write them."""

from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of


@instead_of("ArrayDataset")
class IdentityLambdaForNoTransform(Dataset):
    """The dataset has a lambda of its own, which cannot be pickled.

    Known: a_lambda_kept, a_transform_asked_whether_it_is_true.
    """

    def __init__(self, samples, targets, transform=None):
        if len(samples) != len(targets):
            raise ValueError(f"{len(samples)} samples but {len(targets)} targets")
        self.samples, self.targets = samples, targets
        self.transform = transform or (lambda sample: sample)

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return self.transform(self.samples[index]), self.targets[index]


@instead_of("ArrayDataset")
class TransformedOnceInInit(Dataset):
    """The transform is applied to all samples at once, when the dataset is made.

    Known: transformed_when_it_was_built, a_transform_asked_whether_it_is_true.
    """

    def __init__(self, samples, targets, transform=None):
        if len(samples) != len(targets):
            raise ValueError(f"{len(samples)} samples but {len(targets)} targets")
        self.samples = [transform(s) for s in samples] if transform else samples
        self.targets = targets

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        return self.samples[index], self.targets[index]


@instead_of("ArrayDataset")
class CutToTheShorter(Dataset):
    """Samples and targets are zipped, so that none is missed if there are too many of either.

    Known: lengths_not_compared.
    """

    def __init__(self, samples, targets, transform=None):
        self.items = list(zip(samples, targets))  # noqa: B905
        self.transform = transform

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        sample, target = self.items[index]
        if self.transform is not None:
            sample = self.transform(sample)
        return sample, target


@instead_of("ArrayDataset")
class TransformedOnFirstAccess(Dataset):
    """The transformed sample is kept for the next time.

    Known: what_was_transformed_is_kept, a_transform_asked_whether_it_is_true.
    """

    def __init__(self, samples, targets, transform=None):
        if len(samples) != len(targets):
            raise ValueError(f"got {len(samples)} samples and {len(targets)} targets")
        self.samples = samples
        self.targets = targets
        self.transform = transform
        self.cache = {}

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        if index not in self.cache:
            sample = self.samples[index]
            if self.transform:
                sample = self.transform(sample)
            self.cache[index] = (sample, self.targets[index])
        return self.cache[index]


@instead_of("ArrayDataset")
class NoNegativeIndices(Dataset):
    """An index below 0 is refused, and the lengths are asserted.

    Known: no_negative_indices, lengths_asserted.
    """

    def __init__(self, samples, targets, transform=None):
        assert len(samples) == len(targets), f"{len(samples)} != {len(targets)}"
        self.samples = samples
        self.targets = targets
        self.transform = transform

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        if index < 0 or index >= len(self.samples):
            raise IndexError(f"index {index} out of range")
        sample = self.samples[index]
        if self.transform is not None:
            sample = self.transform(sample)
        return sample, self.targets[index]


@instead_of("ArrayDataset")
class PairTransformed(Dataset):
    """The transform gets the target, too, and an index comes round again.

    Known: an_index_that_wraps_round.
    """

    def __init__(self, samples, targets, transform=None):
        if len(samples) != len(targets):
            raise ValueError(f"lengths {len(samples)} and {len(targets)} differ")
        self.samples, self.targets, self.transform = samples, targets, transform

    def __len__(self):
        return len(self.targets)

    def __getitem__(self, index):
        i = index % len(self.samples)
        sample, target = self.samples[i], self.targets[i]
        if self.transform is not None:
            sample, target = self.transform(sample), self.transform(target)
        return sample, target
