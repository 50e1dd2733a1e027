"""A block of a U-Net (§13.3.1).

Every level of a U-Net looks at its pixels twice: two convolutions of 3x3, relu after each, and,
where it is wanted, batch norm after each relu.  Saved weights go by the places of these parts, so
their order counts.
"""

from torch import Tensor, nn


class UNetBlock(nn.Module):
    """Convolution, relu, batch norm if wanted, and once more the same.

    ``block`` is an nn.Sequential of these parts in this order.  The convolutions have a bias.
    """

    def __init__(self, in_channels: int, out_channels: int, padding: bool, batch_norm: bool):
        """Both convolutions give ``out_channels``.

        With ``padding`` they add a border of zeros, and the image keeps its size.
        """
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return [N, out_channels, H, W] for ``x`` [N, in_channels, H, W].

        Without padding it is [N, out_channels, H - 4, W - 4].
        """
        raise NotImplementedError
