"""Where nodules go.

A row is what it is, a column what became of it; the darker, the larger the share of its row.  Of
what is no nodule most is filtered out, as it should be.  A malignant nodule is lost in the first
two columns, and taken for benign in the third.
"""

import torch

from katas.ch14_detection.detection_confusion import detection_confusion

ROWS = ["no nodule", "benign", "malignant"]
COLUMNS = ["missed", "filtered out", "said to be\nbenign", "said to be\nmalignant"]


def draw(figure):
    figure.set_size_inches(5, 3)
    ax = figure.subplots()
    generator = torch.Generator().manual_seed(0)

    def detections(n, nodule, malignancy):
        logits = torch.randn(n, 2, generator=generator) + torch.tensor([nodule, malignancy])
        return [tuple(it) for it in logits.sigmoid().tolist()]

    def nodules(n, malignant):
        drawn = detections(n, 1.4, 0.8 if malignant else -0.8)
        found = torch.rand(n, generator=generator) < 0.9
        return [(malignant, [it] if seen else []) for it, seen in zip(drawn, found, strict=True)]

    table = detection_confusion(
        nodules(100, False) + nodules(60, True), detections(400, -2.0, -0.5)
    )
    counts = torch.tensor(table)
    shares = counts / counts.sum(dim=1, keepdim=True)
    ax.imshow(shares.numpy(), cmap="Blues", vmin=0, vmax=1.3)
    for row, column in torch.cartesian_prod(torch.arange(3), torch.arange(4)).tolist():
        shown = "" if (row, column) == (0, 0) else str(table[row][column])
        ax.text(column, row, shown, ha="center", va="center")
    ax.set_xticks(range(4), COLUMNS, fontsize=8)
    ax.set_yticks(range(3), ROWS, fontsize=8)
