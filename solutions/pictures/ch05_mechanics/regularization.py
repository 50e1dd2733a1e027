"""A penalty that smooths a curve.

A polynomial of degree 9 can pass near every reading, and bends wildly to do so.  The larger
lambda, the smaller its parameters and the calmer the curve.
"""

import torch
from torch import nn
from torch.nn.functional import mse_loss

from katas._dojo.showing.page import BLUE, GREEN, ORANGE, RED
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.regularization import penalized_loss


def draw(figure):
    ax = figure.subplots()
    t_u, t_c = thermometer("cpu", torch.float64)
    x = torch.linspace(t_u.min(), t_u.max(), 200, dtype=torch.float64)
    for l2_lambda, color in ((0.0, RED), (1e-4, GREEN), (1e-2, BLUE)):
        model = _fit(l2_lambda, _powers(t_u), t_c / 10)
        with torch.no_grad():
            ax.plot(x, 10 * model(_powers(x)).squeeze(1), color=color, label=f"{l2_lambda:g}")
    ax.plot(t_u, t_c, "o", color=ORANGE)
    ax.legend(title="lambda", loc="upper left")
    ax.set(xlabel="measured (unknown units)", ylabel="temperature (°C)", ylim=(-10, 34))


def _fit(l2_lambda, inputs, targets):
    model = nn.Linear(inputs.shape[1], 1, dtype=torch.float64)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=300, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        loss = mse_loss(model(inputs).squeeze(1), targets)
        loss = penalized_loss(loss, model, l2_lambda)
        loss.backward()
        return loss

    optimizer.step(closure)
    return model


def _powers(t_u):
    x = (t_u - 50) / 30
    return torch.stack([x**degree for degree in range(1, 10)], dim=1)
