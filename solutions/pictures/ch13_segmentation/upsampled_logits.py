"""A class at a quarter of the size, and at full size.

On the left are the logits of one class among two, at the size at which a network answers: violet is
behind, orange ahead.  In the middle the classes were chosen there, and each pixel became a block;
on the right the logits were made larger first, and the border runs between them.
"""

import torch

from katas.ch13_segmentation.upsampled_logits import full_size_labels

SIZE = 12


def draw(figure):
    figure.set_size_inches(6, 2.4)
    rows, columns = torch.meshgrid(*[torch.linspace(-1, 1, SIZE)] * 2, indexing="ij")
    ahead = 0.55 - (rows**2 + 1.6 * columns**2 + 0.7 * rows * columns)
    logits = torch.stack([torch.zeros_like(ahead), ahead])[None]
    small = logits.argmax(dim=1)[0]
    large = full_size_labels(logits, (4 * SIZE, 4 * SIZE))[0]
    panels = {"logits": ahead, "labels, enlarged": small, "logits, enlarged": large}
    for ax, (name, image) in zip(figure.subplots(1, 3), panels.items(), strict=True):
        if image.is_floating_point():
            ax.imshow(image.numpy(), cmap="PuOr_r", vmin=-1, vmax=1)
        else:
            ax.imshow(image.numpy(), cmap="gray", vmin=-0.3, vmax=1.2)
        ax.set_title(name, fontsize=10)
        ax.axis("off")
