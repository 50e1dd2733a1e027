"""An underfitted, a well fitted and an overfitted polynomial.

Each model is named by your diagnose, from its two curves alone.  The dot is the epoch
that your early_stop goes back to.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas.ch05_mechanics.overfitting import diagnose, early_stop

DEGREES = (0, 3, 15)


def draw(figure):
    panels = figure.subplots(1, len(DEGREES), sharey=True)
    for ax, degree in zip(panels, DEGREES, strict=True):
        train_losses, val_losses = _curves(degree)
        ax.semilogx(train_losses, color=BLUE)
        ax.semilogx(val_losses, color=ORANGE)
        verdict = diagnose(train_losses, val_losses)
        if verdict == "overfitted":
            best = early_stop(val_losses, patience=100)
            ax.plot(best, val_losses[best], "o", color=ORANGE)
        ax.set(title=f"degree {degree}:\n{verdict}", xlabel="epoch")
    panels[0].set(ylabel="loss", ylim=(0, 0.8))
    panels[0].text(1, 0.65, "validation", color=ORANGE)
    panels[0].text(1, 0.41, "training", color=BLUE)


def _curves(degree):
    generator = torch.Generator().manual_seed(1)
    x = torch.rand(40, generator=generator, dtype=torch.float64) * 2 - 1
    y = torch.sin(3 * x) + 0.3 * torch.randn(40, generator=generator, dtype=torch.float64)
    powers = torch.special.chebyshev_polynomial_t(x[:, None], torch.arange(degree + 1))
    train, val = (powers[:12], y[:12] - y[:12].mean()), (powers[12:], y[12:] - y[:12].mean())
    weights, losses = torch.zeros(degree + 1, dtype=torch.float64), ([], [])
    for _ in range(600):
        for (inputs, targets), kept in zip((train, val), losses, strict=True):
            kept.append(((inputs @ weights - targets) ** 2).mean().item())
        inputs, targets = train
        weights = weights - 0.1 * inputs.T @ (inputs @ weights - targets) / len(targets)
    return losses
