import torch
from torch import Tensor, nn


def blur(n_channels: int) -> nn.Conv2d:
    return _convolution(n_channels, torch.full((3, 3), 1 / (9 * n_channels)))


def vertical_edges(n_channels: int) -> nn.Conv2d:
    return _convolution(n_channels, torch.tensor([[-1.0, 0.0, 1.0]] * 3))


def _convolution(n_channels: int, kernel: Tensor) -> nn.Conv2d:
    layer = nn.Conv2d(n_channels, 1, kernel_size=3, padding=1)
    with torch.no_grad():
        layer.weight.copy_(kernel)  # the same in every channel
        layer.bias.zero_()
    return layer
