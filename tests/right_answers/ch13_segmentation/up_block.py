"""Right answers to ch13_segmentation/up_block, written differently."""

import torch
import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "There are two modes, in the order of the alphabet.": [
        ('up_mode == "upconv"', 'up_mode <= "upconv"')
    ],
}


@instead_of("UpJoin")
class AsInTheBook(nn.Module):
    def __init__(self, in_size, out_size, up_mode):
        super().__init__()
        if up_mode == "upconv":
            self.up = nn.ConvTranspose2d(in_size, out_size, kernel_size=2, stride=2)
        elif up_mode == "upsample":
            self.up = nn.Sequential(
                nn.Upsample(mode="bilinear", scale_factor=2),
                nn.Conv2d(in_size, out_size, kernel_size=1),
            )

    def center_crop(self, layer, target_size):
        _, _, layer_height, layer_width = layer.size()
        diff_y = (layer_height - target_size[0]) // 2
        diff_x = (layer_width - target_size[1]) // 2
        return layer[:, :, diff_y : (diff_y + target_size[0]), diff_x : (diff_x + target_size[1])]

    def forward(self, x, bridge):
        up = self.up(x)
        crop1 = self.center_crop(bridge, up.shape[2:])
        return torch.cat([up, crop1], 1)


@instead_of("UpJoin")
class ChannelsFirst(nn.Module):
    """The weights of an interpolation add up to 1, so the convolution may come before it."""

    def __init__(self, in_channels, out_channels, up_mode):
        super().__init__()
        if up_mode == "upsample":
            self.up = nn.Sequential(
                nn.UpsamplingBilinear2d(scale_factor=2), nn.Conv2d(in_channels, out_channels, 1)
            )
        else:
            self.up = nn.ConvTranspose2d(in_channels, out_channels, 2, 2)

    def forward(self, x, bridge):
        if isinstance(self.up, nn.Sequential):
            up = F.interpolate(self.up[1](x), scale_factor=2, mode="bilinear", align_corners=False)
        else:
            up = self.up(x)
        cut = []
        for have, want in zip(bridge.shape[:1:-1], up.shape[:1:-1], strict=True):
            cut += [-((have - want) // 2), -((have - want + 1) // 2)]
        return torch.cat((up, F.pad(bridge, cut)), dim=1)
