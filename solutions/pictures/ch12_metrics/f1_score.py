"""Four ways to make one number of precision and recall.

Along a line all pairs score alike, 0.1 more from each line to the next, towards the upper right.
Those of the mean run on to where one of the two is 0.  Those of F1 bend as those of the minimum do,
without the corner: it pays to mend whichever is worse.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch12_metrics.f1_score import f1_score

SCORES = {
    "mean": lambda precision, recall: (precision + recall) / 2,
    "minimum": torch.minimum,
    "product": torch.mul,
    "F1": f1_score,
}


def draw(figure):
    figure.set_size_inches(6, 5.6)
    along = torch.linspace(0, 1, 101)
    recall, precision = torch.meshgrid(along, along, indexing="ij")
    axes = figure.subplots(2, 2, sharex=True, sharey=True)
    for ax, (name, score) in zip(axes.flat, SCORES.items(), strict=True):
        levels = [it / 10 for it in range(1, 10)]
        color = BLUE if name == "F1" else GREY
        lines = score(precision, recall).numpy()
        ax.contour(along.numpy(), along.numpy(), lines, levels, colors=color)
        ax.plot([0.5, 1.0], [0.5, 0.1], "o", color=ORANGE)
        at = [score(*torch.tensor(pair)).item() for pair in ((0.5, 0.5), (1.0, 0.1))]
        ax.set_title(f"{name}: {at[0]:.2f} and {at[1]:.2f} at the dots", fontsize=10)
        ax.set_aspect("equal")
    for ax in axes[1]:
        ax.set_xlabel("precision")
    for ax in axes[:, 0]:
        ax.set_ylabel("recall")
