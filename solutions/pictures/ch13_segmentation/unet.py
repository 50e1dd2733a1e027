"""The U of the paper, by the sizes of its images.

Each bar is as high as the image at that place, with its channels above it.  The bridges, dashed,
end lower than they begin: without padding what comes up is smaller, and they are cut to its size.
"""

import torch
from torch import nn

from katas.ch13_segmentation.unet import UNet


def draw(figure):
    figure.set_size_inches(6, 3.4)
    ax = figure.subplots()
    with torch.device("meta"):  # sizes alone: nothing is computed
        net = UNet(1, 2, 5, 6, _Block, _UpBlock)
        sizes = []
        blocks = [*net.down_path, *net.up_path]
        for block in blocks:
            block.register_forward_hook(lambda _, __, out: sizes.append(out.shape[1:3]))
        net(torch.empty(1, 1, 572, 572))
    for place, (channels, size) in enumerate(sizes):
        ax.bar(place, size, width=0.5, color="tab:blue")
        ax.text(place, size + 12, f"{channels}", ha="center", fontsize=8)
        ax.text(place, -12, f"{size}", ha="center", va="top", fontsize=8)
    for place in range(len(net.up_path)):
        ends = place, len(sizes) - 1 - place
        heights = [sizes[end][1] / 2 for end in ends]
        ax.plot(ends, heights, ls="--", color="tab:orange", lw=1)
    ax.set_ylim(-60, 640)
    ax.axis("off")


class _Block(nn.Sequential):
    def __init__(self, n_in, n_out):
        super().__init__(nn.Conv2d(n_in, n_out, 3), nn.Conv2d(n_out, n_out, 3))


class _UpBlock(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.up = nn.ConvTranspose2d(n_in, n_out, 2, stride=2)
        self.block = _Block(n_in, n_out)

    def forward(self, x, bridge):
        x = self.up(x)
        return self.block(torch.cat([x, bridge[:, :, : x.shape[2], : x.shape[3]]], dim=1))
