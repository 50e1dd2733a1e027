"""What dropout takes from the channels of an image.

Of single pixels enough are left to guess the rest: the shape still shows in each channel.
Of a whole channel nothing is left.  What stays is brighter, so that on average nothing changes.
"""

import torch

from katas.ch08_convolutions.dropout import dropout, dropout2d


def draw(figure):
    figure.set_size_inches(6, 4)
    image = _disc()
    rows = {
        "x": image,
        "dropout": dropout(image, 0.4, training=True),
        "dropout2d": dropout2d(image, 0.4, training=True),
    }
    for axes, (name, row) in zip(figure.subplots(3, 5), rows.items(), strict=True):
        for ax, channel in zip(axes, row[0], strict=True):
            ax.imshow(channel.numpy(), cmap="gray", vmin=0, vmax=1.7)
            ax.set(xticks=[], yticks=[])
        axes[0].set_ylabel(name)


def _disc():
    """An image [1, 5, 24, 24] of a disc, brighter from channel to channel."""
    y, x = torch.meshgrid(*[torch.linspace(-1, 1, 24)] * 2, indexing="ij")
    disc = 0.2 + 0.8 * (x**2 + y**2 < 0.5)
    return (torch.linspace(0.4, 1, 5).view(-1, 1, 1) * disc)[None]
