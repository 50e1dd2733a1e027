"""Near enough, for its size.

Each nodule is drawn as large as it is, with a dashed line at 0.7 of its diameter.  A cross is a
detection: blue if it belongs to a nodule, or to two, and orange if it is a false alarm.  Below each
nodule stands what became of it.
"""

import numpy as np

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch14_detection.match_nodules import match_nodules

NAMES = ["missed", "filtered out", "benign", "malignant"]
NODULES = np.array([[10, 14, 20], [36, 16, 8], [44, 16, 6], [62, 18, 7], [80, 14, 14]])
DETECTIONS = np.array(
    [[5, 22, 1], [14, 10, 3], [40.5, 15, 2], [62, 27, 3], [85, 18, 1], [26, 30, 2]]
)


def draw(figure):
    figure.set_size_inches(6, 3)
    ax = figure.subplots()
    flat = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 0]])
    classes, unused = match_nodules(
        DETECTIONS @ flat, DETECTIONS[:, 2].astype(int), NODULES @ flat, NODULES[:, 2]
    )
    angles = np.linspace(0, 2 * np.pi, 90)
    for (x, y, diameter), it in zip(NODULES, classes, strict=True):
        ax.fill(x + diameter / 2 * np.cos(angles), y + diameter / 2 * np.sin(angles), color="0.8")
        ax.plot(
            x + 0.7 * diameter * np.cos(angles),
            y + 0.7 * diameter * np.sin(angles),
            "--",
            color=GREY,
        )
        ax.text(x, -3 - 3 * (x == 44), NAMES[it], ha="center", fontsize=8)
    for (x, y, _), alarm in zip(DETECTIONS, unused, strict=True):
        ax.plot(x, y, "x", color=ORANGE if alarm else BLUE)
    ax.set(aspect="equal", xlim=(-6, 96), ylim=(-8, 34), xticks=[], yticks=[])
