"""Two transforms in two orders.

The same image, flipped and then turned, and turned and then flipped.
"""

import torch

from katas.ch07_images.compose import Compose


def draw(figure):
    figure.set_size_inches(6, 2)
    orders = {
        "the image": [],
        "flip": [_flip],
        "turn": [_turn],
        "flip, turn": [_flip, _turn],
        "turn, flip": [_turn, _flip],
    }
    for ax, (name, transforms) in zip(figure.subplots(1, 5), orders.items(), strict=True):
        ax.imshow(Compose(transforms)(_image()).numpy(), cmap="gray", vmin=0, vmax=1)
        ax.set(xticks=[], yticks=[])
        ax.set_title(name)


def _flip(image):
    return image.flip(1)


def _turn(image):
    return image.rot90()


def _image():
    """The letter F."""
    image = torch.zeros(9, 9)
    image[1:8, 2] = image[1, 2:7] = image[4, 2:6] = 1
    return image
