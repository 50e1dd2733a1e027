"""Wrong answers to ch08_convolutions/max_pool, as people write them."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("max_pool2d")
def zeros_around(images, kernel_size, stride=None, padding=0):
    """Zeros stand around the image, and are larger than negative pixels.

    Known: padded_with_zeros.
    """
    if stride is None:
        stride = kernel_size
    n, c, h, w = images.shape
    x = torch.zeros(n, c, h + 2 * padding, w + 2 * padding).to(images)
    x[:, :, padding : padding + h, padding : padding + w] = images
    oh, ow = (x.shape[2] - kernel_size) // stride + 1, (x.shape[3] - kernel_size) // stride + 1
    out = x.new_zeros(n, c, oh, ow)
    for i in range(oh):
        for j in range(ow):
            a, b = i * stride, j * stride
            out[:, :, i, j] = x[:, :, a : a + kernel_size, b : b + kernel_size].flatten(2).max(2)[0]
    return out


@instead_of("max_pool2d")
def amax_of_unfolded(images, kernel_size, stride=None, padding=0):
    """Pixels that are equally large share the gradient.

    Known: the_gradient_shared.
    """
    stride = stride if stride is not None else kernel_size
    x = functional.pad(images, (padding,) * 4, value=float("-inf"))
    return x.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride).amax((-1, -2))


@instead_of("max_pool2d")
def zeros_and_amax(images, kernel_size, stride=None, padding=0):
    """Zeros stand around the image, and the gradient is shared.

    Known: padded_with_zeros, the_gradient_shared.
    """
    stride = stride or kernel_size
    n, c, _, _ = images.shape
    cols = functional.unfold(images, kernel_size, padding=padding, stride=stride)
    cols = cols.view(n, c, kernel_size**2, -1)
    oh = (images.shape[2] + 2 * padding - kernel_size) // stride + 1
    return cols.amax(2).view(n, c, oh, -1)


@instead_of("max_pool2d")
def stride_one(images, kernel_size, stride=None, padding=0):
    """The stride is 1 unless given.

    Known: a_stride_of_1.
    """
    stride = 1 if stride is None else stride
    x = functional.pad(images, (padding,) * 4, value=float("-inf"))
    for dim in (2, 3):
        x = x.unfold(dim, kernel_size, stride).max(-1).values
    return x


@instead_of("max_pool2d")
def blocks_by_reshape(images, kernel_size, stride=None, padding=0):
    """Blocks are cut by reshape, so that overlap cannot be.

    Known: windows_side_by_side_in_any_case.
    """
    k = kernel_size
    x = functional.pad(images, (padding,) * 4, value=float("-inf"))
    n, c, h, w = x.shape
    x = x[:, :, : h // k * k, : w // k * k]
    x = x.reshape(n, c, h // k, k, w // k, k).transpose(3, 4)
    return x.flatten(-2).max(-1)[0]


@instead_of("max_pool2d")
def part_of_a_window_is_enough(images, kernel_size, stride=None, padding=0):
    """Windows that do not fit count, too.

    Known: the_rest_kept.
    """
    stride = kernel_size if stride is None else stride
    x = functional.pad(images, (padding,) * 4, value=float("-inf"))
    h, w = x.shape[2:]
    rows = []
    for top in range(0, h, stride):
        row = []
        for left in range(0, w, stride):
            window = x[:, :, top : top + kernel_size, left : left + kernel_size]
            row.append(window.flatten(2).max(2).values)
        rows.append(torch.stack(row, dim=-1))
    return torch.stack(rows, dim=-2)


@instead_of("max_pool2d")
def a_large_negative_number(images, kernel_size, stride=None, padding=0):
    """What stands around the image is larger than some pixels.

    Known: the_smallest_number_too_large.
    """
    stride = stride or kernel_size
    padded = functional.pad(images, [padding] * 4, value=-1000.0)
    windows = padded.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride)
    return windows.flatten(-2).max(dim=-1)[0]


@instead_of("max_pool2d")
def average(images, kernel_size, stride=None, padding=0):
    """The pixels of a window are averaged.

    Known: averaged, padded_with_zeros.
    """
    stride = stride or kernel_size
    x = functional.pad(images, (padding,) * 4)
    return x.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride).mean((-1, -2))


@instead_of("max_pool2d")
def over_the_channels(images, kernel_size, stride=None, padding=0):
    """The channels of a window are compared with one another, too.

    Known: channels_pooled_too.
    """
    stride = stride or kernel_size
    n, c, h, _ = images.shape
    x = functional.pad(images, (padding,) * 4, value=float("-inf"))
    cols = functional.unfold(x, kernel_size, stride=stride)
    largest = cols.max(dim=1, keepdim=True).values
    oh = (h + 2 * padding - kernel_size) // stride + 1
    return largest.view(n, 1, oh, -1).repeat(1, c, 1, 1)
