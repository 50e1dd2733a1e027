"""Three tensors on one storage.

Above, the storage of ``points``, in blue what a tensor uses of it.  Below, that tensor, each number
with its place in the storage.  The transpose has moved nothing: it goes another way.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch03_tensors.storage_and_strides import position

POINTS = torch.tensor([[4, 1], [5, 3], [2, 1]])
TENSORS = {"points": POINTS, "points[1]": POINTS[1], "points.t()": POINTS.t()}


def draw(figure):
    figure.set_size_inches(8, 3.4)
    storages, grids = figure.subplots(2, 3, height_ratios=[1, 3])
    for storage, grid, (name, x) in zip(storages, grids, TENSORS.items(), strict=True):
        rows = x if x.dim() == 2 else x[None]
        places = {}
        for row in range(len(rows)):
            for column in range(len(rows[row])):
                places[row, column] = position(rows, (row, column))
        for place, number in enumerate(POINTS.flatten().tolist()):
            _cell(storage, 0, place, number, BLUE if place in places.values() else "#bbbbbb")
            storage.text(place, -0.75, place, ha="center", va="center", fontsize=8, color="grey")
        for (row, column), place in places.items():
            _cell(grid, row, column, rows[row, column].item(), ORANGE, f"at {place}")
        storage.set_title(f"{name}: offset {x.storage_offset()}, stride {x.stride()}", fontsize=10)
        _bare(storage, 6, 1)
        _bare(grid, 3, 3)


def _cell(ax, row, column, number, color, note=""):
    ax.bar(column, 0.9, 0.9, bottom=row - 0.45, color=color)
    ax.text(column, row - 0.1 * bool(note), number, ha="center", va="center", color="white")
    ax.text(column, row + 0.25, note, ha="center", va="center", fontsize=8, color="white")


def _bare(ax, n_columns, n_rows):
    ax.set(xlim=(-0.6, n_columns - 0.4), ylim=(n_rows - 0.4, -1))
    ax.set_aspect("equal")
    ax.axis("off")
