"""A network that knows one place only.

It has learned to tell two shapes apart, always in the middle of the image.  Moved by a pixel or
two they are strange to it, and it guesses.  Reordered for each move by your function, it is as
good as ever: any order of the pixels is like any other.
"""

import torch
from torch.nn.functional import cross_entropy

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch07_images.fully_connected import fully_connected, reordered

SHAPES = [[2.0, 2, 2, 0, 0, 2, 0], [0.0, 0, 0, 2, 2, 0, 2]]
MOVES = range(-8, 9)


def draw(figure):
    ax = figure.subplots()
    generator = torch.Generator().manual_seed(0)
    labels = torch.arange(600) % 2
    imgs = torch.randn(600, 21, generator=generator)
    imgs[:, 7:14] += torch.tensor(SHAPES)[labels]
    model = fully_connected([21, 16, 2])
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.2, generator=generator)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(60):
        optimizer.zero_grad()
        cross_entropy(model(imgs), labels).backward()
        optimizer.step()
    as_it_is, along = [], []
    for move in MOVES:
        order = torch.arange(21).roll(move)
        as_it_is.append(_accuracy(model, imgs[:, order], labels))
        along.append(_accuracy(reordered(model, order), imgs[:, order], labels))
    ax.plot(MOVES, along, ".-", color=BLUE)
    ax.plot(MOVES, as_it_is, ".-", color=ORANGE)
    ax.text(MOVES[0], 0.94, "reordered for each move", color=BLUE)
    ax.text(1, 0.7, "as it was trained", color=ORANGE)
    ax.set(xlabel="pixels that the image was moved by", ylabel="accuracy", ylim=(0, 1.05))


def _accuracy(model, imgs, labels):
    with torch.no_grad():
        return (model(imgs).argmax(dim=1) == labels).double().mean().item()
