"""Wrong answers to ch13_segmentation/up_block, as people write them."""

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of


class _Up(nn.Module):
    """Both ways to double, as they should be."""

    def __init__(self, in_channels, out_channels, up_mode):
        super().__init__()
        self.up = (
            nn.ConvTranspose2d(in_channels, out_channels, 2, stride=2)
            if up_mode == "upconv"
            else nn.Sequential(
                nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False),
                nn.Conv2d(in_channels, out_channels, 1),
            )
        )


def _crop(bridge, like):
    dy = (bridge.size(2) - like.size(2)) // 2
    dx = (bridge.size(3) - like.size(3)) // 2
    return bridge[:, :, dy : dy + like.size(2), dx : dx + like.size(3)]


@instead_of("UpJoin")
class SkipFirst(_Up):
    """The bridge stands in front.

    Known: the_bridge_in_front.
    """

    def forward(self, x, bridge):
        x = self.up(x)
        return torch.cat((_crop(bridge, x), x), dim=1)


@instead_of("UpJoin")
class PaddedInstead(_Up):
    """What is smaller gets a border.

    Known: padded_to_the_bridge.
    """

    def forward(self, x1, x2):
        x1 = self.up(x1)
        dy, dx = x2.size(2) - x1.size(2), x2.size(3) - x1.size(3)
        x1 = F.pad(x1, [dx // 2, dx - dx // 2, dy // 2, dy - dy // 2])
        return torch.cat([x1, x2], dim=1)


@instead_of("UpJoin")
class PlainUpsample(nn.Module):
    """Pixels are repeated, and the bridge is not cut in its middle.

    Known: the_nearest_pixel, the_top_left_of_the_bridge.
    """

    def __init__(self, in_channels, out_channels, up_mode):
        super().__init__()
        if up_mode == "upconv":
            self.up = nn.ConvTranspose2d(in_channels, out_channels, kernel_size=2, stride=2)
        else:
            conv = nn.Conv2d(in_channels, out_channels, kernel_size=1)
            self.up = nn.Sequential(nn.Upsample(scale_factor=2), conv)

    def forward(self, x, bridge):
        x = self.up(x)
        return torch.cat([x, bridge[:, :, : x.shape[2], : x.shape[3]]], dim=1)


@instead_of("UpJoin")
class UpsampledOnly(nn.Module):
    """Interpolation has no convolution behind it.

    Known: no_convolution_behind.
    """

    def __init__(self, in_channels, out_channels, up_mode):
        super().__init__()
        if up_mode == "upconv":
            self.up = nn.ConvTranspose2d(in_channels, out_channels, kernel_size=2, stride=2)
        else:
            self.up = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)

    def forward(self, x, bridge):
        x = self.up(x)
        return torch.cat([x, _crop(bridge, x)], 1)


@instead_of("UpJoin")
class FewerChannelsFirst(nn.Module):
    """What is cheaper comes first.

    Known: the_convolution_first.
    """

    def __init__(self, in_channels, out_channels, up_mode):
        super().__init__()
        if up_mode == "upconv":
            self.up = nn.ConvTranspose2d(in_channels, out_channels, 2, stride=2)
        elif up_mode == "upsample":
            self.up = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, 1),
                nn.Upsample(mode="bilinear", scale_factor=2),
            )

    def forward(self, x, bridge):
        up = self.up(x)
        dh = (bridge.shape[2] - up.shape[2]) // 2
        dw = (bridge.shape[3] - up.shape[3]) // 2
        crop = bridge[:, :, dh : dh + up.shape[2], dw : dw + up.shape[3]]
        return torch.cat([up, crop], 1)
