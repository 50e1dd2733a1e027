import torch
from torch import Tensor


def dropout(x: Tensor, p: float, training: bool) -> Tensor:
    return x * _mask(x, p) if training else x


def dropout2d(x: Tensor, p: float, training: bool) -> Tensor:
    # One number for each channel of each image: broadcasting takes it to all pixels.
    return x * _mask(x[:, :, :1, :1], p) if training else x


def _mask(like, p):
    return torch.full_like(like, 1 - p).bernoulli() / (1 - p)
