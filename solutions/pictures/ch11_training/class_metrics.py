"""What is right, in per cent, for every threshold.

There are 4000 samples, 100 of them with a nodule, and a model that tells them fairly well.  The
number of all goes along with the larger class, and is best where hardly any nodule is found.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch11_training.class_metrics import class_metrics

N, N_NODULES = 4000, 100


def draw(figure):
    ax = figure.subplots()
    labels = (torch.arange(N) < N_NODULES).float()
    probabilities = torch.sigmoid(torch.randn(N) + 2.2 * labels - 2)
    metrics = torch.stack([labels, probabilities, torch.zeros(N)])
    thresholds = torch.linspace(0, 1, 101).tolist()
    found = [class_metrics(metrics, threshold) for threshold in thresholds]
    for name, color in (("neg", GREY), ("pos", ORANGE), ("all", BLUE)):
        ax.plot(thresholds, [float(it[f"correct/{name}"]) for it in found], color=color)
    ax.text(0.6, 91, "all", color=BLUE)
    ax.text(0.16, 55, "without a nodule", color=GREY)
    ax.text(0.66, 45, "with a nodule", color=ORANGE)
    ax.set(xlabel="threshold", ylabel="right, in per cent")
