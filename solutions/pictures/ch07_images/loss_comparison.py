"""Two losses of one sample, by the score of its true class.

Where the classifier is surely wrong, on the left, squared error has reached its limit and become
flat: nothing tells it which way is better.  The likelihood still falls as steeply as ever.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch07_images.loss_comparison import percent_change, squared_error


def draw(figure):
    figure.set_size_inches(6, 4.8)
    losses, changes = figure.subplots(2, 1)
    scores = torch.linspace(-8, 8, 161)
    probs = torch.stack([scores, torch.zeros_like(scores)], dim=1).softmax(1)
    undecided, target = torch.tensor([[0.5, 0.5]]), torch.tensor([0])
    for loss_fn, label, color in [
        (squared_error, "squared error", ORANGE),
        (_neg_log_likelihood, "-log(likelihood)", BLUE),
    ]:
        values = torch.stack([loss_fn(row, target) for row in probs.split(1)])
        losses.plot(scores, values, color=color, label=label)
        changes.plot(scores, percent_change(loss_fn, undecided, target, probs), color=color)
    losses.set(ylabel="loss")
    losses.legend()
    changes.set(xlabel="score of the true class less that of the other")
    changes.set(ylabel="change in %,\nfrom [0.5, 0.5]")


def _neg_log_likelihood(probs, targets):
    return -probs.gather(1, targets.unsqueeze(1)).log().sum()
