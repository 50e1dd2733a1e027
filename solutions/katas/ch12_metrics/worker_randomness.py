import torch
from torch import Tensor
from torch.utils.data import Dataset


class NoisyDataset(Dataset):
    def __init__(self, samples: Tensor, noise: float):
        self.samples = samples
        self.noise = noise

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> Tensor:
        sample = self.samples[index]
        return sample + self.noise * torch.randn_like(sample)
