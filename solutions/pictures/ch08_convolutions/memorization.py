"""Twice right in training, once for nothing.

The same net and the same images, with their true labels and with shuffled ones.  Both times it
ends with every label right in training.  With true labels it is right for new images too; with
shuffled labels it guesses, one in three.
"""

import torch
from torch import nn

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch08_convolutions.memorization import memorize, shuffled

N_TRAIN = 48


def draw(figure):
    figure.set_size_inches(6, 3.2)
    generator = torch.Generator().manual_seed(0)
    labels = torch.arange(648) % 3
    imgs = torch.randn(648, 1, 4, 4, generator=generator)
    imgs[torch.arange(648), 0, labels] += 1.5
    panels = figure.subplots(1, 2, sharey=True)
    for ax, title in zip(panels, ("true labels", "shuffled labels"), strict=True):
        targets = labels if title == "true labels" else shuffled(labels, generator)
        in_training, held_out = zip(*_accuracies(imgs, targets), strict=True)
        ax.plot(in_training, color=BLUE)
        ax.plot(held_out, color=ORANGE)
        ax.axhline(1 / 3, color=GREY, linestyle=":")
        ax.set(title=title, xlabel="step", ylim=(0, 1.05))
    panels[0].set_ylabel("accuracy")
    panels[1].text(20, 0.68, "in training", color=BLUE)
    panels[1].text(20, 0.22, "held out", color=ORANGE)


def _accuracies(imgs, labels):
    """In training and held out, step by step."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(16, 64), nn.Tanh(), nn.Linear(64, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(60):
        with torch.no_grad():
            right = (model(imgs).argmax(dim=1) == labels).double()
        yield right[:N_TRAIN].mean().item(), right[N_TRAIN:].mean().item()
        memorize(model, optimizer, imgs[:N_TRAIN], labels[:N_TRAIN], max_steps=1)
