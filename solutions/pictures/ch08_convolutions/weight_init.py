"""How large numbers are after each of thirty layers.

With the weights that your function draws they stay about as large as they were.  torch's layers
start with smaller ones, and next to nothing is left of the image.  Whoever leaves the kernel's
area out of fan_in has weights three times too large, and numbers explode.
"""

import torch
from torch import nn

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch08_convolutions.weight_init import init_weights

N_CHANS, DEPTH = 32, 30


def draw(figure):
    ax = figure.subplots()
    # With padding of zeros the sums at the border would be smaller.
    settings = {"padding": 1, "padding_mode": "circular", "bias": False}
    convs = [nn.Conv2d(N_CHANS, N_CHANS, 3, **settings) for _ in range(DEPTH)]
    ax.semilogy(_sizes(convs), color=ORANGE)
    init_weights(nn.Sequential(*convs))
    ax.semilogy(_sizes(convs), color=BLUE)
    for conv in convs:
        conv.weight.data *= 3
    ax.semilogy(_sizes(convs), color=GREY)
    ax.text(16, 1e10, "fan_in without the kernel", color=GREY, ha="right")
    ax.text(DEPTH, 1e1, "your init_weights", color=BLUE, ha="right")
    ax.text(16, 1e-10, "as torch makes them", color=ORANGE, ha="right")
    ax.set(xlabel="layer", ylabel="root mean square")


@torch.no_grad()
def _sizes(convs):
    x = torch.randn(4, N_CHANS, 4, 4)
    sizes = [x.square().mean().sqrt().item()]
    for conv in convs:
        x = conv(x).relu()
        sizes.append(x.square().mean().sqrt().item())
    return sizes
