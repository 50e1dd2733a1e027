"""Which scale of the inputs an optimizer can bear.

Where the inputs are large, the loss of SGD runs away: it rises out of the picture.  Adam comes
to much the same loss over a wide range.
"""

import functools
import math

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.parameter_scale import losses_by_scale

OUTSIDE = 1e9  # of the picture; a line cannot lead to inf


def draw(figure):
    ax = figure.subplots()
    t_u, t_c = thermometer("cpu", torch.float32)
    scales = torch.logspace(-2, 0.5, 11).tolist()
    optimizers = {
        "SGD, 0.01": (functools.partial(torch.optim.SGD, lr=1e-2), ORANGE, (0.25, 1e3)),
        "Adam, 0.1": (functools.partial(torch.optim.Adam, lr=1e-1), BLUE, (0.5, 40)),
    }
    for name, (make_optimizer, color, place) in optimizers.items():
        losses = losses_by_scale(100, make_optimizer, t_u, t_c, scales)
        shown = [min(loss, OUTSIDE) if math.isfinite(loss) else OUTSIDE for loss in losses]
        ax.loglog(scales, shown, ".-", color=color)
        ax.text(*place, name, color=color)
    ax.set(xlabel="inputs: scale · t_u", ylabel="loss after 100 epochs", ylim=(9, 1e4))
