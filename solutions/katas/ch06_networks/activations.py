import torch
from torch import Tensor


def tanh(x: Tensor) -> Tensor:
    rising, falling = torch.exp(x), torch.exp(-x)
    return (rising - falling) / (rising + falling)


def hardtanh(x: Tensor, min_val: float = -1.0, max_val: float = 1.0) -> Tensor:
    return x.clamp(min_val, max_val)


def sigmoid(x: Tensor) -> Tensor:
    return 1 / (1 + torch.exp(-x))


def softplus(x: Tensor) -> Tensor:
    return torch.log(1 + torch.exp(x))


def relu(x: Tensor) -> Tensor:
    return torch.where(x > 0, x, 0.0)


def leaky_relu(x: Tensor, negative_slope: float = 0.01) -> Tensor:
    return torch.where(x > 0, x, negative_slope * x)
