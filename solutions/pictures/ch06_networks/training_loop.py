"""What thirteen hidden units make of the thermometer.

The same loop trains a line and a network.  The network bends to the readings, also where the
thermometer itself may well be straight.
"""

import torch
from torch import nn
from torch.nn.functional import mse_loss

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas._dojo.writing.book import thermometer
from katas.ch06_networks.training_loop import training_loop


def draw(figure):
    fit, curve = figure.subplots(1, 2)
    t_u, t_c = (data.unsqueeze(1) for data in thermometer("cpu", torch.float32))
    x = torch.linspace(t_u.min(), t_u.max(), 100).unsqueeze(1)
    networks = {
        "line": (nn.Linear(1, 1), GREY),
        "1-13-1": (nn.Sequential(nn.Linear(1, 13), nn.Tanh(), nn.Linear(13, 1)), BLUE),
    }
    for name, (model, color) in networks.items():
        optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
        data = [scaled(it) for it, scaled in ((t_u, _input), (t_c, _target))]
        train, val = ([it[part] for it in data] for part in (slice(9), slice(9, None)))
        losses = training_loop(300, optimizer, model, mse_loss, train[0], val[0], train[1], val[1])
        with torch.no_grad():
            fit.plot(x, 10 + 10 * model(_input(x)), color=color, label=name)
        curve.semilogy([100 * loss for loss, _ in losses], color=color)
    fit.plot(t_u, t_c, "o", color=ORANGE)
    fit.legend()
    fit.set(xlabel="measured (unknown units)", ylabel="temperature (°C)")
    curve.set(xlabel="epoch", ylabel="training loss")


def _input(t_u):
    return (t_u - 50) / 17


def _target(t_c):
    return (t_c - 10) / 10
