"""Which class is predicted, and how surely, as the scores of three classes change.

Each point of the square is one sample: the score of class 0 to the right, that of class 1 upwards,
that of class 2 always 0.  Near the borders no class is much more probable than another.
"""

import torch

from katas._dojo.showing.page import BLUE, GREEN, ORANGE
from katas.ch07_images.class_prediction import predict


def draw(figure):
    ax = figure.subplots()
    steps = torch.linspace(-4, 4, 33)
    x, y = torch.meshgrid(steps, steps, indexing="xy")
    scores = torch.stack([x, y, torch.zeros_like(x)], dim=-1).reshape(-1, 3)
    classes, probs = predict(scores.log_softmax(1))
    for number, color in enumerate((BLUE, ORANGE, GREEN)):
        ours = classes == number
        points = scores[ours]
        ax.scatter(points[:, 0], points[:, 1], s=60 * probs[ours] ** 3, c=color, label=f"{number}")
    ax.set(xlabel="score of class 0", ylabel="score of class 1", aspect="equal")
    ax.legend(title="class", loc="center left", bbox_to_anchor=(1, 0.5))
