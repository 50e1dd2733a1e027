import torch
from torch import Tensor


def nearest_integers(x: Tensor) -> Tensor:
    return x.round().to(torch.int64)


def mean_image(a: Tensor, b: Tensor) -> Tensor:
    return (a.float() + b.float()) / 2


def held_exactly(x: Tensor) -> Tensor:
    return x.float().long() == x
