"""The loss of one sample, by the lead of its true class.

The loss stays an ordinary number, however wrong the sample is.  The logarithm of a softmax is
right only as far as float32 can hold the probability: beyond that it is infinite.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch07_images.cross_entropy import cross_entropy


def draw(figure):
    ax = figure.subplots()
    leads = torch.linspace(-150, 50, 201)
    logits = torch.stack([leads, torch.zeros_like(leads)], dim=1)
    losses = torch.stack([cross_entropy(row, torch.tensor([0])) for row in logits.split(1)])
    naive = -torch.softmax(logits, dim=1).log()[:, 0]
    finite = naive.isfinite()
    ax.plot(leads[finite], naive[finite], color=ORANGE, linewidth=7, alpha=0.5)
    ax.plot(leads, losses, color=BLUE)
    first = leads[finite][0].item()
    ax.axvline(first, color=ORANGE, linestyle=":")
    ax.text(first + 3, 5, "-log(softmax):\ninfinite on the left", color=ORANGE)
    ax.text(-60, 75, "your cross_entropy", color=BLUE)
    ax.set(xlabel="logit of the true class less that of the other", ylabel="loss")
