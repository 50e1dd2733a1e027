"""The gradient in each of thirty layers.

The same layers twice.  One after the other, each passes on about half of the gradient, and the
first gets a ten-millionth of what the last gets.  With a skip around each it comes through to all.
"""

import torch
from torch import nn

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch08_convolutions.vanishing_gradient import gradient_norms

DEPTH = 30


def draw(figure):
    ax = figure.subplots()
    layers = [nn.Sequential(nn.Linear(16, 16), nn.Tanh()) for _ in range(DEPTH)]
    plain, residual = nn.Sequential(*layers), nn.Sequential(*map(_Residual, layers))
    x, target = torch.randn(32, 16), torch.randn(32, 16)
    for model, name, color in ((residual, "residual", BLUE), (plain, "plain", ORANGE)):
        loss = nn.functional.mse_loss(model(x), target)
        norms = list(gradient_norms(model, loss).values())
        ax.semilogy(range(1, DEPTH + 1), norms, ".-", color=color)
        ax.text(5, norms[4] / 6 if model is residual else 6 * norms[4], name, color=color)
    ax.set(xlabel="layer", ylabel="norm of its gradient")


class _Residual(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        return x + self.layer(x)
