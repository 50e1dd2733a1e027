"""The losses of all samples, by class, beside their mean.

A model that says "no nodule" to nearly everything has a small mean loss.  Only the losses of the
samples show that those with a nodule, few as they are, lie at the other end.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch11_training.per_sample_loss import batch_loss

N, N_NODULES = 1000, 50


def draw(figure):
    ax = figure.subplots()
    classes = (torch.arange(N) < N_NODULES).long()
    logits = torch.randn(N, 2) * 0.6 + torch.tensor([1.5, -1.5])
    mean, losses = batch_loss(logits, torch.eye(2, dtype=torch.int64)[classes])
    for value, color in ((0, BLUE), (1, ORANGE)):
        of_class = losses[classes == value].tolist()
        ax.hist(of_class, bins=50, range=(0, 6), color=color, log=True)
    ax.text(0.7, 10, "without a nodule", color=BLUE)
    ax.text(3, 15, "with a nodule", color=ORANGE)
    ax.axvline(mean.item(), color=GREY, linewidth=0.8)
    ax.text(mean.item() + 0.1, 300, "the mean", color=GREY)
    ax.set(xlabel="loss", ylabel="how many")
