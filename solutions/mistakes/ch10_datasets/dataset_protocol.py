"""Known wrong answers to ch10_datasets/dataset_protocol."""

import functools
from typing import ClassVar

import torch
from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch10_datasets.dataset_protocol import ArrayDataset


@instead_of("ArrayDataset")
class TransformedWhenItWasBuilt(ArrayDataset):
    """You transformed all samples when the dataset was built. A random transform then gives the
    same image in every epoch: apply it in __getitem__, at each access."""

    def __init__(self, samples, targets, transform=None):
        super().__init__(samples, targets)
        if transform is not None:
            self.samples = [transform(sample) for sample in samples]


@instead_of("ArrayDataset")
class WhatWasTransformedIsKept(ArrayDataset):
    """You keep what the transform gave, and hand the same out again. A random transform has to
    run anew at each access."""

    @functools.cache  # noqa: B019
    def __getitem__(self, index):
        return super().__getitem__(index)


@instead_of("ArrayDataset")
class WrittenBackIntoTheSamples(ArrayDataset):
    """You stored the transformed sample where the sample was. At the next access it is
    transformed again: leave the stored samples alone."""

    def __getitem__(self, index):
        sample, target = super().__getitem__(index)
        self.samples[index] = sample
        return sample, target


@instead_of("ArrayDataset")
class AllTransformedForOne(ArrayDataset):
    """You transformed every sample to hand out one. Pick the sample first, then transform it."""

    def __getitem__(self, index):
        samples = self.samples
        if self.transform is not None:
            samples = [self.transform(sample) for sample in samples]
        return samples[index], self.targets[index]


@instead_of("ArrayDataset")
class TheTargetTransformedToo(ArrayDataset):
    """You applied the transform to the target as well. It is for the sample only."""

    def __getitem__(self, index):
        sample, target = super().__getitem__(index)
        return sample, target if self.transform is None else self.transform(target)


@instead_of("ArrayDataset")
class ThePairTransformed(ArrayDataset):
    """You handed the pair of sample and target to the transform. It takes the sample."""

    def __getitem__(self, index):
        pair = self.samples[index], self.targets[index]
        return pair if self.transform is None else self.transform(pair)


@instead_of("ArrayDataset")
class TheTransformForgotten(ArrayDataset):
    """You never called the transform."""

    def __getitem__(self, index):
        return self.samples[index], self.targets[index]


@instead_of("ArrayDataset")
class ATransformAskedWhetherItIsTrue(ArrayDataset):
    """You wrote `if self.transform`. A callable object can count as false, an empty container of
    transforms for one: ask whether it is None."""

    def __init__(self, samples, targets, transform=None):
        super().__init__(samples, targets, transform or None)


@instead_of("ArrayDataset")
class AResultAskedWhetherItIsTrue(ArrayDataset):
    """You used the transform's result only if it counts as true. It may be 0 or empty, and is the
    sample all the same."""

    def __getitem__(self, index):
        sample, target = super().__getitem__(index)
        if not isinstance(sample, torch.Tensor):
            sample = sample or self.samples[index]
        return sample, target


@instead_of("ArrayDataset")
class AnIndexThatWrapsRound(ArrayDataset):
    """You took the index modulo the length. Past the end it begins again, and a for over the
    dataset never ends: raise IndexError."""

    def __getitem__(self, index):
        return super().__getitem__(index % len(self) if len(self) else index)


@instead_of("ArrayDataset")
class WrappingBelowTheStart(ArrayDataset):
    """You added the length to a negative index without a look at what came out. If it is still
    negative, the index lies before the start, and that is an IndexError."""

    def __getitem__(self, index):
        return super().__getitem__(index + len(self) if index < 0 else index)


@instead_of("ArrayDataset")
class NoNegativeIndices(ArrayDataset):
    """You refuse negative indices. As in a list, -1 is the last item."""

    def __getitem__(self, index):
        if index < 0:
            raise IndexError(f"index {index} is negative")
        return super().__getitem__(index)


@instead_of("ArrayDataset")
class TheEndMistakenForAnIndex(ArrayDataset):
    """You count a negative index from len - 1, so that -1 is the last item but one. Add the
    length."""

    def __getitem__(self, index):
        if not -len(self) <= index < len(self):
            raise IndexError(f"index {index} out of range")
        return super().__getitem__(index + len(self) - 1 if -len(self) < index < 0 else index)


@instead_of("ArrayDataset")
class NonePastTheEnd(ArrayDataset):
    """You return None past the end. A for over the dataset ends only when __getitem__ raises
    IndexError."""

    def __getitem__(self, index):
        if not -len(self) <= index < len(self):
            return None
        return super().__getitem__(index)


@instead_of("ArrayDataset")
class AnotherErrorPastTheEnd(ArrayDataset):
    """You raise ValueError past the end. Python's protocol for sequences asks for IndexError:
    it is how a for knows where to stop."""

    def __getitem__(self, index):
        if not -len(self) <= index < len(self):
            raise ValueError(f"index {index} out of range")
        return super().__getitem__(index)


@instead_of("ArrayDataset")
class KeptInADictionary(Dataset):
    """You keep the items in a dictionary by their index. It knows no negative index, and past the
    end it raises KeyError: a list does both right."""

    def __init__(self, samples, targets, transform=None):
        self.items = dict(enumerate(ArrayDataset(samples, targets)))
        self.transform = transform

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        sample, target = self.items[index]
        return sample if self.transform is None else self.transform(sample), target


@instead_of("ArrayDataset")
class AnIteratorOfItself(ArrayDataset):
    """Your dataset is its own iterator, and the position is never set back: the second epoch is
    empty. Leave __iter__ out; a for needs no more than __getitem__."""

    position = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.position == len(self):
            raise StopIteration
        self.position += 1
        return self[self.position - 1]


@instead_of("ArrayDataset")
class CutToTheShorter(ArrayDataset):
    """You cut both to the shorter length, as zip does. Samples without a target are a mistake in
    the data, and nobody will hear of it: raise ValueError."""

    def __init__(self, samples, targets, transform=None):
        n_pairs = min(len(samples), len(targets))
        super().__init__(samples[:n_pairs], targets[:n_pairs], transform)


@instead_of("ArrayDataset")
class TooManyTargetsAllowed(ArrayDataset):
    """You refuse too few targets, but not too many. Any difference is a mistake in the data."""

    def __init__(self, samples, targets, transform=None):
        super().__init__(samples, targets[: len(samples)], transform)


@instead_of("ArrayDataset")
class AnErrorWithoutTheLengths(ArrayDataset):
    """Your error does not say how many samples and how many targets there are. Name both
    lengths: whoever reads it has to find out which is wrong."""

    def __init__(self, samples, targets, transform=None):
        if len(samples) != len(targets):
            raise ValueError("as many targets as samples, please")
        super().__init__(samples, targets, transform)


@instead_of("ArrayDataset")
class LengthsAsserted(ArrayDataset):
    """You check the lengths with assert, which python -O leaves out. Raise ValueError."""

    def __init__(self, samples, targets, transform=None):
        assert len(samples) == len(targets), f"{len(samples)} samples, {len(targets)} targets"
        super().__init__(samples, targets, transform)


@instead_of("ArrayDataset")
class ShapesCompared(ArrayDataset):
    """You compared shapes where lengths were meant. A batch of images has more dimensions than
    its labels, and both have N of them."""

    def __init__(self, samples, targets, transform=None):
        shapes = [getattr(it, "shape", (len(it),)) for it in (samples, targets)]
        if shapes[0] != shapes[1]:
            raise ValueError(f"{len(samples)} samples, {len(targets)} targets: {shapes}")
        super().__init__(samples, targets, transform)


@instead_of("ArrayDataset")
class TheLengthCountedInNumbers(ArrayDataset):
    """You returned the number of elements of the tensor. The length is the number of samples,
    the size of the first dimension."""

    def __len__(self):
        return self.samples.numel() if hasattr(self.samples, "numel") else len(self.samples)


@instead_of("ArrayDataset")
class OffByOne(ArrayDataset):
    """Your length is one short: an index is at most len - 1, the length itself is not. The last
    sample would never be seen."""

    def __len__(self):
        return max(0, len(self.samples) - 1)


@instead_of("ArrayDataset")
class TargetFirst(ArrayDataset):
    """You returned (target, sample). The sample comes first."""

    def __getitem__(self, index):
        return super().__getitem__(index)[::-1]


@instead_of("ArrayDataset")
class AListInPlaceOfATuple(ArrayDataset):
    """You returned a list. An item is the tuple (sample, target)."""

    def __getitem__(self, index):
        return list(super().__getitem__(index))


@instead_of("ArrayDataset")
class ALambdaKept(ArrayDataset):
    """You keep a lambda in the dataset, and a lambda cannot be pickled: no worker process could
    be given the dataset. Keep None, and ask for it in __getitem__."""

    def __init__(self, samples, targets, transform=None):
        super().__init__(samples, targets, transform)
        if transform is None:
            self.transform = lambda sample: sample


@instead_of("ArrayDataset")
class AGeneratorKept(ArrayDataset):
    """You keep a generator in the dataset. It cannot be pickled, and gives each item only once:
    keep the sequences."""

    def __init__(self, samples, targets, transform=None):
        super().__init__(samples, targets, transform)
        self.pairs = (pair for pair in zip(samples, targets, strict=True))


@instead_of("ArrayDataset")
class TheTransformLostInPickling(ArrayDataset):
    """You leave the transform out when the dataset is pickled. A worker process would then hand
    out samples untransformed, and say nothing."""

    def __getstate__(self):
        return {**vars(self), "transform": None}


@instead_of("ArrayDataset")
class KeptOnTheClass(ArrayDataset):
    """You keep the data on the class, which all datasets share: the validation data have replaced
    the training data. Keep them on self."""

    shared: ClassVar = {}

    def __init__(self, samples, targets, transform=None):
        self.__dict__ = self.shared
        super().__init__(samples, targets, transform)


@instead_of("ArrayDataset")
class EverySampleMadeAFloatTensor(ArrayDataset):
    """You made float32 of every tensor. The dataset hands out what it was given; a change of
    dtype is a transform's business."""

    def __getitem__(self, index):
        sample, target = super().__getitem__(index)
        return sample.float() if hasattr(sample, "float") else sample, target


@instead_of("ArrayDataset")
class TargetsMadeATensor(ArrayDataset):
    """You made a tensor of the targets. They may be text, or anything else: hand them out as they
    came, and leave it to the DataLoader to make tensors of a batch."""

    def __init__(self, samples, targets, transform=None):
        super().__init__(samples, torch.as_tensor(targets), transform)


@instead_of("ArrayDataset")
class TheNextTransformedAhead(ArrayDataset):
    """You transformed the next sample ahead of time. Nobody has asked for it yet."""

    def __getitem__(self, index):
        if self.transform is not None and 0 <= index < len(self) - 1:
            self.transform(self.samples[index + 1])
        return super().__getitem__(index)
