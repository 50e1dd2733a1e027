"""What the diameter alone can do.

Dots are nodules of the training set above, and of the validation set below, orange if malignant.
The line is the threshold that the training set has chosen.  On the other set, which it has not
seen, it does what the titles say.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch14_detection.baseline_roc import diameter_baseline


def draw(figure):
    figure.set_size_inches(5.6, 3.6)
    sets = {"training": _drawn(50, 3), "validation": _drawn(36, 4)}
    train = sets["training"]
    for ax, (name, judged) in zip(figure.subplots(2, 1), sets.items(), strict=True):
        threshold, fpr, tpr = diameter_baseline(*train, *judged)
        mm, malignant = judged
        colors = [ORANGE if it else BLUE for it in malignant]
        heights = malignant.int() + torch.linspace(-0.2, 0.2, len(mm))
        ax.scatter(mm.numpy(), heights.numpy(), s=14, color=colors)
        ax.axvline(threshold, color=GREY)
        ax.set_title(f"{name}: finds {tpr:.2f}, with {fpr:.2f} of the benign ones", fontsize=9)
        ax.set(xlim=(0, 26), ylim=(-0.6, 1.6))
        ax.set_yticks([0, 1], ["benign", "malignant"])
    ax.set_xlabel("diameter in mm")


def _drawn(n, seed):
    spread = torch.randn(n, generator=torch.Generator().manual_seed(seed)).mul(0.4).exp()
    malignant = torch.arange(n) % 3 == 0
    return spread * torch.where(malignant, 11.0, 6.0), malignant
