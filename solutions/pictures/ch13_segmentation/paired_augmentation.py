"""An image and its mask, moved three times.

The nodule, bright, and the line around its mask stay together, because both are read by one matrix.
There is noise on the image, and none on the mask, whose edge is as sharp as before.
"""

import math

import torch

from katas.ch13_segmentation.paired_augmentation import augment


def draw(figure):
    figure.set_size_inches(6, 1.9)
    rows, columns = torch.meshgrid(torch.arange(32), torch.arange(32), indexing="ij")
    mask = (rows - 11) ** 2 / 9 + (columns - 18) ** 2 / 36 <= 1
    vessel = (rows + columns - 40).abs() <= 1
    image = torch.where(mask | vessel, -50.0, -850.0)[None, None]
    mask = mask[None, None]
    axes = figure.subplots(1, 4)
    _show(axes[0], "as it is", image, mask)
    generator = torch.Generator().manual_seed(1)
    for ax, angle in zip(axes[1:], (0.5, 2.2, 4.0), strict=True):
        c, s = math.cos(angle), math.sin(angle)
        matrix = torch.tensor([[0.9 * c, -s, 0.1], [0.9 * s, c, -0.1]])
        _show(
            ax, f"turned by {angle}", *augment(image, mask, lambda it=matrix: it, 60.0, generator)
        )


def _show(ax, title, image, mask):
    ax.set_title(title, fontsize=9)
    ax.imshow(image[0, 0].numpy(), cmap="gray", vmin=-1000, vmax=200)
    ax.contour(mask[0, 0].float().numpy(), levels=[0.5], colors="tab:orange", linewidths=1)
    ax.axis("off")
