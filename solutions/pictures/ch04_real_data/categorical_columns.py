"""Five wines, before and after.

Each colour is a column of the table.  Grape and cellar only name: each becomes, in its place, as
many columns as it has names, and one of them is 1 in each row.  Acid measures and score puts in
order: both stay as they are.
"""

import torch

from katas._dojo.showing.page import BLUE, GREEN, ORANGE, PURPLE
from katas.ch04_real_data.categorical_columns import encode

COLUMNS = {"acid": BLUE, "grape": ORANGE, "score": GREEN, "cellar": PURPLE}
N_CLASSES = {1: 3, 3: 2}
TABLE = [[0.5, 2, 6, 1], [0.3, 0, 5, 0], [0.9, 2, 7, 1], [0.4, 1, 6, 1], [0.7, 0, 8, 0]]


def draw(figure):
    figure.set_size_inches(6, 2.6)
    before, after = figure.subplots(1, 2, width_ratios=[4, 7])
    table = torch.tensor(TABLE)
    _cells(before, table, COLUMNS.items())
    before.set_title("the table")
    names = []
    for number, (name, color) in enumerate(COLUMNS.items()):
        for label in range(N_CLASSES.get(number, 1)):
            names.append((f"{name}\n= {label}" if number in N_CLASSES else name, color))
    _cells(after, encode(table, N_CLASSES), names, zero=0.5)
    after.set_title("encoded")


def _cells(ax, table, columns, zero=1):
    """Draw the numbers of ``table``, and where there is a 0, the colour as strong as ``zero``."""
    for place, (name, color) in enumerate(columns):
        ax.text(place, -0.6, name, ha="center", va="bottom", fontsize=10, color=color)
        for row, number in enumerate(table[:, place].tolist()):
            ax.bar(place, 0.9, 0.9, bottom=row - 0.45, color=color, alpha=1 if number else zero)
            ax.text(place, row, f"{number:g}", ha="center", va="center", color="white")
    ax.set(xlim=(-0.6, table.size(1) - 0.4), ylim=(len(table) - 0.4, -1.5))
    ax.axis("off")
