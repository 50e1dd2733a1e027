"""Right answers to ch12_metrics/worker_randomness, written differently."""

import torch
from torch.utils.data import Dataset, get_worker_info

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "What is normal around 0 is so with the other sign, too.": [
        ("sample + self.noise", "sample - self.noise"),
    ],
}


@instead_of("NoisyDataset")
class ByNormal(Dataset):
    def __init__(self, samples, noise):
        self.samples = [sample.clone() for sample in samples]
        self.noise = noise

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        noise = torch.empty_like(self.samples[index]).normal_(0, self.noise)
        return noise.add_(self.samples[index])


@instead_of("NoisyDataset")
class AGeneratorForEachWorker(Dataset):
    def __init__(self, samples, noise):
        self.samples, self.noise = samples, noise
        self.generator = None

    def __len__(self):
        return self.samples.shape[0]

    def __getitem__(self, index):
        worker = get_worker_info()
        if worker is None:
            generator = torch.default_generator
        else:
            if self.generator is None:  # of this worker, in this epoch
                self.generator = torch.Generator().manual_seed(worker.seed)
            generator = self.generator
        sample = self.samples[index]
        noise = torch.randn(sample.shape, generator=generator, dtype=sample.dtype)
        return sample + self.noise * noise
