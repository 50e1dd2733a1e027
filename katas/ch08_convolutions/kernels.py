"""Kernels made by hand (§8.2.2).

What a convolution does to an image is decided by its weights.  Equal weights that add up to 1
blur it.  Weights that subtract what lies on the left from what lies on the right answer at the
edges in between, and nowhere else.

Each function returns a new Conv2d with a 3x3 kernel, ``n_channels`` channels in, one channel out.
It keeps the size of the image by one pixel of zeros around it, adds nothing to the weighted sum,
and its weights can be trained further.
"""

from torch import nn


def blur(n_channels: int) -> nn.Conv2d:
    """Return the layer that averages the pixels under it, over all channels at once.

    Its weights are equal and add up to 1: away from the border, a grey image keeps its
    brightness, however many channels it has.
    """
    raise NotImplementedError


def vertical_edges(n_channels: int) -> nn.Conv2d:
    """Return the layer that adds up the column on the right, and subtracts that on the left.

    It does so in every channel, and adds up the channels.  The answer is positive where the image
    gets brighter to the right.
    """
    raise NotImplementedError
