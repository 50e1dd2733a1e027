"""Right answers to ch08_convolutions/batch_norm_bias, written differently."""

import copy
from collections import OrderedDict

import torch
from torch import nn
from torch.nn.utils import fuse_conv_bn_eval, fuse_conv_bn_weights, skip_init

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A Parameter is a leaf, whatever it is made from.": [
        ("@torch.no_grad()", ""),
        ("torch.no_grad()", "torch.enable_grad()"),
    ],
    "These are tensors of the function's own by then.": [
        ("scale = scale * bn.weight", "scale *= bn.weight"),
        ("shift = shift + conv.bias", "shift += conv.bias"),
        ("bias = bias + bn.bias", "bias += bn.bias"),
    ],
}


@instead_of("conv_bn")
def with_names(in_channels, out_channels, kernel_size, padding=0):
    conv = nn.Conv2d(in_channels, out_channels, kernel_size, 1, padding, bias=False)
    return nn.Sequential(
        OrderedDict(conv=conv, batchnorm=nn.BatchNorm2d(num_features=out_channels))
    )


@instead_of("conv_bn")
def the_bias_taken_away(in_channels, out_channels, kernel_size, padding=0):
    layers = nn.Sequential()
    layers.append(nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding))
    layers.append(nn.BatchNorm2d(out_channels))
    layers[0].bias = None
    return layers


class _ConvBN(nn.Sequential):
    def __init__(self, *sizes, padding):
        super().__init__(nn.Conv2d(*sizes, padding=padding, bias=False), nn.BatchNorm2d(sizes[1]))


@instead_of("conv_bn")
def a_class_of_its_own(in_channels, out_channels, kernel_size, padding=0):
    return _ConvBN(in_channels, out_channels, kernel_size, padding=padding)


@instead_of("fold_batch_norm")
def copies_in_eval_mode(conv, bn):
    return fuse_conv_bn_eval(copy.deepcopy(conv).eval(), copy.deepcopy(bn).eval())


@instead_of("fold_batch_norm")
def initialization_skipped(conv, bn):
    folded = skip_init(
        nn.Conv2d,
        conv.in_channels,
        conv.out_channels,
        conv.kernel_size,
        stride=conv.stride,
        padding=conv.padding,
        dilation=conv.dilation,
        groups=conv.groups,
        padding_mode=conv.padding_mode,
        device=conv.weight.device,
        dtype=conv.weight.dtype,
    )
    weight, bias = fuse_conv_bn_weights(
        conv.weight, conv.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias
    )
    folded.load_state_dict({"weight": weight, "bias": bias})
    return folded


@instead_of("fold_batch_norm")
def the_random_state_restored(conv, bn):
    with torch.random.fork_rng():
        folded = nn.Conv2d(
            conv.in_channels,
            conv.out_channels,
            conv.kernel_size,
            conv.stride,
            conv.padding,
            conv.dilation,
            conv.groups,
            padding_mode=conv.padding_mode,
        ).to(conv.weight)
    std = torch.sqrt(bn.running_var + bn.eps)
    gamma = bn.weight.detach() if bn.affine else torch.ones_like(std)
    beta = bn.bias.detach() if bn.affine else torch.zeros_like(std)
    bias = 0 if conv.bias is None else conv.bias.detach()
    folded.weight.data = torch.einsum("oikl,o->oikl", conv.weight.detach(), gamma / std)
    folded.bias.data = beta + (bias - bn.running_mean) * gamma / std
    return folded


@instead_of("fold_batch_norm")
def batch_norm_asked_what_it_does(conv, bn):
    def normalized(channels):
        return nn.functional.batch_norm(
            channels, bn.running_mean, bn.running_var, bn.weight, bn.bias, eps=bn.eps
        )

    with torch.no_grad():
        zero = torch.zeros_like(bn.running_mean)[None]
        (slope,) = normalized(zero + 1) - normalized(zero)
        (bias,) = normalized(zero if conv.bias is None else conv.bias[None])
        weight = conv.weight * slope[:, None, None, None]
    folded = copy.deepcopy(conv).requires_grad_(False)
    folded.register_parameter("weight", nn.Parameter(weight, requires_grad=False))
    folded.register_parameter("bias", nn.Parameter(bias, requires_grad=False))
    return folded
