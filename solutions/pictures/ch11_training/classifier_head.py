"""The loss of a crop whose class is told, the surer the model is.

From logits it falls to 0.  From probabilities, which cross-entropy takes for logits, it cannot fall
below 0.3133: there is nothing left to learn long before anything is learned.
"""

import torch
from torch import nn

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch11_training.classifier_head import classification_loss


def draw(figure):
    ax = figure.subplots()
    label = torch.tensor([1])
    differences = torch.linspace(-4, 8, 49)
    for exchanged, color in ((False, BLUE), (True, ORANGE)):
        losses = [classification_loss(_Sure(it, exchanged), None, label) for it in differences]
        ax.plot(differences, losses, color=color)
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.text(-2.5, 3, "from logits", color=BLUE)
    ax.text(3, 0.45, "from probabilities", color=ORANGE)
    ax.set(xlabel="how much larger the right logit is", ylabel="loss")


class _Sure(nn.Module):
    """Gives logits that differ by so much, and their probabilities, in either order."""

    def __init__(self, difference, exchanged):
        super().__init__()
        logits = torch.stack([torch.zeros(()), difference]).unsqueeze(0)
        both = logits, logits.softmax(dim=1)
        self.answer = both[::-1] if exchanged else both

    def forward(self, crops):
        return self.answer
