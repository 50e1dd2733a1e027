"""Wrong answers to ch08_convolutions/convolution, as people write them."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of


@instead_of("conv2d")
def overwritten_for_each_channel(images, weight, bias, stride=1, padding=0):
    """The loop over the input channels keeps the last.

    Known: one_channel_only.
    """
    n, c, h, w = images.shape
    o, _, kh, kw = weight.shape
    x = functional.pad(images, (padding, padding, padding, padding))
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    out = torch.zeros(n, o, oh, ow, dtype=images.dtype, device=images.device)
    for i in range(oh):
        for j in range(ow):
            for k in range(o):
                for ch in range(c):
                    patch = x[:, ch, i * stride : i * stride + kh, j * stride : j * stride + kw]
                    out[:, k, i, j] = (patch * weight[k, ch]).sum((1, 2)) + bias[k]
    return out


@instead_of("conv2d")
def bias_in_the_channel_loop(images, weight, bias, stride=1, padding=0):
    """The bias is added for each channel.

    Known: the_bias_once_for_each_channel.
    """
    n, c, h, w = images.shape
    o, _, kh, kw = weight.shape
    x = functional.pad(images, (padding, padding, padding, padding))
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    out = torch.zeros(n, o, oh, ow, dtype=images.dtype, device=images.device)
    for i in range(oh):
        for j in range(ow):
            for k in range(o):
                for ch in range(c):
                    patch = x[:, ch, i * stride : i * stride + kh, j * stride : j * stride + kw]
                    out[:, k, i, j] += (patch * weight[k, ch]).sum((1, 2)) + bias[k]
    return out


@instead_of("conv2d")
def stride_forgotten_in_the_slices(images, weight, bias, stride=1, padding=0):
    """The windows begin side by side, whatever the stride.

    Known: as_many_places_as_with_a_stride.
    """
    x = functional.pad(images, [padding] * 4)
    kh, kw = weight.shape[-2:]
    oh = (x.shape[2] - kh) // stride + 1
    ow = (x.shape[3] - kw) // stride + 1
    rows = []
    for i in range(oh):
        row = []
        for j in range(ow):
            patch = x[:, None, :, i : i + kh, j : j + kw]
            row.append((patch * weight).sum((2, 3, 4)) + bias)
        rows.append(torch.stack(row, -1))
    return torch.stack(rows, -2)


@instead_of("conv2d")
def default_dtype(images, weight, bias, stride=1, padding=0):
    """The result is made in the default dtype.

    Known: in_float32.
    """
    x = functional.pad(images, [padding] * 4)
    kh, kw = weight.shape[-2:]
    oh = (x.shape[2] - kh) // stride + 1
    ow = (x.shape[3] - kw) // stride + 1
    out = torch.zeros(len(images), len(weight), oh, ow, device=images.device)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            patch = x[:, None, :, top : top + kh, left : left + kw]
            out[:, :, i, j] = (patch * weight).sum((2, 3, 4)) + bias
    return out


@instead_of("conv2d")
def square_kernels(images, weight, bias, stride=1, padding=0):
    """The kernel is taken for a square.

    Known: nothing.
    """
    k = weight.shape[-1]
    cols = functional.unfold(images, k, padding=padding, stride=stride)
    out = weight.flatten(1) @ cols + bias.view(-1, 1)
    oh = (images.shape[2] + 2 * padding - k) // stride + 1
    return out.view(len(images), len(weight), oh, -1)


@instead_of("conv2d")
def flipped_as_in_mathematics(images, weight, bias, stride=1, padding=0):
    """The kernel is flipped.

    Known: the_kernel_flipped.
    """
    w = torch.flip(weight, dims=(2, 3))
    x = functional.pad(images, (padding,) * 4)
    patches = x.unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    return torch.einsum("nchwij,ocij->nohw", patches, w) + bias[:, None, None]


@instead_of("conv2d")
def padded_at_one_end(images, weight, bias, stride=1, padding=0):
    """Zeros are added below and on the right only.

    Known: nothing.
    """
    n, c, h, w = images.shape
    padded = images.new_zeros(n, c, h + 2 * padding, w + 2 * padding)
    padded[:, :, :h, :w] = images
    patches = padded.unfold(2, weight.size(2), stride).unfold(3, weight.size(3), stride)
    return torch.einsum("ncxyij,ocij->noxy", patches, weight) + bias.view(1, -1, 1, 1)


@instead_of("conv2d")
def bias_along_the_width(images, weight, bias, stride=1, padding=0):
    """The bias is put along the width, and the stride counts to the right only.

    Known: the_bias_along_the_columns.
    """
    x = functional.pad(images, (padding, padding, padding, padding))
    patches = x.unfold(2, weight.shape[2], 1).unfold(3, weight.shape[3], stride)
    return torch.tensordot(patches, weight, ([1, 4, 5], [1, 2, 3])).permute(0, 3, 1, 2) + bias


@instead_of("conv2d")
def a_module(images, weight, bias, stride=1, padding=0):
    """A module of torch gets the weights.

    Known: torchs_module.
    """
    n_out, n_in, *kernel_size = weight.shape
    conv = torch.nn.Conv2d(n_in, n_out, kernel_size, stride=stride, padding=padding)
    conv.weight = torch.nn.Parameter(weight)
    conv.bias = torch.nn.Parameter(bias)
    return conv(images)
