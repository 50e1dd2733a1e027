import copy

import torch
from torch import nn


def conv_bn(in_channels, out_channels, kernel_size, padding=0) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding, bias=False),
        nn.BatchNorm2d(out_channels),
    )


@torch.no_grad()
def fold_batch_norm(conv: nn.Conv2d, bn: nn.BatchNorm2d) -> nn.Conv2d:
    scale = (bn.running_var + bn.eps).rsqrt()
    if bn.weight is not None:
        scale = scale * bn.weight
    shift = -bn.running_mean
    if conv.bias is not None:
        shift = shift + conv.bias
    bias = shift * scale
    if bn.bias is not None:
        bias = bias + bn.bias
    # A copy keeps every setting, and unlike a new Conv2d it draws no random numbers.
    folded = copy.deepcopy(conv)
    folded.weight = nn.Parameter(conv.weight * scale.view(-1, 1, 1, 1))
    folded.bias = nn.Parameter(bias)
    return folded
