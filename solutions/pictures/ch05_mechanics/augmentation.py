"""Readings, and their noisy copies.

Noise moves a copy to the side only: the temperature that it stands for stays the same.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.augmentation import augment


def draw(figure):
    ax = figure.subplots()
    t_u, t_c = thermometer("cpu", torch.float32)
    generator = torch.Generator().manual_seed(0)
    inputs, targets = augment(t_u, t_c, n_copies=30, noise_std=2.0, generator=generator)
    n_samples = len(t_u)
    ax.plot(inputs[n_samples:], targets[n_samples:], "o", color=BLUE, alpha=0.2, mew=0)
    ax.plot(inputs[:n_samples], targets[:n_samples], "o", color=ORANGE)
    ax.text(22, 25, "samples", color=ORANGE)
    ax.text(22, 21, "copies, noise of 2 units", color=BLUE)
    ax.set(xlabel="measured (unknown units)", ylabel="temperature (°C)")
