"""Probabilities of three classes, as one number grows.

All three add up to 1 everywhere.  Only differences count: the others keep their proportion to one
another, whatever the third one does.
"""

import torch

from katas._dojo.showing.page import BLUE, GREEN, ORANGE
from katas.ch07_images.softmax import softmax


def draw(figure):
    ax = figure.subplots()
    third = torch.linspace(-4, 8, 121)
    x = torch.stack([torch.full_like(third, 1), torch.full_like(third, 2), third], dim=1)
    probs = softmax(x, 1)
    labels = ["x = 1", "x = 2", "x grows"]
    for column, label, color in zip(probs.T, labels, (ORANGE, GREEN, BLUE), strict=True):
        ax.plot(third, column, label=label, color=color)
    ax.axvline(3, color="0.6", linestyle=":")
    ax.text(3.1, 0.92, "[1, 2, 3]")
    ax.set(xlabel="the third number", ylabel="probability")
    ax.legend(loc="center right")
