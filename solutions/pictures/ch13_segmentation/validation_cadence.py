"""Which epochs have a score.

Thirty epochs, validated in epoch 1 and every fifth.  The line is the score that each model would
have had, the dots are those that were measured; the filled ones are the best so far.  The highest
point of the line may lie between two dots: nobody sees it.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY
from katas.ch13_segmentation.validation_cadence import fit

N_EPOCHS = 30


def draw(figure):
    figure.set_size_inches(6, 2.8)
    generator = torch.Generator().manual_seed(1)
    epochs = torch.arange(1, N_EPOCHS + 1)
    noise = 0.05 * torch.randn(N_EPOCHS, generator=generator)
    scores = (0.75 * (1 - torch.exp(-epochs / 8)) + noise).clamp(0, 1).tolist()
    saved = {}
    fit(
        N_EPOCHS,
        5,
        train=lambda epoch: None,
        validate=lambda epoch: scores[epoch - 1],
        save=saved.__setitem__,
    )
    ax = figure.subplots()
    ax.plot(epochs.tolist(), scores, color=GREY, linewidth=1)
    for epoch, is_best in saved.items():
        color = BLUE if is_best else "none"
        ax.plot(epoch, scores[epoch - 1], "o", color=BLUE, markerfacecolor=color)
    ax.set(xlabel="epoch", ylabel="score")
