"""A slice in g/cc, with air around it, and with zeros.

Zeros among Hounsfield units are water: around the body there then is a frame as heavy as the body
itself.
"""

import torch
from torch.nn.functional import pad

from katas._dojo.writing.scans import draw_scan
from katas.ch10_datasets.density import pad_with_air, to_density

WIDTH = 12


def draw(figure):
    figure.set_size_inches(6, 3.2)
    hu = torch.from_numpy(draw_scan(3).hu[18:23])
    shown = {
        "your pad_with_air": pad_with_air(hu, WIDTH),
        "padded with 0": pad(hu, (WIDTH,) * 6),
    }
    axes = figure.subplots(1, 2)
    for ax, (title, padded) in zip(axes, shown.items(), strict=True):
        middle = to_density(padded)[len(padded) // 2]
        image = ax.imshow(middle.numpy(), cmap="gray", vmin=0, vmax=2)
        ax.set_title(title)
        ax.axis("off")
    figure.colorbar(image, ax=list(axes), label="g/cc", shrink=0.8)
