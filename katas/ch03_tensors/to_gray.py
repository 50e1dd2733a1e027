"""Gray images from colours, by weights (§3.4).

A gray pixel is a weighted sum of its channels: 0.2126 red, 0.7152 green and 0.0722 blue look as
bright as the colour did.  To multiply the channels of an image, [C, H, W], by their weights, [C],
give the weights the shape [C, 1, 1]: sizes are lined up on the right, and a size of 1 is stretched.
``torch.einsum`` is told by letters which sizes belong together, and sums over those that the result
lacks.
"""

from torch import Tensor


def to_gray(images: Tensor, weights: Tensor) -> Tensor:
    """Return the sum over the channels, each times its weight: [..., H, W].

    ``images`` are [..., C, H, W], one image or a batch, ``weights`` are [C], both of one dtype.
    """
    raise NotImplementedError


def gray_equation() -> str:
    """Return the equation with which ``torch.einsum(equation, images, weights)`` does the same."""
    raise NotImplementedError
