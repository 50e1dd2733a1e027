"""The first 24 samples at four ratios.

Filled squares are nodules, and the number is a sample's place in its list.  There are three
nodules here and twelve others.  The nodules soon begin again; the higher the ratio, the more of the
others come before they do.
"""

from katas._dojo.showing.page import BLUE, GREY
from katas.ch12_metrics.balanced_sampling import BalancedDataset

RATIOS, LENGTH = (1, 2, 3, 0), 24


def draw(figure):
    figure.set_size_inches(6, 1.9)
    ax = figure.subplots()
    positives, negatives = [(True, it) for it in range(3)], [(False, it) for it in range(12)]
    for row, ratio in enumerate(RATIOS):
        dataset = BalancedDataset(positives, negatives, ratio, LENGTH)
        for column in range(len(dataset)):
            is_nodule, place = dataset[column]
            color = BLUE if is_nodule else GREY
            face = color if is_nodule else "none"
            ax.scatter(column, row, s=130, marker="s", facecolor=face, edgecolor=color)
            ink = "white" if is_nodule else color
            ax.text(column, row, str(place), ha="center", va="center", fontsize=7, color=ink)
    ax.set_yticks(range(len(RATIOS)), [f"ratio {it}" for it in RATIOS])
    ax.set(xlim=(-0.7, LENGTH - 0.3), ylim=(len(RATIOS) - 0.4, -0.6), xticks=[])
    ax.grid(visible=False)
