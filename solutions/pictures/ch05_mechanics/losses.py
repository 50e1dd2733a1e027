"""How the two losses count one error.

The square forgives small errors and makes large ones count most.  Its slope grows with the
error, while that of L1 is as steep for a small error as for a large one.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch05_mechanics.losses import l1_loss, mse_loss


def draw(figure):
    values, slopes = figure.subplots(1, 2)
    errors = torch.linspace(-3, 3, 61)
    for loss_fn, color in ((l1_loss, BLUE), (mse_loss, ORANGE)):
        losses = torch.stack([loss_fn(t_p, torch.tensor(0.0)) for t_p in errors])
        values.plot(errors, losses, color=color)
        slopes.plot(errors, *torch.gradient(losses, spacing=(errors,), edge_order=2), color=color)
    values.text(2.9, 1.8, "L1", color=BLUE, ha="right")
    values.text(0, 6, "squared", color=ORANGE, ha="center")
    values.set(xlabel="error t_p - t_c", ylabel="loss of one sample")
    slopes.set(xlabel="error t_p - t_c", ylabel="slope of the loss")
