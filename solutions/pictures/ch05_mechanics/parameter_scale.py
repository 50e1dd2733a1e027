"""Which scale of the inputs an optimizer can bear.

SGD fits in a narrow range of scales only: its loss runs away on the right of it.  Adam hardly
minds.
"""

import functools
import math

import torch

from katas._dojo.book import thermometer
from katas._dojo.page import BLUE, ORANGE
from katas.ch05_mechanics.parameter_scale import losses_by_scale


def draw(figure):
    ax = figure.subplots()
    t_u, t_c = thermometer("cpu", torch.float32)
    scales = torch.logspace(-2, 1, 19).tolist()
    optimizers = {
        "SGD, 0.01": (functools.partial(torch.optim.SGD, lr=1e-2), ORANGE),
        "Adam, 0.1": (functools.partial(torch.optim.Adam, lr=1e-1), BLUE),
    }
    for name, (make_optimizer, color) in optimizers.items():
        losses = losses_by_scale(60, make_optimizer, t_u, t_c, scales)
        finite = [loss if math.isfinite(loss) else math.inf for loss in losses]
        ax.loglog(scales, finite, ".-", color=color)
    ax.set(xlabel="inputs: scale · t_u", ylabel="loss after 60 epochs", ylim=(10, 1e4))
