"""Three inputs, two of which say the same, under three penalties.

Each panel shows the weights as they are trained.  L2 shares the work between x and x / 2, and
makes nothing 0.  L1 picks x, and takes the two others to 0 for good.  An elastic net shares, and
still drops the input that matters little.
"""

import math

import torch
from torch import nn
from torch.nn.functional import mse_loss

from katas._dojo.showing.page import BLUE, GREY, ORANGE
from katas.ch08_convolutions.l1_and_elastic_net import elastic_net, soft_threshold_

LR, L1, L2 = 0.1, 0.2, 0.25


def draw(figure):
    figure.set_size_inches(6, 3.2)
    panels = figure.subplots(1, 3, sharey=True)
    lambdas = {"L2": (0, L2), "L1": (L1, 0), "elastic net": (L1, L2)}
    for ax, (name, (l1_lambda, l2_lambda)) in zip(panels, lambdas.items(), strict=True):
        weights = _weights_of_each_step(l1_lambda, l2_lambda)
        for row, color in zip(weights.T, (BLUE, ORANGE, GREY), strict=True):
            ax.plot(row, color=color)
            if row[-1] == 0:
                ax.plot(len(row) - 1, 0, "o", color=color, clip_on=False)
        ax.axhline(0, color=GREY, linewidth=0.5)
        ax.set(title=name, xlabel="step")
    for text, height, color in (("x", 1.2, BLUE), ("x / 2", 0.63, ORANGE), ("other", 0.16, GREY)):
        panels[0].text(140, height, text, color=color, ha="right")
    panels[0].set_ylabel("weight")


def _weights_of_each_step(l1_lambda, l2_lambda):
    t = torch.arange(16) * (2 * math.pi / 16)
    inputs = torch.stack([t.sin(), t.sin() / 2, (3 * t).cos()], dim=1)
    targets = inputs @ torch.tensor([[2.0], [0.0], [0.15]])
    model = nn.Linear(3, 1, bias=False)
    nn.init.constant_(model.weight, 0.5)
    weights = []
    for _ in range(140):
        weights.append(model.weight.detach()[0].clone())
        loss = mse_loss(model(inputs), targets) + elastic_net(model, 0, l2_lambda)
        (gradient,) = torch.autograd.grad(loss, model.weight)
        model.weight.data -= LR * gradient
        soft_threshold_(model, LR * l1_lambda)
    return torch.stack(weights)
