"""The likelihood of more and more samples, each with 0.3 for its true class.

In float32 the product reaches 0 after some 86 samples, and its logarithm is infinite from there
on.  The sum of the logarithms goes on in a straight line.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch07_images.likelihood import likelihood, neg_log_likelihood


def draw(figure):
    ax = figure.subplots()
    sizes = range(1, 161)
    batches = [(torch.full((n, 1), 0.3), torch.zeros(n, dtype=torch.int64)) for n in sizes]
    logs = torch.stack([-likelihood(*batch).log().reshape(()) for batch in batches])
    losses = torch.stack([neg_log_likelihood(*batch, "sum") for batch in batches])
    ax.plot(sizes, logs, color=ORANGE, linewidth=7, alpha=0.5)
    ax.plot(sizes, losses, color=BLUE)
    n_finite = int(logs.isfinite().sum())
    ax.axvline(n_finite, color=ORANGE, linestyle=":")
    ax.text(n_finite + 3, 20, "-log(likelihood):\ninfinite on the right", color=ORANGE)
    ax.text(70, 150, "your neg_log_likelihood", color=BLUE, horizontalalignment="right")
    ax.set(xlabel="number of samples", ylabel="loss, summed")
