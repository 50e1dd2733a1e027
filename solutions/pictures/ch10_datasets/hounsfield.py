"""A slice before and after, and how often each number occurs in it.

The corners, where the scanner did not look, are -3024, and a bright speck of metal is 12000.  From
the one to the other, lung and tissue are two grays close together.  After the cut they lie far
apart: the numbers that say nothing of the body no longer take most of the grays.
"""

import torch

from katas._dojo.showing.page import BLUE, ORANGE
from katas._dojo.writing.scans import draw_scan
from katas.ch10_datasets.hounsfield import hounsfield


def draw(figure):
    figure.set_size_inches(6, 4.6)
    voxels = _slice()
    shown = {"the voxels": (voxels, ORANGE), "your hounsfield": (hounsfield(voxels), BLUE)}
    images, counts = figure.subplots(2, 2, sharey="row", height_ratios=[3, 2])
    for image, count, (title, (numbers, color)) in zip(images, counts, shown.items(), strict=True):
        image.imshow(numbers.numpy(), cmap="gray")
        image.set_title(title)
        image.axis("off")
        count.hist(numbers.flatten().numpy(), bins=60, range=(-3100, 12100), color=color, log=True)
        count.set(xlabel="Hounsfield units", xticks=[-3000, 1000, 6000], ylim=(0.8, 4000))
    counts[0].set_ylabel("voxels")


def _slice():
    """Of a drawn scan, as seen by a round scanner, with a piece of metal in the tissue."""
    hu = torch.from_numpy(draw_scan(3).hu[20])
    y, x = torch.meshgrid(*(torch.linspace(-1, 1, n) for n in hu.shape), indexing="ij")
    hu[x**2 + y**2 > 1.3] = -3024
    hu[30:32, 2:4] = 12000
    return hu
