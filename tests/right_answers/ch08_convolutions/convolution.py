"""Right answers to ch08_convolutions/convolution, written differently."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("conv2d")
def one_window_at_a_time(images, weight, bias, stride=1, padding=0):
    n_images, _, height, width = images.shape
    n_out, _, k_height, k_width = weight.shape
    padded = functional.pad(images, (padding, padding, padding, padding))
    rows = (height + 2 * padding - k_height) // stride + 1
    columns = (width + 2 * padding - k_width) // stride + 1
    out = torch.zeros(n_images, n_out, rows, columns, dtype=images.dtype, device=images.device)
    for row in range(rows):
        for column in range(columns):
            top, left = row * stride, column * stride
            window = padded[:, :, top : top + k_height, left : left + k_width]
            for channel in range(n_out):
                products = window * weight[channel]
                out[:, channel, row, column] = products.sum((1, 2, 3)) + bias[channel]
    return out


@instead_of("conv2d")
def columns_by_a_matrix(images, weight, bias, stride=1, padding=0):
    n_out, _, *kernel = weight.shape
    columns = functional.unfold(images, kernel, padding=padding, stride=stride)
    out = weight.reshape(n_out, -1) @ columns + bias[:, None]
    rows = (images.shape[2] + 2 * padding - kernel[0]) // stride + 1
    return out.unflatten(2, (rows, -1))


@instead_of("conv2d")
def one_tap_at_a_time(images, weight, bias, stride=1, padding=0):
    n_images, n_in, height, width = images.shape
    padded = images.new_zeros(n_images, n_in, height + 2 * padding, width + 2 * padding)
    padded[:, :, padding : padding + height, padding : padding + width] = images
    last_row = padded.shape[2] - weight.shape[2]
    last_column = padded.shape[3] - weight.shape[3]
    out = bias.reshape(1, -1, 1, 1)
    for row in range(weight.shape[2]):
        for column in range(weight.shape[3]):
            under = padded[
                :, :, row : row + last_row + 1 : stride, column : column + last_column + 1 : stride
            ]
            mixed = torch.tensordot(under, weight[:, :, row, column], dims=([1], [1]))
            out = out + mixed.movedim(-1, 1)
    return out
