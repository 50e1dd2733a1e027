"""The same descent on raw and on normalized inputs.

Raw, the loss is a ravine: a step short enough for w gets b nowhere.  Normalized, it is a bowl,
and the same number of steps arrives.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.input_normalization import normalize


def draw(figure):
    t_u, t_c = thermometer("cpu", torch.float32)
    t_un, _ = normalize(t_u, t_u[:2])
    raw, normalized = figure.subplots(1, 2)
    _surface(raw, t_u, t_c, 1e-4, (-0.4, 1.4), (-24, 14))
    _surface(normalized, t_un, t_c, 0.1, (-3, 18), (-3, 18))
    raw.set(title="raw, rate 1e-4", xlabel="w", ylabel="b")
    normalized.set(title="normalized, rate 0.1", xlabel="w")


def _surface(ax, inputs, t_c, learning_rate, w_range, b_range):
    w, b = torch.linspace(*w_range, 80), torch.linspace(*b_range, 80)
    errors = w[:, None] * inputs + b[:, None, None] - t_c
    levels = torch.logspace(0.6, 3.2, 7).tolist()
    ax.contour(w, b, (errors**2).mean(-1), levels, colors=GREY, linewidths=1)
    params, path = torch.tensor([1.0, 0.0]), []
    for _ in range(30):
        path.append(params)
        errors = params[0] * inputs + params[1] - t_c
        gradient = 2 * torch.stack([(errors * inputs).mean(), errors.mean()])
        params = params - learning_rate * gradient
    ax.plot(*torch.stack(path).T, ".-", color=BLUE)
    ones = torch.stack([inputs, torch.ones_like(inputs)], dim=1)
    best = torch.linalg.lstsq(ones, t_c[:, None]).solution
    ax.plot(*best, "*", color=ORANGE, markersize=12)
