"""Right answers to ch08_convolutions/downsampling, written differently."""

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("average_pool")
def as_a_convolution(images, n):
    n_channels = images.shape[1]
    weight = images.new_full((n_channels, 1, n, n), 1 / n**2)
    return functional.conv2d(images, weight, stride=n, groups=n_channels)


@instead_of("average_pool")
def rows_then_columns(images, n):
    return images.unfold(2, n, n).mean(-1).unfold(3, n, n).mean(-1)


@instead_of("max_pool")
def as_in_the_book(images, n):
    pool = nn.MaxPool2d(n)
    return pool(images)


@instead_of("max_pool")
def two_dimensions_for_each(images, n):
    height, width = images.shape[2] // n, images.shape[3] // n
    whole = images[..., : height * n, : width * n]
    return whole.unflatten(3, (width, n)).unflatten(2, (height, n)).amax((3, 5))


@instead_of("strided_conv")
def every_answer_first(images, weight, n):
    return functional.conv2d(images, weight, padding="same")[..., ::n, ::n]


@instead_of("strided_conv")
def windows_and_a_product(images, weight, n):
    padded = functional.pad(images, (1, 1, 1, 1))
    windows = padded.unfold(2, 3, n).unfold(3, 3, n)
    return torch.einsum("bchwyx,kcyx->bkhw", windows, weight)


@instead_of("strided_conv")
def a_module_with_this_weight(images, weight, n):
    conv = nn.Conv2d(weight.shape[1], weight.shape[0], 3, n, 1, bias=False)
    return torch.func.functional_call(conv, {"weight": weight}, images)
