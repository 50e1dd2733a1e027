"""Where a crop is read, step by step.

Grey is the old crop.  Each point of the new one is read where the coloured frame has it: turned
first, then scaled and flipped along x, then moved.  What the frame holds becomes the new crop, so
the flag in it seems to go through all of it backwards.
"""

import math

import torch

from katas._dojo.showing.page import BLUE, GREY
from katas.ch12_metrics.affine_matrix import affine_matrix

FRAME = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
FLAG = [(-0.4, 0.7), (-0.4, -0.7), (0.5, -0.4), (-0.4, -0.1)]
STILL, LEVEL = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def draw(figure):
    figure.set_size_inches(6, 2.5)
    none, along_x = (False,) * 3, (True, False, False)
    steps = {
        "turned": (none, STILL, LEVEL),
        "then scaled": (none, STILL, (0.9, 0.5, 1.0)),
        "and flipped": (along_x, STILL, (0.9, 0.5, 1.0)),
        "then moved": (along_x, (0.3, -0.4, 0.0), (0.9, 0.5, 1.0)),
    }
    axes = figure.subplots(1, 4, sharex=True, sharey=True)
    for ax, (name, settings) in zip(axes, steps.items(), strict=True):
        matrix = affine_matrix(*settings, math.pi / 6)
        for shape in (FRAME, FLAG):
            points = torch.tensor([[x, y, 0.0, 1.0] for x, y in shape])
            ax.plot(*points[:, :2].T.numpy(), color=GREY, linewidth=1)
            ax.plot(*(points @ matrix.T)[:, :2].T.numpy(), color=BLUE)
        ax.set_title(name, fontsize=10)
        ax.set(xlim=(-1.6, 1.6), ylim=(1.6, -1.6), xticks=[-1, 0, 1], yticks=[-1, 0, 1])
        ax.set_aspect("equal")
