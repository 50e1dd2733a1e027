"""A wider network always fits the training data better.

The training loss keeps falling with the width, so it cannot tell when to stop.  The validation
loss turns up again; the ring is the network that you choose.
"""

import torch
from torch.nn.functional import mse_loss

from katas._dojo.page import BLUE, ORANGE
from katas.ch06_networks.capacity import choose_net

WIDTHS = [1, 2, 4, 8, 16, 32]


def draw(figure):
    ax = figure.subplots()
    generator = torch.Generator().manual_seed(4)
    x = torch.rand(60, 1, generator=generator) * 4 - 2
    y = torch.sin(2 * x) + 0.3 * torch.randn(60, 1, generator=generator)
    losses = {}

    def train_and_validate(net):
        _train(net, x[:15], y[:15])
        with torch.no_grad():
            both = tuple(mse_loss(net(x[part]), y[part]).item() for part in _PARTS)
        losses[net[0].out_features] = both
        return both

    chosen, _ = choose_net(WIDTHS, train_and_validate, lambda net: 0.0)
    widths = sorted(losses)
    train_losses, val_losses = zip(*(losses[width] for width in widths), strict=True)
    ax.loglog(widths, train_losses, ".-", color=BLUE, base=2)
    ax.loglog(widths, val_losses, ".-", color=ORANGE, base=2)
    width = chosen[0].out_features
    ax.plot(width, losses[width][1], "o", color=ORANGE, mfc="none", markersize=12)
    ax.set(xlabel="hidden units", ylabel="loss")


_PARTS = (slice(15), slice(15, None))


def _train(net, x, y):
    optimizer = torch.optim.LBFGS(net.parameters(), max_iter=150, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        loss = mse_loss(net(x), y)
        loss.backward()
        return loss

    optimizer.step(closure)
