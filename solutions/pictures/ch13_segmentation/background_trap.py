"""Three measures of a network that finds more and more of a nodule.

To the left it calls everything background, to the right it has found the whole nodule.  Its
accuracy and its loss hardly move, since a nodule is a few pixels of a slice; the intersection over
union goes from 0 to 1.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch13_segmentation.background_trap import segmentation_scores

SIZE, N_NODULE, SURE = 256, 60, 4.0


def draw(figure):
    figure.set_size_inches(6, 2.8)
    labels = torch.zeros(1, SIZE, SIZE, dtype=torch.int64)
    labels.view(-1)[:N_NODULE] = 1
    found = range(N_NODULE + 1)
    scores = []
    for n in found:
        ahead = torch.full((1, SIZE, SIZE), -SURE)
        ahead.view(-1)[:n] = SURE
        scores.append(segmentation_scores([(torch.stack([-ahead, ahead], dim=1) / 2, labels)]))
    losses, accuracies, ious = zip(*scores, strict=True)
    ax = figure.subplots()
    for values, color, name, height in (
        (accuracies, GREY, "accuracy", 0.92),
        (ious, BLUE, "intersection over union", 0.55),
        (losses, ORANGE, "loss", 0.07),
    ):
        ax.plot(found, values, color=color)
        ax.text(1, height, name, color=color)
    ax.set(xlabel=f"pixels found of {N_NODULE}, in a slice of {SIZE * SIZE}", ylim=(-0.03, 1.05))
