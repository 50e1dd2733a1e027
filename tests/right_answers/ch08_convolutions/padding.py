"""Right answers to ch08_convolutions/padding, written differently."""

import math
from typing import NamedTuple

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "An error may name an argument by its value alone.": [
        ('"size": size', '"size_": size'),
        ('"kernel_size": kernel_size', '"kernel_size_": kernel_size'),
        ('"stride": stride', '"stride_": stride'),
        ('"dilation": dilation', '"dilation_": dilation'),
    ],
}


@instead_of("conv_output_size")
def positions_counted(size, kernel_size, stride=1, padding=0, dilation=1):
    if min(size, kernel_size, stride, dilation) < 1 or padding < 0:
        raise ValueError(f"{size=}, {kernel_size=}, {stride=}, {padding=}, {dilation=}")
    padded = range(-padding, size + padding)
    starts = [start for start in padded if start + dilation * (kernel_size - 1) in padded]
    if not starts:
        raise ValueError(f"a kernel size of {kernel_size} is too much")
    return len(starts[::stride])


@instead_of("conv_output_size")
def asked_of_torch(size, kernel_size, stride=1, padding=0, dilation=1):
    if kernel_size < 1:
        raise ValueError(f"kernel_size={kernel_size}")
    try:
        image = torch.zeros(1, 1, size)
        kernel = torch.zeros(1, 1, kernel_size)
        out = torch.conv1d(image, kernel, None, stride, padding, dilation)
    except RuntimeError as error:
        raise ValueError(str(error)) from error
    return out.size(2)


@instead_of("conv_output_size")
def by_unfolding(size, kernel_size, stride=1, padding=0, dilation=1):
    for name, value, least in [
        ("size", size, 1),
        ("kernel_size", kernel_size, 1),
        ("stride", stride, 1),
        ("padding", padding, 0),
        ("dilation", dilation, 1),
    ]:
        if value < least:
            raise ValueError(f"{name} must be at least {least}")
    span = 1 + dilation * (kernel_size - 1)
    try:
        windows = torch.empty(size + 2 * padding).unfold(0, span, stride)
    except RuntimeError:
        message = f"{span} pixels do not fit into {size + 2 * padding}"
        raise ValueError(message) from None
    return len(windows)


@instead_of("conv_output_size")
def the_formula_of_the_documentation(size, kernel_size, stride=1, padding=0, dilation=1):
    if size <= 0:
        raise ValueError("size")
    if kernel_size <= 0:
        raise ValueError("kernel_size")
    if stride <= 0:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    if dilation <= 0:
        raise ValueError("dilation")
    exact = (size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1
    if exact < 1:
        raise ValueError("kernel_size")
    return math.floor(exact)


class _Sides(NamedTuple):
    before: int
    after: int


@instead_of("same_padding")
def a_named_tuple(kernel_size, dilation=1):
    reach = dilation * kernel_size - dilation
    return _Sides(before=reach >> 1, after=(reach + 1) >> 1)


@instead_of("same_padding")
def as_the_module_keeps_it(kernel_size, dilation=1):
    module = torch.nn.Conv1d(
        1, 1, kernel_size, padding="same", dilation=dilation, padding_mode="circular"
    )
    return tuple(module._reversed_padding_repeated_twice)


@instead_of("same_padding")
def one_pixel_at_a_time(kernel_size, dilation=1):
    sides = [0, 0]
    for pixel in range(dilation * (kernel_size - 1)):
        sides[1 - pixel % 2] += 1
    return (sides[0], sides[1])
