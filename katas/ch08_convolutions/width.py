"""Width (§8.5.1).

A wider network has more channels, so it can look for more patterns in an image.  If the width is an
argument, one class makes networks of any width, and the layers still have to fit: each takes what
the one before it gives, and the first linear layer takes every pixel of every channel.
"""

from torch import Tensor, nn


class NetWidth(nn.Module):
    """The book's network with ``n_chans1`` channels: images [N, 3, 32, 32] in, two logits each out.

    A 3x3 convolution to ``n_chans1`` channels, tanh, 2x2 max pooling; the same again to half as
    many channels, rounded down; 32 hidden units, tanh, 2 outputs.  The convolutions keep the size
    of the image, and every layer has a bias.

    With 16 channels that is the network of §8.3.1, of 18090 parameters; with 32 it has 38386.
    """

    def __init__(self, n_chans1: int = 32):
        """Build the layers; ``n_chans1`` is at least 2, and may be odd."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return logits of shape [N, 2]: any real numbers, not probabilities.

        >>> NetWidth(n_chans1=5)(torch.randn(4, 3, 32, 32)).shape
        torch.Size([4, 2])
        """
        raise NotImplementedError
