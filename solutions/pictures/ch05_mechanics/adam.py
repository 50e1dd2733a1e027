"""Adam against SGD in a narrow valley.

SGD leaps from wall to wall, since that is where its gradient points, and hardly moves along
the valley.  Adam divides by the size of each gradient, so it turns and walks.
"""

import torch

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch05_mechanics.adam import Adam

STEEPNESS = torch.tensor([1.0, 40.0])
START = (-4.0, 1.2)
N_STEPS = 60


def draw(figure):
    ax = figure.subplots()
    x, y = torch.linspace(-4.5, 1, 90), torch.linspace(-1.8, 1.8, 90)
    grid = torch.stack(torch.meshgrid(x, y, indexing="xy"), dim=-1)
    ax.contour(x, y, _loss(grid), [1, 4, 12, 28], colors=GREY, linewidths=1, alpha=0.6)
    optimizers = {
        "SGD, 0.048": (lambda params: torch.optim.SGD(params, lr=0.048), ORANGE, (-3.2, 1.0)),
        "Adam, 0.2": (lambda params: Adam(params, lr=0.2), BLUE, (-2.2, -0.9)),
    }
    for name, (make_optimizer, color, place) in optimizers.items():
        ax.plot(*_path(make_optimizer).T, ".-", color=color, linewidth=1.5)
        ax.text(*place, name, color=color)
    ax.plot(0, 0, "*", color=GREY, markersize=12)
    ax.set(xlabel="flat: curvature 1", ylabel="steep: curvature 40")


def _path(make_optimizer):
    point = torch.tensor(START, requires_grad=True)
    optimizer = make_optimizer([point])
    path = [point.detach().clone()]
    for _ in range(N_STEPS):
        optimizer.zero_grad()
        _loss(point).backward()
        optimizer.step()
        path.append(point.detach().clone())
    return torch.stack(path)


def _loss(point):
    return (STEEPNESS * point**2).sum(-1) / 2
