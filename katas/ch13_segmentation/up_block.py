"""The way up, joined (§13.3.1).

From below come few pixels that know much; over the bridge come many that know where things are.  So
what comes from below is doubled in height and width, by a transposed convolution or by
interpolation, and put in front of the bridge's channels.  The convolutions that follow tell the two
apart by their places alone: weights that were trained in this order make no sense in the other.
"""

from torch import Tensor, nn


class UpJoin(nn.Module):
    """Doubles what comes from below, and joins the bridge to it.

    ``up`` is an nn.ConvTranspose2d if ``up_mode`` is "upconv".  If it is "upsample", ``up`` is an
    nn.Sequential of an nn.Upsample, bilinear, which keeps the channels, and an nn.Conv2d of 1x1,
    which changes them.
    """

    def __init__(self, in_channels: int, out_channels: int, up_mode: str):
        """``up`` takes ``in_channels`` and gives ``out_channels``."""
        raise NotImplementedError

    def forward(self, x: Tensor, bridge: Tensor) -> Tensor:
        """Return [N, out_channels + C, 2H, 2W] for ``x`` [N, in_channels, H, W].

        ``bridge`` [N, C, H', W'] is at least as large as that.  Its middle counts: where an odd
        number of rows or columns goes, one more of them goes at the end.
        """
        raise NotImplementedError
