import torch
from torch import Tensor


def normalize(train: Tensor, val: Tensor) -> tuple[Tensor, Tensor]:
    mean, std = train.mean(dim=0), train.std(dim=0)
    # Compared by value: a standard deviation may be off from 0 by rounding.
    constant = (train == train[0]).all(dim=0)
    std = torch.where(constant, 1.0, std)
    return (train - mean) / std, (val - mean) / std
