"""Wrong answers to ch12_metrics/worker_randomness, as people write them."""

import random

import numpy as np
import torch
from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of


@instead_of("NoisyDataset")
class KeepsRandomState(Dataset):
    """NumPy's generator is made once, and copied to each worker.

    Known: a_generator_in_init.
    """

    def __init__(self, samples, noise):
        self.samples = samples
        self.noise = noise
        self.rng = np.random.default_rng(42)

    def __len__(self):
        return self.samples.shape[0]

    def __getitem__(self, index):
        sample = self.samples[index]
        noise = self.rng.normal(0, self.noise, tuple(sample.shape))
        return sample + torch.from_numpy(noise).to(sample.dtype)


@instead_of("NoisyDataset")
class SeededByIndex(Dataset):
    """Each sample has the same noise in each epoch.

    Known: the_same_in_each_epoch.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise = samples, noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        g = torch.Generator().manual_seed(index)
        x = self.samples[index]
        return x + self.noise * torch.randn(x.shape, generator=g, dtype=x.dtype)


@instead_of("NoisyDataset")
class Pythons(Dataset):
    """torch.manual_seed does not seed Python's random numbers.

    Known: another_source.
    """

    def __init__(self, samples, noise):
        self.samples = samples
        self.noise = noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        sample = self.samples[index]
        drawn = [random.gauss(0, self.noise) for _ in range(sample.numel())]
        return sample + torch.tensor(drawn, dtype=sample.dtype).view(sample.shape)


@instead_of("NoisyDataset")
class AddsUp(Dataset):
    """The noise is added to what is kept.

    Known: added_in_place.
    """

    def __init__(self, samples, noise):
        self.samples = samples
        self.noise = noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        sample = self.samples[index]
        sample += torch.randn(sample.shape, dtype=sample.dtype) * self.noise
        return sample
