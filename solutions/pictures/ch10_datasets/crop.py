"""A crop in the middle of a scan, and one at its edge.

Each dot is a centre, each box is where the crop of its colour comes from.  At the edge the box
would be the dashed one, a third of it empty: it is shifted back inside.  Its crop is as large as
the other, and its centre no longer lies in the middle.
"""

import numpy as np
import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas._dojo.writing.scans import draw_scan
from katas.ch10_datasets.crop import crop

WIDTH = 8, 24, 24
CROPS = {"in the middle": ((20, 23, 26), BLUE), "at the edge": ((20, 44, 68), ORANGE)}


def draw(figure):
    figure.set_size_inches(6, 3.6)
    axes = figure.subplot_mosaic("AAB;AAC")
    scan, *crops = axes.values()
    hu = torch.from_numpy(draw_scan(3).hu)
    numbers = torch.arange(hu.numel()).view(hu.shape)
    _show(scan, hu[20], 0, 0)
    scan.set(title="slice 20 of the scan", xlim=(-1, 81))
    for ax, (name, (center, color)) in zip(crops, CROPS.items(), strict=True):
        first = crop(numbers, center, WIDTH)[0, 0, 0].item()
        _, row, column = np.unravel_index(first, hu.shape)
        _show(ax, crop(hu, center, WIDTH)[WIDTH[0] // 2], row, column)
        ax.set_title(name, color=color)
        for it in (scan, ax):
            it.plot(center[2], center[1], "o", color=color)
            _box(it, row, column, color)
        _box(scan, center[1] - WIDTH[1] // 2, center[2] - WIDTH[2] // 2, color, "--")


def _show(ax, image, row, column):
    """``image``, the first pixel of which is ``row`` and ``column`` of the scan."""
    n_rows, n_columns = image.shape
    extent = column - 0.5, column + n_columns - 0.5, row + n_rows - 0.5, row - 0.5
    ax.imshow(image.numpy(), cmap="gray", vmin=-1000, vmax=300, extent=extent)
    ax.axis("off")


def _box(ax, row, column, color, line="-"):
    rows = np.array([0, 0, 1, 1, 0]) * WIDTH[1] + row - 0.5
    columns = np.array([0, 1, 1, 0, 0]) * WIDTH[2] + column - 0.5
    ax.plot(columns, rows, line, color=color)
