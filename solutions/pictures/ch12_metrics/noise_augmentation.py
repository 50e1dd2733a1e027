"""The same crop in three epochs, and noise that came too early.

A nodule with the noise of training, another in each epoch.  Last, noise as strong that was added
before resampling: turning the crop has averaged neighbours, and smoothed it.
"""

import torch
from torch.nn.functional import affine_grid, grid_sample

from katas._dojo.showing.page import ORANGE
from katas.ch12_metrics.noise_augmentation import augment

NOISE = 60.0  # more than the book's, to be seen


def draw(figure):
    figure.set_size_inches(6, 1.9)
    generator = torch.Generator().manual_seed(0)
    crop = _nodule()
    images = {
        f"epoch {n}": augment(crop, _turned, NOISE, generator, training=True) for n in (1, 2, 3)
    }
    noisy = augment(crop, lambda it: it, NOISE, generator, training=True)
    images["too early"] = _turned(noisy)
    for ax, (name, image) in zip(figure.subplots(1, 4), images.items(), strict=True):
        ax.imshow(image.numpy(), cmap="gray", vmin=-1050, vmax=-500)
        ax.set_title(name, fontsize=10)
        ax.axis("off")
    ax.title.set_color(ORANGE)


def _nodule():
    y, x = torch.meshgrid(*[torch.arange(32.0) - 15.5] * 2, indexing="ij")
    return -850 + 300 * torch.sigmoid(4 - (x**2 + y**2).sqrt())


def _turned(image):
    c, s = 0.8, 0.6
    rows = torch.tensor([[[c, -s, 0.1], [s, c, 0.0]]])
    grid = affine_grid(rows, (1, 1, *image.shape), align_corners=False)
    return grid_sample(image[None, None], grid, padding_mode="border", align_corners=False)[0, 0]
