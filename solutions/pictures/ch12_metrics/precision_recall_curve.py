"""What two models can be made to do.

Along a line the threshold falls from left to right: more is found, and more of what is said is
wrong.  The dots are thresholds of 0.9, 0.5 and 0.1.  The better model is above the other at every
recall; the dashed line is one that guesses.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch12_metrics.precision_recall_curve import precision_recall_curve

N_NODULES, N_OTHERS = 200, 600


def draw(figure):
    figure.set_size_inches(5.2, 3.8)
    ax = figure.subplots()
    labels = (torch.arange(N_NODULES + N_OTHERS) < N_NODULES).long()
    noise = torch.randn(len(labels), generator=torch.Generator().manual_seed(0))
    for name, apart, color in [("better", 1.6, BLUE), ("worse", 0.7, ORANGE)]:
        probabilities = (noise + apart * (2 * labels - 1)).sigmoid()
        along = torch.linspace(0, 1, 101)
        precision, recall = precision_recall_curve(probabilities, labels, along)
        ax.plot(recall.numpy(), precision.numpy(), color=color, label=name)
        shown = torch.tensor([0.9, 0.5, 0.1])
        precision, recall = precision_recall_curve(probabilities, labels, shown)
        ax.plot(recall.numpy(), precision.numpy(), "o", color=color)
    ax.axhline(N_NODULES / len(labels), color=GREY, linestyle="--", label="guesses")
    ax.set(xlabel="recall", ylabel="precision", xlim=(0, 1.02), ylim=(0, 1.05))
    ax.legend(loc=(0.03, 0.28))
