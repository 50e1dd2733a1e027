"""One nodule, and what becomes of it.

Each picture is the same slice, read through another matrix.  A scale below 1 reads less of it,
which makes it larger; an offset to the right moves it to the left; and where nothing is left to be
read, the last voxels are repeated.
"""

import math

import torch

from katas._dojo.writing.scans import draw_scan
from katas.ch12_metrics.grid_resample import resample


def draw(figure):
    figure.set_size_inches(6, 4.4)
    scan = draw_scan(3).hu[20]
    crop = torch.from_numpy(scan).float()[6:38, 10:42].reshape(1, 1, 1, 32, 32)
    ways = {
        "as it is": {},
        "flipped": {"flip": -1},
        "shifted": {"offset": 0.3},
        "scaled": {"scale": 0.7},
        "turned": {"angle": math.pi / 6},
        "all at once": {"flip": -1, "offset": 0.3, "scale": 0.8, "angle": 2.0},
    }
    for ax, (name, way) in zip(figure.subplots(2, 3).flat, ways.items(), strict=True):
        image = resample(crop, _matrix(**way))[0, 0, 0]
        ax.imshow(image.numpy(), cmap="gray", vmin=-1000, vmax=300)
        ax.set_title(name, fontsize=10)
        ax.axis("off")


def _matrix(flip=1, offset=0.0, scale=1.0, angle=0.0):
    c, s = scale * math.cos(angle), scale * math.sin(angle)
    rows = [[flip * c, -flip * s, 0, offset], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    return torch.tensor(rows)
