"""Downsampling (§8.2.3).

To halve an image is to make one number of every four pixels, and to lose something.  The mean
keeps the brightness, but a lone bright pixel fades.  The largest keeps the lone pixel, but a
checkerboard turns white.  A convolution with a stride of 2 leaves out every second answer down
and across, and its weights, which are learned, decide what survives.

``images`` are [N, C, H, W], floating point; a result has their dtype, and gradients flow back
through it.  Torch's own pools and convolutions may be called.
"""

from torch import Tensor


def average_pool(images: Tensor, n: int) -> Tensor:
    """Return the mean of each square of n x n pixels, channel by channel.

    Squares lie side by side.  Pixels on the right and at the bottom that fill no square are left
    out: the result is [N, C, H // n, W // n].

    >>> average_pool(torch.tensor([[[[0.0, 4.0, 9.0], [0.0, 0.0, 9.0]]]]), 2)
    tensor([[[[1.]]]])
    """
    raise NotImplementedError


def max_pool(images: Tensor, n: int) -> Tensor:
    """Return the largest pixel of each of the same squares.

    >>> max_pool(torch.tensor([[[[0.0, 4.0, 9.0], [0.0, 0.0, 9.0]]]]), 2)
    tensor([[[[4.]]]])
    """
    raise NotImplementedError


def strided_conv(images: Tensor, weight: Tensor, n: int) -> Tensor:
    """Return every n-th answer of a 3x3 convolution, down and across, beginning with the first.

    ``weight`` is [C_out, C, 3, 3], and there is no bias.  With a pixel of zeros on all sides there
    is an answer for each pixel; every n-th of them makes it [N, C_out, ceil(H / n), ceil(W / n)].
    """
    raise NotImplementedError
