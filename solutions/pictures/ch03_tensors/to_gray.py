"""Colours that a plain mean cannot tell apart.

Each stripe has a mean of 0.5 over its channels, so with equal weights all are the same gray.  With
those of the book, green is brighter than red, and red brighter than blue, as the eye has it.
"""

import torch

from katas.ch03_tensors.to_gray import to_gray

STRIPES = [[0.9, 0.3, 0.3], [0.3, 0.9, 0.3], [0.3, 0.3, 0.9], [0.1, 0.7, 0.7], [0.7, 0.1, 0.7]]
LUMA = [0.2126, 0.7152, 0.0722]
WEIGHTS = {"equal weights": [1 / 3] * 3, "weights of the book": LUMA}


def draw(figure):
    figure.set_size_inches(8, 1.8)
    colours = torch.tensor(STRIPES).t()  # [3, 5]
    image = colours[:, None, :].repeat_interleave(8, dim=1).repeat_interleave(4, dim=2)
    before, *after = figure.subplots(1, 3)
    before.imshow(image.permute(1, 2, 0).numpy())
    before.set_title("the colours")
    before.axis("off")
    for ax, (title, weights) in zip(after, WEIGHTS.items(), strict=True):
        ax.imshow(to_gray(image, torch.tensor(weights)).numpy(), cmap="gray", vmin=0, vmax=1)
        ax.set_title(title)
        ax.axis("off")
