"""Wrong answers to ch12_metrics/worker_randomness, as people write them."""

import random

import numpy as np
import torch
from torch.utils.data import Dataset, get_worker_info

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


@instead_of("NoisyDataset")
class ByTheNumberOfTheWorker(Dataset):
    """Each worker has a generator that is seeded by its number.

    Known: the_same_seeds_in_each_epoch.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise, self.generator = samples, noise, None

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        if self.generator is None:
            worker = get_worker_info()
            self.generator = torch.Generator().manual_seed(worker.id if worker else 0)
        sample = self.samples[index]
        drawn = torch.randn(sample.shape, generator=self.generator, dtype=sample.dtype)
        return sample + self.noise * drawn


@instead_of("NoisyDataset")
class Forked(Dataset):
    """Torch's generator is where it was, after each sample.

    Known: the_seed_of_the_worker.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise = samples, noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        sample = self.samples[index].clone()
        with torch.random.fork_rng():
            sample += self.noise * torch.randn_like(sample)
        return sample


@instead_of("NoisyDataset")
class OfTheFirstSeed(Dataset):
    """The seed is torch's first one and the index.

    Known: the_seed_of_the_worker_and_sample.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise = samples, noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        generator = torch.Generator().manual_seed(torch.initial_seed() + index)
        sample = self.samples[index]
        return sample + self.noise * torch.randn(sample.shape, generator=generator).to(sample)


@instead_of("NoisyDataset")
class NumpyInInit(Dataset):
    """NumPy's generator is kept in the data set.

    Known: a_generator_in_init.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise = samples, noise
        self.random = np.random.default_rng(0)

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        sample = self.samples[index]
        drawn = self.random.normal(0, self.noise, tuple(sample.shape))
        return sample + torch.as_tensor(drawn).to(sample.dtype)


@instead_of("NoisyDataset")
class Cached(Dataset):
    """What has been asked for once is kept.

    Known: nothing.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise, self.cache = samples, noise, {}

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        if index not in self.cache:
            sample = self.samples[index]
            self.cache[index] = sample + self.noise * torch.randn_like(sample)
        return self.cache[index]


@instead_of("NoisyDataset")
class OfTheShapeAlone(Dataset):
    """Noise is float32, whatever the sample is.

    Known: in_float32.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise = samples, noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        sample = self.samples[index]
        return sample + self.noise * torch.randn(sample.shape)


@instead_of("NoisyDataset")
class NeverSeeded(Dataset):
    """A new generator begins with the same seed as any other.

    Known: the_same_noise_always.
    """

    def __init__(self, samples, noise):
        self.samples, self.noise = samples, noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        generator = torch.Generator()
        sample = self.samples[index]
        return sample + self.noise * torch.randn(sample.shape, generator=generator).to(sample.dtype)
