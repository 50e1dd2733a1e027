"""How often a class comes.

Grey is what the training set has of each class, in per cent; blue what is drawn from it in one
epoch.  The few samples of the last class come eight times each.
"""

import torch
from torch.utils.data import Subset

from katas._dojo.showing.page import BLUE, GREY
from katas.ch12_metrics.weighted_sampler import balanced_sampler

COUNTS = [800, 160, 40]


def draw(figure):
    figure.set_size_inches(5, 2.6)
    labels = torch.cat([torch.full((n,), label) for label, n in enumerate(COUNTS)])
    everything = Subset(labels, range(len(labels)))
    sampler = balanced_sampler(everything, labels, torch.Generator().manual_seed(0))
    drawn = labels[torch.tensor(list(sampler))]
    ax = figure.subplots()
    places = torch.arange(len(COUNTS)).numpy()
    for shift, some, color, name in [(-0.2, labels, GREY, "is there"), (0.2, drawn, BLUE, "drawn")]:
        shares = 100 * torch.bincount(some, minlength=len(COUNTS)) / len(some)
        bars = ax.bar(places + shift, shares.numpy(), 0.38, color=color, label=name)
        ax.bar_label(bars, fmt="%.0f", fontsize=9)
    ax.set_xticks(places, [f"class {it}" for it in places])
    ax.set_ylabel("per cent")
    ax.legend()
