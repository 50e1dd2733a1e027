"""A ball, in slices by number and by name.

Twelve slices go through a ball from the top down.  Seen from the side, the volume of ``volume``
shows the ball again; with slices 10, 11 and 12 sorted in before slice 2, as names are, it is in
pieces.
"""

import torch

from katas.ch04_real_data.volume_layout import volume

DEPTH = 12


def draw(figure):
    figure.set_size_inches(8, 2.6)
    along = torch.linspace(-1, 1, 24)
    ball = torch.linspace(-1, 1, DEPTH)[:, None, None] ** 2 + along[:, None] ** 2 + along**2 < 0.8
    slices = {f"ct-{number}": (1000 * it).short() for number, it in enumerate(ball, start=1)}
    by_name = {f"ct-{n}": slices[name] for n, name in enumerate(sorted(slices), start=1)}
    shown = {
        "slice 4, from above": slices["ct-4"],
        "the volume, from the side": volume(slices)[0, 0, :, 12],
        "sorted by name": volume(by_name)[0, 0, :, 12],
    }
    for ax, (title, image) in zip(figure.subplots(1, 3), shown.items(), strict=True):
        ax.imshow(image.numpy(), cmap="gray", aspect="auto")
        ax.set_title(title)
        ax.axis("off")
