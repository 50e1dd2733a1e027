"""An area that is a chance.

Every square is a pair: a positive sample for each row, a negative one for each column, both in the
order of their scores.  It is blue where the positive one wins, half as blue where they are tied.
What is blue is the area under the curve, and its share of all squares is the chance.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch14_detection.auc import area_under, chance_of_outranking


def draw(figure):
    figure.set_size_inches(4.2, 4.2)
    ax = figure.subplots()
    labels = torch.arange(30) % 3 == 0
    drawn = torch.randint(0, 20, (30,), generator=torch.Generator().manual_seed(5))
    scores = drawn + 5.0 * labels
    positives = scores[labels].sort(descending=True).values
    negatives = scores[~labels].sort(descending=True).values
    for row, positive in enumerate(positives):
        for column, negative in enumerate(negatives):
            won = 0.6 * (positive > negative) + 0.3 * (positive == negative)
            x, y = column / len(negatives), row / len(positives)
            width, height = 1 / len(negatives), 1 / len(positives)
            ax.fill(
                [x, x + width, x + width, x],
                [y, y, y + height, y + height],
                color=BLUE,
                alpha=float(won),
                linewidth=0,
            )
    thresholds = scores.unique().flip(0)[:, None]
    fpr = torch.tensor([0.0, *(negatives >= thresholds).float().mean(1).tolist()])
    tpr = torch.tensor([0.0, *(positives >= thresholds).float().mean(1).tolist()])
    ax.plot(fpr.numpy(), tpr.numpy(), color=ORANGE)
    area, chance = area_under(fpr, tpr), chance_of_outranking(scores, labels)
    ax.set_title(f"area {area:.4f}, chance {chance:.4f}", fontsize=10)
    ax.set(xlabel="false positive rate", ylabel="true positive rate", aspect="equal")
