"""The bias that batch norm makes redundant (§8.5.2).

Batch norm subtracts each channel's mean, so in training mode whatever bias stood ahead of
it is subtracted with it.  Leave that bias out: batch norm brings its own.  In eval mode
batch norm is a scale and a shift per channel, and a convolution can take both into its
weight and its bias.
"""

from torch import nn


def conv_bn(in_channels, out_channels, kernel_size, padding=0) -> nn.Sequential:
    """Return a Conv2d, then a BatchNorm2d, without the parameter that is redundant.

    They map images [N, in_channels, H, W] to [N, out_channels, H', W'].
    """
    raise NotImplementedError


def fold_batch_norm(conv: nn.Conv2d, bn: nn.BatchNorm2d) -> nn.Conv2d:
    """Return one new convolution that equals ``conv``, then ``bn``, both in eval mode.

    Stride, padding, padding mode, dilation and groups of ``conv`` are kept, as are device and
    dtype, which ``bn`` shares.  ``conv`` may have no bias, and ``bn`` neither weight nor bias.
    Both are left as they were, in whichever mode they arrive, and so is the random state.

    >>> fold_batch_norm(nn.Conv2d(3, 16, 3, bias=False), nn.BatchNorm2d(16))
    Conv2d(3, 16, kernel_size=(3, 3), stride=(1, 1))
    """
    raise NotImplementedError
