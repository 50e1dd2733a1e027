"""Wrong answers to ch07_images/data_loader, as people write them."""

import math
import random

import torch

from katas._dojo.writing.mistakes import instead_of


class _Loader:
    def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
        self.dataset = dataset
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.drop_last = drop_last
        self.generator = generator

    def __len__(self):
        if self.drop_last:
            return len(self.dataset) // self.batch_size
        return math.ceil(len(self.dataset) / self.batch_size)

    def order(self):
        if self.shuffle:
            return torch.randperm(len(self.dataset), generator=self.generator).tolist()
        return list(range(len(self.dataset)))

    def __iter__(self):
        batch = []
        for index in self.order():
            batch.append(self.dataset[index])
            if len(batch) == self.batch_size:
                yield self.collate(batch)
                batch = []
        if batch and not self.drop_last:
            yield self.collate(batch)

    def collate(self, batch):
        imgs = torch.stack([img for img, _ in batch])
        return imgs, torch.tensor([label for _, label in batch])


@instead_of("DataLoader")
class ShuffledInInit(_Loader):
    """The order is drawn when the loader is made.

    Known: shuffled_once.
    """

    def __init__(self, *args, **settings):
        super().__init__(*args, **settings)
        self.indices = super().order()

    def order(self):
        return self.indices


@instead_of("DataLoader")
class ShuffledByPython(_Loader):
    """Python's random draws the order.

    Known: pythons_random.
    """

    def order(self):
        indices = list(range(len(self.dataset)))
        if self.shuffle:
            random.shuffle(indices)
        return indices


@instead_of("DataLoader")
class GeneratorForgotten(_Loader):
    """The generator is stored, and not used.

    Known: always_torchs_generator.
    """

    def order(self):
        indices = torch.arange(len(self.dataset))
        return (indices[torch.randperm(len(indices))] if self.shuffle else indices).tolist()


@instead_of("DataLoader")
class TensorsForIndices(_Loader):
    """The data set is asked with tensors.

    Known: tensors_for_indices.
    """

    def order(self):
        n_samples = len(self.dataset)
        if self.shuffle:
            return torch.randperm(n_samples, generator=self.generator)
        return torch.arange(n_samples)


@instead_of("DataLoader")
class OneIterator(_Loader):
    """The loader is its own iterator, which two epochs at once share.

    Known: nothing.
    """

    def __iter__(self):
        self.batches = super().__iter__()
        return self

    def __next__(self):
        return next(self.batches)


@instead_of("DataLoader")
class LongAsItsData(_Loader):
    """The length is that of the data set.

    Known: the_number_of_samples.
    """

    def __len__(self):
        return len(self.dataset)


@instead_of("DataLoader")
class FloatLabels(_Loader):
    """Labels are floats, and everything is loaded as an epoch begins.

    Known: all_loaded_at_once.
    """

    def __iter__(self):
        samples = [self.dataset[index] for index in self.order()]
        for start in range(0, len(samples), self.batch_size):
            batch = samples[start : start + self.batch_size]
            if len(batch) == self.batch_size or not self.drop_last:
                imgs, labels = self.collate(batch)
                yield imgs, labels.float()
