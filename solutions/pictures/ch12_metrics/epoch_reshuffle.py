"""What is seen in twenty epochs.

Each square is one of 400 samples without a nodule, of which an epoch has room for 20; a filled one
has been seen.  With a new order in each epoch most are.  With one order for all epochs it is always
the same 20.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch12_metrics.epoch_reshuffle import BalancedSampler

N_NEGATIVES, N_EPOCHS, LENGTH = 400, 20, 40


def draw(figure):
    figure.set_size_inches(6, 3.3)
    sampler = BalancedSampler(
        torch.tensor([0] * N_NEGATIVES + [1] * 10), LENGTH, torch.Generator().manual_seed(0)
    )
    epochs = [list(sampler)[1::2] for _ in range(N_EPOCHS)]
    ways = {"one order": (epochs[:1], ORANGE), "an order for each epoch": (epochs, BLUE)}
    for ax, (name, (seen, color)) in zip(figure.subplots(1, 2), ways.items(), strict=True):
        indices = sorted({index for epoch in seen for index in epoch})
        rows, columns = zip(*(divmod(index, 20) for index in indices), strict=True)
        ax.scatter(columns, rows, s=34, color=color, marker="s")
        ax.set_title(f"{name}: {len(indices)} seen", fontsize=10)
        ax.set(xlim=(-1, 20), ylim=(20, -1), xticks=[], yticks=[])
        ax.set_aspect("equal")
