"""What a model that never looks is right for, and what is left of 99 per cent.

The rarer nodules are, the more often it is right to say no.  Where one candidate in a hundred is a
nodule, 99 per cent are worth nothing, and where there are fewer less than that.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch11_training.majority_baseline import majority_baseline, skill

N = 2000


def draw(figure):
    left, right = figure.subplots(1, 2)
    counts = sorted({round(10**x) for x in torch.linspace(0.6, 3.29, 60).tolist()})
    labels = [torch.arange(N) < count for count in counts]
    shares = [100 * count / N for count in counts]
    baselines = [majority_baseline(it.long()) for it in labels]
    for key, color in (("pos", ORANGE), ("all", BLUE)):
        left.semilogx(shares, [it[key] for it in baselines], color=color)
    left.text(0.25, 8, "nodules", color=ORANGE)
    left.text(0.25, 90, "all", color=BLUE)
    left.set(xlabel="nodules, in per cent", ylabel="right, in per cent", title="the baseline")
    right.semilogx(shares, [skill(99.0, it.long()) for it in labels], color=BLUE)
    right.axhline(0, color=GREY, linewidth=0.8)
    right.set(xlabel="nodules, in per cent", ylabel="skill", title="99% right")
