import torch
from torch import Tensor


def float_tensor(numbers: float | list) -> Tensor:
    return torch.tensor(numbers, dtype=torch.float32)


def indices(n: int) -> Tensor:
    return torch.arange(n)


def filled_like(x: Tensor, value: float) -> Tensor:
    return torch.full_like(x, value)


def copy_of(x: Tensor) -> Tensor:
    return x.clone()
