"""Three columns of a table, each on a line of its own.

As they come, the scale of the widest column hides the others.  Standardised, each lies around 0;
rescaled, each runs from 0 to 1.  How the numbers of a column lie to one another stays the same.
"""

import torch

from katas._dojo.showing.page import BLUE, GREEN, ORANGE
from katas.ch04_real_data.standardize_columns import rescale, standardize

NAMES = ["acid", "alcohol", "sulfur"]


def draw(figure):
    figure.set_size_inches(8, 2.6)
    random = torch.Generator().manual_seed(4)
    spread, place = torch.tensor([0.1, 1.2, 40.0]), torch.tensor([0.3, 10.5, 138.0])
    table = place + spread * torch.randn(30, 3, generator=random)
    tables = {
        "as they come": table,
        "standardize(table)": standardize(table),
        "rescale(table)": rescale(table),
    }
    axes = figure.subplots(1, 3, sharey=True)
    for ax, (title, columns) in zip(axes, tables.items(), strict=True):
        for height, (column, color) in enumerate(
            zip(columns.T, (BLUE, ORANGE, GREEN), strict=True)
        ):
            ax.plot(column, [height] * len(column), "|", markersize=16, color=color)
        ax.set(title=title, yticks=range(3), yticklabels=NAMES, ylim=(-0.6, 2.6))
