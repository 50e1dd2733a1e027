import torch
from torch import Tensor


def clear(x: Tensor) -> None:
    x.zero_()


def clip(x: Tensor, low: float, high: float) -> None:
    x.clamp_(low, high)


def clipped(x: Tensor, low: float, high: float) -> Tensor:
    return x.clamp(low, high)


def clear_weight(weight: Tensor) -> None:
    with torch.no_grad():
        weight.zero_()
