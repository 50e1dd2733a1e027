"""Translation (§8.1.1).

A convolution has the same weights everywhere, so where the image moves, its answer moves along:
it is equivariant.  The largest answer anywhere does not move at all: it is invariant.  That takes a
handful of weights, where a linear layer would have to learn an object anew at every place.
"""

from torch import Tensor, nn


def shift(images: Tensor, down: int, right: int) -> Tensor:
    """Return ``images`` [N, C, H, W] moved by so many pixels; negative is up, or left.

    The result has their size.  What leaves is lost, and zeros come in on the other side.

    >>> shift(torch.tensor([[[[1.0, 2.0, 3.0]]]]), down=0, right=1)
    tensor([[[[0., 1., 2.]]]])
    """
    raise NotImplementedError


def shift_error(layer: nn.Module, images: Tensor, down: int, right: int) -> Tensor:
    """Return how far ``layer`` is from equivariant: 0-dimensional, and 0 if it is.

    That is the largest distance between what it makes of the images once they are moved, and what
    it makes of them, moved as far.  Its output is [N, C', H', W'].
    """
    raise NotImplementedError


class Detector(nn.Module):
    """Kernels of 3x3, and the largest answer of each: [N, n_channels, H, W] to [N, n_features]."""

    def __init__(self, n_channels: int, n_features: int):
        """Build one convolution, with a bias: 9 * n_channels + 1 parameters for each feature."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return the largest answer of each kernel, over all places where it touches the image.

        Around the image are zeros, two on each side.  So an object may stand anywhere, also at
        the border, as long as all of it is in the image: the result is the same.
        """
        raise NotImplementedError
