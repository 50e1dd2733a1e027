"""One slice through four windows.

What is below a window is black, what is above it is white.  The wide one shows everything, and
little of each; up to 300, the vessels stand out from the lung.  The third has room for the lung
alone, the fourth for soft tissue alone: each shows its noise, and nothing of the other.
"""

import torch

from katas._dojo.writing.scans import draw_scan
from katas.ch13_segmentation.window_to_rgb import window_to_rgb


def draw(figure):
    figure.set_size_inches(6, 1.9)
    hu = torch.from_numpy(draw_scan(3).hu[20])
    windows = [(-1000, 3000), (-1000, 300), (-1000, -700), (-160, 240)]
    for ax, (low, high) in zip(figure.subplots(1, 4), windows, strict=True):
        ax.imshow(window_to_rgb(hu, low, high).numpy())
        ax.set_title(f"{low} to {high}", fontsize=9)
        ax.axis("off")
