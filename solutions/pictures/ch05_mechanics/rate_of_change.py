"""How far to move a parameter to measure its rate of change.

Too far, and the curve bends on the way; too near, and the difference of two losses is mostly
rounding.  The best distance depends on the precision of the numbers.
"""

import torch
from torch.nn.functional import mse_loss

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch05_mechanics.rate_of_change import rates_of_change


def draw(figure):
    ax = figure.subplots()
    deltas = torch.logspace(-9, 0, 55, dtype=torch.float64)
    for dtype, color in ((torch.float32, ORANGE), (torch.float64, BLUE)):
        t_u, t_c = torch.tensor([[-1.0, 0.5, 2.0], [0.3, -0.7, 1.1]], dtype=dtype)
        w, b = torch.tensor([0.8, 0.2], dtype=dtype)
        exact = _rate(t_u.double(), t_c.double(), w.double(), b.double())
        rates = [rates_of_change(_model, mse_loss, t_u, t_c, w, b, it)[0] for it in deltas.tolist()]
        errors = (torch.stack(rates).double() - exact).abs() / exact.abs()
        ax.loglog(deltas, errors, color=color)
    ax.text(1e-6, 0.3, "float32", color=ORANGE)
    ax.text(1e-7, 1e-7, "float64", color=BLUE)
    ax.set(xlabel="delta", ylabel="relative error of the rate")


def _model(t_u, w, b):
    return (w * t_u + b).tanh()


def _rate(t_u, t_c, w, b):
    w = w.clone().requires_grad_()
    (rate,) = torch.autograd.grad(mse_loss(_model(t_u, w, b), t_c), w)
    return rate
