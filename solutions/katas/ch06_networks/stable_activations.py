import torch
from torch import Tensor


def tanh(x: Tensor) -> Tensor:
    return 2 * sigmoid(2 * x) - 1


def sigmoid(x: Tensor) -> Tensor:
    return torch.exp(-softplus(-x))


def softplus(x: Tensor) -> Tensor:
    # log(e^x + e^0), which logaddexp calculates without ever taking exp of a large number
    return torch.logaddexp(x, torch.zeros_like(x))
