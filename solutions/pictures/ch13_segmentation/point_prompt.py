"""Two nodules, and the points of whoever mixes up x and y.

In each slice both stars are made of the same row and column.  The blue one has the column for its x
and lies on the nodule; the orange one has the row for its x, and whoever asks for a mask there gets
the mask of something else.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas._dojo.writing.scans import draw_scan
from katas.ch13_segmentation.point_prompt import point_prompts


def draw(figure):
    figure.set_size_inches(6, 2.9)
    scan = draw_scan(6)
    centers = [
        [(place - start) / size for place, start, size in zip(*it, strict=True)][::-1]
        for it in ((ball.center_xyz, scan.origin_xyz, scan.spacing_xyz) for ball in scan.nodules)
    ]
    points = point_prompts(torch.tensor(centers))
    for ax, center, (x, y) in zip(figure.subplots(1, 2), centers, points.tolist(), strict=True):
        ax.imshow(scan.hu[round(center[0])], cmap="gray", vmin=-1000, vmax=300)
        ax.plot(x, y, "*", color=BLUE, markersize=9)
        ax.plot(y, x, "*", color=ORANGE, markersize=9)
        ax.set(xlabel="x, the column", ylabel="y, the row")
