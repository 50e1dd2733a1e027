"""A generator of images (§2.2.3).

What turns horses into zebras halves an image twice, works on it where it is small, and doubles it
twice.  Two sizes become the same when they are halved, 2n and 2n - 1: ``output_padding`` says
which of them comes back.
"""

from torch import Tensor, nn


def resnet_generator(n_chans: int = 64, n_blocks: int = 9) -> nn.Sequential:
    """Return a network from images [N, 3, H, W] to images of the same size, in order made of

    - a convolution of kernel 7 to ``n_chans`` channels
    - two of kernel 3, stride 2, padding 1: each doubles the channels
    - ``n_blocks`` blocks: x + f(x), where f are two convolutions of kernel 3
    - two transposed ones of kernel 3, stride 2, padding 1: each halves the channels
    - a convolution of kernel 7 to 3 channels, then tanh

    Each has a bias.  At stride 1 reflection padding keeps the size.  After each convolution but the
    last comes an InstanceNorm2d without parameters, and then ReLU, except at the end of f.  A side
    that 4 does not divide comes out as the next multiple of 4.
    """
    raise NotImplementedError


def to_pixels(out: Tensor) -> Tensor:
    """Map numbers from -1 to 1, as tanh gives them, evenly to 0 to 1; ``out`` stays as it is."""
    raise NotImplementedError
