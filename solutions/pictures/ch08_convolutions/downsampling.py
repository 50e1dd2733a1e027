"""What is left of an image of half the size.

Two lone bright pixels, a line, a checkerboard.  The mean lets pixels and line fade, and makes the
checkerboard grey; the largest makes them thicker, and the checkerboard white.  A stride of 2, here
of a kernel that looks at its middle alone, sees every second row and column, and nothing else.
"""

import torch

from katas.ch08_convolutions.downsampling import average_pool, max_pool, strided_conv

SIZE = 24


def draw(figure):
    figure.set_size_inches(6, 2)
    image = _image()
    middle = torch.zeros(1, 1, 3, 3)
    middle[..., 1, 1] = 1
    shown = {
        "the image": image,
        "average": average_pool(image, 2),
        "max": max_pool(image, 2),
        "stride 2": strided_conv(image, middle, 2),
    }
    for ax, (name, picture) in zip(figure.subplots(1, 4), shown.items(), strict=True):
        ax.imshow(picture[0, 0].numpy(), cmap="gray", vmin=0, vmax=1)
        ax.set(xticks=[], yticks=[])
        ax.set_title(f"{name}: {picture.shape[-1]}")


def _image():
    row, column = torch.arange(SIZE).view(-1, 1), torch.arange(SIZE)
    image = ((row + column) % 2) * (row > 11) * (column > 11)
    image[4, 4] = image[4, 19] = 1
    image[12:22, 5] = 1
    return image.float()[None, None]
