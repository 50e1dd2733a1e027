"""Wrong answers to ch08_convolutions/batch_norm_bias, as people write them."""

import copy

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("conv_bn")
def bias_of_the_norm_left_out(in_channels, out_channels, kernel_size, padding=0):
    """Batch norm has no parameters of its own, and the convolution keeps its bias.

    Known: the_bias_kept.
    """
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding),
        nn.BatchNorm2d(out_channels, affine=False),
    )


@instead_of("conv_bn")
def padding_in_the_place_of_stride(in_channels, out_channels, kernel_size, padding=0):
    """The padding stands where Conv2d takes the stride.

    Known: nothing.
    """
    conv = nn.Conv2d(in_channels, out_channels, kernel_size, max(padding, 1), bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(out_channels))


def like(conv):
    return nn.Conv2d(
        conv.in_channels,
        conv.out_channels,
        conv.kernel_size,
        conv.stride,
        conv.padding,
        conv.dilation,
        conv.groups,
        bias=True,
        padding_mode=conv.padding_mode,
        device=conv.weight.device,
        dtype=conv.weight.dtype,
    )


@instead_of("fold_batch_norm")
def eps_forgotten(conv, bn):
    """The root is that of the variance alone, and random numbers are drawn.

    Known: eps_forgotten, random_numbers_drawn.
    """
    folded = like(conv)
    with torch.no_grad():
        gamma = bn.weight if bn.weight is not None else torch.ones_like(bn.running_mean)
        beta = bn.bias if bn.bias is not None else torch.zeros_like(bn.running_mean)
        bias = conv.bias if conv.bias is not None else torch.zeros_like(bn.running_mean)
        scale = gamma / bn.running_var.sqrt()
        folded.weight.copy_(conv.weight * scale.reshape(-1, 1, 1, 1))
        folded.bias.copy_((bias - bn.running_mean) * scale + beta)
    return folded


@instead_of("fold_batch_norm")
def bias_of_the_convolution_not_scaled(conv, bn):
    """The bias that was there is added as it was.

    Known: the_bias_not_scaled.
    """
    new = copy.deepcopy(conv)
    with torch.no_grad():
        scale = 1 / torch.sqrt(bn.running_var + bn.eps)
        shift = -bn.running_mean * scale
        if bn.affine:
            scale = scale * bn.weight
            shift = shift * bn.weight + bn.bias
        new.weight.mul_(scale[:, None, None, None])
        if new.bias is None:
            new.bias = nn.Parameter(shift)
        else:
            new.bias.add_(shift)
    return new


@instead_of("fold_batch_norm")
def scaled_along_the_inputs(conv, bn):
    """The scale is put along the input channels, or does not fit there.

    Known: scaled_along_the_inputs.
    """
    new = copy.deepcopy(conv)
    with torch.no_grad():
        scale = (bn.running_var + bn.eps).rsqrt()
        beta = 0
        if bn.affine:
            scale, beta = scale * bn.weight, bn.bias
        bias = 0 if conv.bias is None else conv.bias
        new.weight.copy_(conv.weight * scale.view(1, -1, 1, 1))
        new.bias = nn.Parameter((bias - bn.running_mean) * scale + beta)
    return new


@instead_of("fold_batch_norm")
def folded_where_it_is(conv, bn):
    """The convolution that was given is changed, and plain settings are taken for granted.

    Known: folded_in_place, always_affine.
    """
    with torch.no_grad():
        std = (bn.running_var + bn.eps).sqrt()
        conv.weight.mul_((bn.weight / std).view(-1, 1, 1, 1))
        bias = 0 if conv.bias is None else conv.bias
        conv.bias = nn.Parameter((bias - bn.running_mean) * bn.weight / std + bn.bias)
    return conv
