"""How much each of seven planes moves what comes out.

Bars are sizes of gradients, summed over a plane.  Seven is odd: a pool that rounds down drops what
the convolutions found in the last plane, which then only counts through its neighbours.
"""

import torch
from torch.nn.functional import max_pool3d

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch11_training.conv_block_3d import ConvBlock3d

DEPTH = 7


def draw(figure):
    ax = figure.subplots()
    block = ConvBlock3d(1, 8)
    x = torch.randn(16, 1, DEPTH, 8, 8, requires_grad=True)
    rounded_down = max_pool3d(block.conv2(block.conv1(x).relu()).relu(), 2)
    planes = torch.arange(1, DEPTH + 1).numpy()
    for out, shift, color in ((rounded_down, 0.2, ORANGE), (block(x), -0.2, BLUE)):
        (gradient,) = torch.autograd.grad(out.sum(), x, retain_graph=True)
        sizes = gradient.abs().sum(dim=(0, 1, 3, 4)).numpy()
        ax.bar(planes + shift, sizes, width=0.4, color=color)
    ax.text(1, 1.02, "yours", color=BLUE, transform=ax.transAxes, ha="right", va="bottom")
    ax.text(0, 1.02, "rounded down", color=ORANGE, transform=ax.transAxes, va="bottom")
    ax.set(xlabel="plane", ylabel="size of its gradient")
