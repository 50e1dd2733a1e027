"""Six activations, and how much gradient each lets through.

Where the slope is near 0 a unit learns hardly anything.  Tanh, sigmoid and hardtanh are flat
on both sides, relu on one, leaky relu and softplus nowhere quite so soon.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch06_networks.activations import hardtanh, leaky_relu, relu, sigmoid, softplus, tanh

ACTIVATIONS = [tanh, hardtanh, sigmoid, softplus, relu, leaky_relu]


def draw(figure):
    figure.set_size_inches(6, 4.6)
    panels = figure.subplots(2, 3, sharex=True, sharey=True).flat
    for ax, activation in zip(panels, ACTIVATIONS, strict=True):
        x = torch.linspace(-4, 4, 161, requires_grad=True)
        y = activation(x)
        y.sum().backward()
        ax.plot(x.detach(), y.detach(), color=BLUE)
        ax.plot(x.detach(), x.grad, "--", color=ORANGE)
        ax.set(title=activation.__name__, ylim=(-1.3, 2.3), xticks=[-4, 0, 4])
    figure.axes[0].text(-3.8, 1.8, "value", color=BLUE)
    figure.axes[0].text(-3.8, 1.3, "slope", color=ORANGE)
