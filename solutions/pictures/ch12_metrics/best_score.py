"""Which epochs are the best so far.

A score over thirty epochs.  In some of them it is nan, and the line has a gap: nothing was found.
The filled dots are the epochs whose model is kept, each in the place of the one before; the dashed
line is the best score that is remembered.
"""

import math

import torch

from katas._dojo.showing.page import BLUE, GREY
from katas.ch12_metrics.best_score import BestScore

N_EPOCHS = 30


def draw(figure):
    figure.set_size_inches(6, 2.8)
    noise = torch.randn(N_EPOCHS, generator=torch.Generator().manual_seed(3))
    epochs = torch.arange(N_EPOCHS)
    scores = (0.7 * (1 - torch.exp(-epochs / 8)) + 0.06 * noise).clamp(0.02, 1).tolist()
    for epoch in (0, 1, 9, 10, 19):
        scores[epoch] = math.nan
    f1, kept, remembered = BestScore(), [], []
    for epoch, score in enumerate(scores):
        if f1.update(score):
            kept.append((epoch, score))
        remembered.append(math.nan if f1.best is None else f1.best)
    ax = figure.subplots()
    ax.plot(range(N_EPOCHS), scores, ".-", color=GREY)
    ax.step(range(N_EPOCHS), remembered, "--", where="post", color=BLUE, linewidth=1)
    ax.plot(*zip(*kept, strict=True), "o", color=BLUE)
    ax.set(xlabel="epoch", ylabel="F1")
