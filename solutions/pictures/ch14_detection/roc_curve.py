"""Every threshold that makes a difference.

Above, the diameters of benign and malignant nodules; below, the curve that they make, a point for
each diameter that occurs.  The ring is the threshold that is drawn above as a line.  On the dashed
line are classifiers that guess.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch14_detection.roc_curve import roc_curve

THRESHOLD = 9.0


def draw(figure):
    figure.set_size_inches(4.6, 5)
    above, below = figure.subplots(2, 1, height_ratios=[1, 3])
    generator = torch.Generator().manual_seed(1)
    malignant = torch.arange(60) < 22
    spread = torch.randn(60, generator=generator).mul(0.4).exp()
    diameters = (torch.where(malignant, 11.0, 6.5) * spread).mul(2).round() / 2
    colors = [ORANGE if it else BLUE for it in malignant]
    above.scatter(diameters.numpy(), malignant.int().numpy(), s=12, color=colors)
    above.axvline(THRESHOLD, color=GREY)
    above.set_yticks([0, 1], ["benign", "malignant"])
    above.set(ylim=(-0.5, 1.5), xlabel="mm")
    fpr, tpr = roc_curve(diameters, malignant)
    below.plot(fpr.numpy(), tpr.numpy(), ".-", color=BLUE)
    place = int((diameters.unique() >= THRESHOLD).sum())
    below.plot(fpr[place], tpr[place], "o", fillstyle="none", markersize=10, color=ORANGE)
    below.plot([0, 1], [0, 1], "--", color=GREY)
    below.set(xlabel="false positive rate", ylabel="true positive rate", aspect="equal")
