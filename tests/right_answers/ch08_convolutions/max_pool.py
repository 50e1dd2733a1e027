"""Right answers to ch08_convolutions/max_pool, written differently."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A stride of 0 counts as none given.": [
        ("stride: int | None = None", "stride: int | None = 0")
    ],
}


@instead_of("max_pool2d")
def one_window_at_a_time(images, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    height, width = images.shape[2:]
    rows = (height + 2 * padding - kernel_size) // stride + 1
    columns = (width + 2 * padding - kernel_size) // stride + 1
    out = torch.zeros(*images.shape[:2], rows, columns, dtype=images.dtype, device=images.device)
    for row in range(rows):
        top = row * stride - padding
        for column in range(columns):
            left = column * stride - padding
            window = images[
                :, :, max(top, 0) : top + kernel_size, max(left, 0) : left + kernel_size
            ]
            out[:, :, row, column] = window.flatten(2).max(2)[0]
    return out


@instead_of("max_pool2d")
def columns_then_rows(images, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    pooled = functional.pad(images, (padding,) * 4, value=float("-inf"))
    for dim in (3, 2):
        pooled = pooled.unfold(dim, kernel_size, stride).max(-1)[0]
    return pooled


@instead_of("max_pool2d")
def by_the_index_of_the_largest(images, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    padded = functional.pad(images, [padding] * 4, value=torch.finfo(images.dtype).min)
    windows = padded.unfold(2, kernel_size, stride).unfold(3, kernel_size, stride).flatten(4)
    return windows.take_along_dim(windows.argmax(4, keepdim=True), 4)[..., 0]


@instead_of("max_pool2d")
def one_shift_after_the_other(images, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    height, width = (size + 2 * padding for size in images.shape[2:])
    padded = images.new_full((*images.shape[:2], height, width), -torch.inf)
    padded[:, :, padding : height - padding, padding : width - padding] = images
    largest = None
    for row in range(kernel_size):
        for column in range(kernel_size):
            rows = slice(row, height - kernel_size + row + 1, stride)
            columns = slice(column, width - kernel_size + column + 1, stride)
            shifted = padded[:, :, rows, columns]
            if largest is None:
                largest = shifted
            else:
                largest = torch.where(shifted > largest, shifted, largest)
    return largest
