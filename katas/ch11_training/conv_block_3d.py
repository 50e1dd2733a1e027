"""A block of convolutions for a volume (§11.4.1).

Two convolutions of 3x3x3 see 5x5x5 voxels together, with relu after each, without which the two
would be no more than one.  Then max pool halves every size.  Where a size is odd, the block of
the book drops the last plane, with what the convolutions have found there.  Here that plane is
pooled by itself.
"""

from torch import Tensor, nn


class ConvBlock3d(nn.Module):
    """Convolution, relu, convolution, relu, max pool over 2x2x2 voxels.

    ``conv1`` and ``conv2`` are nn.Conv3d with a bias, and keep the size of what they are given.
    """

    def __init__(self, in_channels: int, out_channels: int):
        """Both convolutions give ``out_channels``."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return [N, out_channels, D', H', W'] for ``x`` [N, in_channels, D, H, W].

        Each size is halved and rounded up, so that no plane is lost: 5 becomes 3.
        ``x`` stays as it is.
        """
        raise NotImplementedError
