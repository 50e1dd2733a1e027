"""Three channels ahead of batch norm, after it in training, and after it in eval mode.

Each curve is how often a channel has which numbers.  In training every batch comes out with a mean
of 0 and a variance of 1, also an odd one, here brighter and flatter.  In eval mode the running
statistics are the measure: an ordinary batch comes out the same, an odd one is seen to be odd.
"""

import torch

from katas._dojo.showing.page import BLUE, GREEN, ORANGE
from katas.ch08_convolutions.batch_norm import BatchNorm2d

N_BINS, FROM, TO = 60, -8, 12


def draw(figure):
    figure.set_size_inches(6, 4.2)
    norm = BatchNorm2d(3)
    for _ in range(100):
        norm(_batch())
    batches = {"ordinary batch": _batch(), "odd batch": 0.5 * _batch() + 3}
    panels = figure.subplots(2, 3, sharex=True)
    for row, (name, x) in zip(panels, batches.items(), strict=True):
        with torch.no_grad():
            in_eval = norm.eval()(x)  # ahead of training, which moves the running statistics
            in_training = norm.train()(x)
        for ax, images in zip(row, (x, in_training, in_eval), strict=True):
            for channel, color in zip(range(3), (BLUE, ORANGE, GREEN), strict=True):
                counts = torch.histc(images[:, channel], N_BINS, FROM, TO)
                ax.stairs(counts, torch.linspace(FROM, TO, N_BINS + 1), color=color)
            ax.set_yticks([])
        row[0].set_ylabel(name)
    for ax, title in zip(panels[0], ("x", "in training", "in eval mode"), strict=True):
        ax.set_title(title)


def _batch():
    """Images [64, 3, 8, 8], each channel with a mean and a spread of its own."""
    mean, std = torch.tensor([[-4.0, 0.0, 5.0], [0.5, 2.0, 1.0]]).view(2, 3, 1, 1)
    return mean + std * torch.randn(64, 3, 8, 8)
