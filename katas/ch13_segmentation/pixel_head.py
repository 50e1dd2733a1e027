"""From Hounsfield units to a probability for each pixel (§13.4.1).

A U-Net is built around numbers near 0, but a CT has -1000 to 1000: batch norm in front brings each
channel there, and learns how.  The net gives scores without bounds, and a sigmoid behind it makes
them probabilities.  From then on they are probabilities: a loss that takes scores would bend them
a second time.
"""

from torch import Tensor, nn


class PixelClassifier(nn.Module):
    """Batch norm, the net, sigmoid.

    ``input_batchnorm`` is an nn.BatchNorm2d for the channels that come in, ``unet`` is ``net``.
    """

    def __init__(self, in_channels: int, net: nn.Module):
        """``net`` makes scores [N, C, H, W] of images [N, in_channels, H, W]."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return probabilities [N, C, H, W], also where C is 1."""
        raise NotImplementedError


def pixel_loss(probabilities: Tensor, labels: Tensor) -> Tensor:
    """Return the binary cross-entropy, the mean over all pixels, in the probabilities' dtype.

    ``probabilities`` [N, C, H, W] are in [0, 1]: rounded, a sigmoid reaches both ends, where the
    loss and its gradient are finite, too.  ``labels``, of the same shape, are 0 and 1, or False and
    True.

    Raises ValueError if the shapes differ.
    """
    raise NotImplementedError
