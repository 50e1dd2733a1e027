"""Who sees what is written.

A grey ring is where a point was, a blue dot where it is in ``points`` afterwards, an orange dot
where it is in the copy.  Two functions write into ``points``, the one in the middle does not.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch03_tensors.views_and_clones import move, move_all, moved

POINTS = torch.tensor([[4.0, 1.0], [5.0, 3.0], [2.0, 1.0]])
STEP = torch.tensor([1.5, 1.0])


def draw(figure):
    figure.set_size_inches(8, 2.8)
    left, middle, right = figure.subplots(1, 3, sharey=True)
    points = POINTS.clone()
    move(points, 1, STEP)
    _points(left, "move(points, 1, step)", points)
    points = POINTS.clone()
    copy = moved(points, 1, STEP)
    _points(middle, "moved(points, 1, step)", points, copy)
    points = POINTS.clone()
    move_all(points, [0, 2], STEP)
    _points(right, "move_all(points, [0, 2], step)", points)


def _points(ax, title, points, copy=None):
    ax.plot(*POINTS.T, "o", markersize=16, color="grey", fillstyle="none")
    if copy is not None:
        ax.plot(*copy.T, "o", markersize=9, color=ORANGE)
    ax.plot(*points.T, "o", markersize=5, color=BLUE)
    ax.set(title=title, xlim=(1, 7.5), ylim=(0, 5))
