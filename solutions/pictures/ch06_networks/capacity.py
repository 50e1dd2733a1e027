"""How wide a network should be.

The training loss keeps falling with the width, so it cannot tell when to stop.  The validation
loss turns up again; the ring is the network that your choose_net takes.
"""

import torch
from torch.nn.functional import mse_loss

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch06_networks.capacity import choose_net

WIDTHS = [1, 2, 4, 8, 16]
N_TRAIN = 16


def draw(figure):
    ax = figure.subplots()
    generator = torch.Generator().manual_seed(14)
    x = torch.rand(60, 1, generator=generator) * 4 - 2
    y = torch.sin(2 * x) + 0.5 * torch.randn(60, 1, generator=generator)
    losses = {}

    def train_and_validate(net):
        _train(net, x[:N_TRAIN], y[:N_TRAIN])
        with torch.no_grad():
            errors = (net(x) - y) ** 2
        both = errors[:N_TRAIN].mean().item(), errors[N_TRAIN:].mean().item()
        losses[net[0].out_features] = both
        return both

    chosen, _ = choose_net(WIDTHS, train_and_validate, lambda net: 0.0)
    widths = sorted(losses)
    train_losses, val_losses = zip(*(losses[width] for width in widths), strict=True)
    ax.semilogx(widths, train_losses, ".-", color=BLUE)
    ax.semilogx(widths, val_losses, ".-", color=ORANGE)
    ax.text(8, val_losses[3] + 0.03, "validation", color=ORANGE, ha="right")
    ax.text(8, train_losses[3] + 0.03, "training", color=BLUE)
    width = chosen[0].out_features
    ax.plot(width, losses[width][1], "o", color=ORANGE, mfc="none", markersize=12)
    ax.set(xlabel="hidden units", ylabel="loss", ylim=(0, None))
    ax.set_xticks(widths, labels=map(str, widths))
    ax.set_xticks([], minor=True)


def _train(net, x, y):
    optimizer = torch.optim.LBFGS(net.parameters(), max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        loss = mse_loss(net(x), y)
        loss.backward()
        return loss

    optimizer.step(closure)
