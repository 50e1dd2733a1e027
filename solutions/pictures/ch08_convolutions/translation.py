"""The same thing in four places.

Above each image stand the answers of three kernels, the largest anywhere.  Wherever the thing
stands, they are the same; once a part of it has left the image, they may be others.
"""

import torch

from katas._dojo.showing.page import BLUE
from katas.ch08_convolutions.translation import Detector, shift

SIZE = 12


def draw(figure):
    figure.set_size_inches(6, 2.1)
    image = torch.zeros(1, 1, SIZE, SIZE)
    image[..., 4:8, 4:6] = image[..., 6:8, 4:8] = 1
    detector = Detector(n_channels=1, n_features=3)
    places = [(0, 0), (4, -4), (-3, 4), (-4, 7)]
    for ax, (down, right) in zip(figure.subplots(1, 4), places, strict=True):
        moved = shift(image, down, right)
        rows, columns = moved[0, 0].nonzero(as_tuple=True)
        ax.scatter(columns, rows, s=26, marker="s", color=BLUE, linewidths=0)
        ax.set(xlim=(-0.7, SIZE - 0.3), ylim=(SIZE - 0.3, -0.7), aspect="equal")
        ax.set(xticks=[], yticks=[])
        answers = detector(moved)[0].tolist()
        ax.set_title("\n".join(f"{answer:.3f}" for answer in answers), fontsize=9)
