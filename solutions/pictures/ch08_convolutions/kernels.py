"""What nine numbers see.

A bright disc and a bar on a dark ground; the blur; the vertical edges, blue where it gets brighter
to the right, orange where it gets darker.  The lower and the upper side of the bar are no edges.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch08_convolutions.kernels import blur, vertical_edges

SIZE = 24


def draw(figure):
    figure.set_size_inches(6, 2.4)
    image = _image()
    with torch.no_grad():
        blurred = blur(1)(image)
        edges = vertical_edges(1)(image)
    shown = {"the image": image, "blurred": blurred, "vertical edges": edges}
    for ax, (name, picture) in zip(figure.subplots(1, 3), shown.items(), strict=True):
        _pixels(ax, picture[0, 0])
        ax.set_title(name)


def _image():
    row = torch.arange(SIZE).view(-1, 1)
    column = torch.arange(SIZE).view(1, -1)
    disc = (row - 8) ** 2 + (column - 8) ** 2 < 25
    bar = (row > 16) & (row < 21) & (column > 5) & (column < 20)
    return (disc | bar).float()[None, None]


def _pixels(ax, picture):
    """Each pixel a square; the stronger, the less you see through it."""
    strength = picture.abs() / picture.abs().max()
    rows, columns = strength.gt(0.01).nonzero(as_tuple=True)
    colors = [BLUE if pixel > 0 else ORANGE for pixel in picture[rows, columns]]
    ax.scatter(columns, rows, 14, colors, marker="s", alpha=strength[rows, columns], linewidths=0)
    ax.set(xlim=(-1, SIZE), ylim=(SIZE, -1), aspect="equal", xticks=[], yticks=[])
