"""The gradient on its way through a hundred blocks.

The same blocks twice.  Where each adds to its input, the gradient reaches the first block much
as it left the last.  Where each replaces its input, it has grown a millionfold and more by then.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch08_convolutions.resnet_depth import ResBlock

N_BLOCKS = 100


def draw(figure):
    ax = figure.subplots()
    blocks = [ResBlock(n_chans=4) for _ in range(N_BLOCKS)]
    image = torch.randn(8, 4, 6, 6)
    residual = _gradient_norms(blocks, image)
    plain = _gradient_norms([_without_input(block) for block in blocks], image)
    for norms, name, color in ((residual, "residual", BLUE), (plain, "plain", ORANGE)):
        ax.semilogy(range(1, N_BLOCKS + 1), norms, color=color)
        ax.text(50, 3 * norms[49], name, color=color)
    ax.set(xlabel="block", ylabel="gradient, last block = 1")


def _without_input(block):
    return lambda x: block(x) - x


def _gradient_norms(blocks, x):
    inputs = []
    for block in blocks:
        x = x.detach().requires_grad_() if not inputs else x
        inputs.append(x)
        x = block(x)
    gradients = torch.autograd.grad(x, inputs, torch.randn_like(x))
    norms = torch.stack([gradient.norm() for gradient in gradients])
    return (norms / norms[-1]).tolist()
