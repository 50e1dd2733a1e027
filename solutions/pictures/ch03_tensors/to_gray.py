"""Colours that a plain mean cannot tell apart.

Each stripe has a mean of 0.5 over its channels, so with equal weights all are the same gray.  With
those of the book, green is brighter than red, and red brighter than blue, as the eye has it.
Below, each channel times its weight of the book: the gray above is their sum.
"""

import torch

from katas.ch03_tensors.to_gray import to_gray

STRIPES = [[0.9, 0.3, 0.3], [0.3, 0.9, 0.3], [0.3, 0.3, 0.9], [0.1, 0.7, 0.7], [0.7, 0.1, 0.7]]
LUMA = {"red": 0.2126, "green": 0.7152, "blue": 0.0722}
OF_THE_BOOK = torch.tensor(list(LUMA.values()))


def draw(figure):
    figure.set_size_inches(6, 2.7)
    colours = torch.tensor(STRIPES).t()  # [3, 5]
    image = colours[:, None, :].repeat_interleave(8, dim=1).repeat_interleave(4, dim=2)
    (before, *grays), channels = figure.subplots(2, 3)
    _show(before, "the colours", image.permute(1, 2, 0))
    _show(grays[0], "equal weights", to_gray(image, torch.full([3], 1 / 3)))
    _show(grays[1], "weights of the book", to_gray(image, OF_THE_BOOK))
    alone = OF_THE_BOOK * torch.eye(3)  # in each row the weight of one channel
    for ax, (name, weight), weights in zip(channels, LUMA.items(), alone, strict=True):
        _show(ax, f"{weight} {name}", to_gray(image, weights))


def _show(ax, title, image):
    ax.imshow(image.numpy(), cmap="gray", vmin=0, vmax=1)
    ax.set_title(title)
    ax.axis("off")
