"""Right answers to ch13_segmentation/unet_block, written differently."""

from collections import OrderedDict

import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Another list of the same parts does as well.": [("parts += [", "parts = parts + [")],
}


@instead_of("UNetBlock")
class AsInTheBook(nn.Module):
    def __init__(self, in_size, out_size, padding, batch_norm):
        super().__init__()
        block = []

        block.append(nn.Conv2d(in_size, out_size, kernel_size=3, padding=int(padding)))
        block.append(nn.ReLU())
        if batch_norm:
            block.append(nn.BatchNorm2d(out_size))

        block.append(nn.Conv2d(out_size, out_size, kernel_size=3, padding=int(padding)))
        block.append(nn.ReLU())
        if batch_norm:
            block.append(nn.BatchNorm2d(out_size))

        self.block = nn.Sequential(*block)

    def forward(self, x):
        return self.block(x)


@instead_of("UNetBlock")
class ReluByFunction(nn.Module):
    """The numbers are the same although no relu is a part."""

    def __init__(self, in_channels, out_channels, padding, batch_norm):
        super().__init__()
        border = "same" if padding else "valid"
        parts = OrderedDict()
        for place, channels in ((0, in_channels), (3 if batch_norm else 2, out_channels)):
            parts[str(place)] = nn.Conv2d(channels, out_channels, 3, padding=border)
            if batch_norm:
                parts[str(place + 2)] = nn.BatchNorm2d(out_channels)
        self.block = nn.Sequential(parts)

    def forward(self, x):
        for part in self.block:
            x = part(x)
            if isinstance(part, nn.Conv2d):
                x = F.relu(x)
        return x
