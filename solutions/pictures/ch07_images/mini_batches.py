"""Every batch guesses the full gradient.

Each dot is the gradient of one batch, at the same parameters.  The larger the batches, the nearer
the guesses come to the full gradient, the cross: it is the mean of the dots of each picture.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch07_images.mini_batches import batch_gradients, full_gradient


def draw(figure):
    figure.set_size_inches(7, 2.8)
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(256, generator=generator)
    y = 2 * x + 1 + torch.randn(256, generator=generator)
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    axes = figure.subplots(1, 3, sharex=True, sharey=True)
    for ax, batch_size in zip(axes, [1, 4, 32], strict=True):
        gradients = batch_gradients(_squared_error, params, x, y, batch_size)
        full = full_gradient(gradients, [batch_size] * len(gradients))
        w, b = torch.stack(gradients).t()
        ax.plot(w, b, "o", color=BLUE, markersize=4, alpha=0.6, markeredgewidth=0)
        ax.plot(*full, "x", color=ORANGE, markersize=9, markeredgewidth=2)
        ax.set(title=f"batches of {batch_size}", xlabel="∂ loss / ∂ w")
    axes[0].set(xlim=(-9, 4), ylim=(-7, 3), ylabel="∂ loss / ∂ b")


def _squared_error(params, x, y):
    w, b = params
    return ((w * x + b - y) ** 2).mean()
