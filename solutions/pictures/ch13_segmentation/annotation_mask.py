"""A nodule beside a vessel, and the box around it.

Bright is dense, and the cross is the centre that was annotated.  The box grows while there is
tissue on both sides, in height for itself and in width for itself.  In orange is what is dense in
it: the vessel is left out where it leaves the box.
"""

import torch

from katas.ch13_segmentation.annotation_mask import annotation_mask


def draw(figure):
    figure.set_size_inches(6, 3.2)
    rows, columns = torch.meshgrid(torch.arange(28), torch.arange(30), indexing="ij")
    ball = (rows - 13) ** 2 / 36 + (columns - 13) ** 2 / 81 <= 1
    vessel = (columns - rows - 6).abs() <= 1
    grain = (7 * rows + 13 * columns) % 11 * 20
    hu = torch.where(ball | vessel, -60 + grain, -900 + grain).expand(5, 28, 30)
    mask = annotation_mask(hu, [(2, 13, 13)])
    left, right = figure.subplots(1, 2)
    for ax, title in ((left, "what the scanner saw"), (right, "what the net learns from")):
        ax.imshow(hu[2].numpy(), cmap="gray", vmin=-1000, vmax=400)
        ax.plot(13, 13, "+", color="tab:orange", markersize=9)
        ax.set_title(title, fontsize=10)
        ax.axis("off")
    marked = torch.where(mask[2], 1.0, torch.nan)
    right.imshow(marked.numpy(), cmap="autumn", alpha=0.6, vmin=0, vmax=2)
