import torch
from torch import Tensor


def tanh(x: Tensor) -> Tensor:
    return 2 * sigmoid(2 * x) - 1


def hardtanh(x: Tensor, min_val: float = -1.0, max_val: float = 1.0) -> Tensor:
    # clamp alone has the right values, but its slope on the bounds depends on the version.
    not_above = torch.where(x < max_val, x, max_val)
    return torch.where(x > min_val, not_above, min_val)


def sigmoid(x: Tensor) -> Tensor:
    return torch.exp(-softplus(-x))


def softplus(x: Tensor) -> Tensor:
    # log(e^x + e^0), which logaddexp calculates without ever taking exp of a large number
    return torch.logaddexp(x, torch.zeros_like(x))


def relu(x: Tensor) -> Tensor:
    return torch.where(x > 0, x, 0.0)


def leaky_relu(x: Tensor, negative_slope: float = 0.01) -> Tensor:
    return torch.where(x > 0, x, negative_slope * x)
