"""What a threshold lets through.

Each dot is a candidate, as far to the right as the model is sure that it is a nodule.  What lies to
the right of the line is predicted to be one.  A high threshold gives few false alarms and misses
nodules; a low one finds them, and much else.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch12_metrics.confusion_counts import confusion_counts

N_NODULES, N_OTHERS = 20, 60


def draw(figure):
    figure.set_size_inches(6, 4.4)
    generator = torch.Generator().manual_seed(2)
    labels = torch.arange(N_NODULES + N_OTHERS) < N_NODULES
    odds = 1.5 * torch.randn(len(labels), generator=generator) + torch.where(labels, 1.5, -1.5)
    logits = torch.stack([torch.zeros_like(odds), odds], dim=1)
    heights = labels + 0.7 * (torch.rand(len(labels), generator=generator) - 0.5)
    colors = [BLUE if label else GREY for label in labels]
    for ax, threshold in zip(figure.subplots(3, 1, sharex=True), (0.2, 0.5, 0.9), strict=True):
        found, false_alarms, missed, rest = confusion_counts(logits, labels.long(), threshold)
        ax.scatter(odds.sigmoid().numpy(), heights.numpy(), s=14, color=colors)
        ax.axvline(threshold, color=ORANGE)
        ax.set_title(
            f"{found} found, {missed} missed; {false_alarms} false alarms, {rest} left alone",
            fontsize=9,
        )
        ax.set_yticks([0, 1], ["none", "nodule"])
        ax.set(xlim=(-0.02, 1.02), ylim=(-0.5, 1.5))
    ax.set_xlabel("probability of a nodule")
