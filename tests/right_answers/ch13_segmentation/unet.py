"""Right answers to ch13_segmentation/unet, written differently."""

import torch.nn.functional as F  # noqa: N812
from torch import nn

from katas._dojo.writing.mistakes import instead_of

DOWN = "self.down_path = nn.ModuleList(block(*it) for it in pairwise([in_channels, *widths]))"
UP = "self.up_path = nn.ModuleList(up_block(*it) for it in pairwise(reversed(widths)))"
CHECK = """
if x.shape[2] % 2 or x.shape[3] % 2:
    raise ValueError(f"{tuple(x.shape[2:])} cannot be halved")
"""
EQUIVALENT = {
    "The ways may be made in any order.": [(f"{DOWN}\n{UP}", f"{UP}\n{DOWN}")],
    "After an error, nobody asks for a bridge.": [
        (f"{CHECK}bridges.append(x)", f"bridges.append(x){CHECK}"),
    ],
}


@instead_of("UNet")
class AsInTheBook(nn.Module):
    def __init__(self, in_channels, n_classes, depth, wf, block, up_block):
        super().__init__()
        self.depth = depth
        prev_channels = in_channels
        self.down_path = nn.ModuleList()
        for i in range(depth):
            self.down_path.append(block(prev_channels, 2 ** (wf + i)))
            prev_channels = 2 ** (wf + i)

        self.up_path = nn.ModuleList()
        for i in reversed(range(depth - 1)):
            self.up_path.append(up_block(prev_channels, 2 ** (wf + i)))
            prev_channels = 2 ** (wf + i)

        self.last = nn.Conv2d(prev_channels, n_classes, kernel_size=1)

    def forward(self, x):
        blocks = []
        for i, down in enumerate(self.down_path):
            x = down(x)
            if i != len(self.down_path) - 1:
                if any(size % 2 for size in x.shape[2:]):
                    raise ValueError("an odd size")
                blocks.append(x)
                x = F.avg_pool2d(x, 2)

        for i, up in enumerate(self.up_path):
            x = up(x, blocks[-i - 1])

        return self.last(x)


@instead_of("UNet")
class LevelByLevel(nn.Module):
    """Each level asks the one below."""

    def __init__(self, in_channels, n_classes, depth, wf, block, up_block):
        super().__init__()
        width = 1 << wf
        self.down_path = nn.ModuleList([block(in_channels, width)])
        self.up_path = nn.ModuleList()
        for _ in range(1, depth):
            self.down_path.append(block(width, 2 * width))
            width *= 2
        for _ in range(1, depth):
            self.up_path.append(up_block(width, width // 2))
            width //= 2
        self.last = nn.Conv2d(width, n_classes, (1, 1))
        self.pool = nn.AvgPool2d(2)

    def _level(self, x, level):
        x = self.down_path[level](x)
        if level == len(self.up_path):
            return x
        height, width = x.shape[2:]
        if height & 1 or width & 1:
            raise ValueError(f"{height} by {width} pixels")
        below = self._level(self.pool(x), level + 1)
        return self.up_path[-1 - level](below, x)

    def forward(self, x):
        return self.last(self._level(x, 0))
