"""A convolutional network (§8.3.1).

Convolutions look for patterns, pools halve the image between them, and linear layers decide from
what was found.  Where the two meet, each image becomes one row of numbers: the batch dimension
stays as it is.
"""

from torch import Tensor, nn


class Net(nn.Module):
    """The book's network: images [N, 3, 32, 32] in, two logits per image out.

    A 3x3 convolution to 16 channels, tanh, 2x2 max pooling; the same again to 8 channels; 32
    hidden units, tanh, 2 outputs.  The convolutions keep the size of the image, and every layer
    has a bias: 18090 parameters.
    """

    def __init__(self):
        """Build the layers."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return logits of shape [N, 2]: any real numbers, not probabilities.

        The 8x8x8 numbers of an image go into the linear layer in the order in which they lie:
        channels, then rows, then columns.  Images of another size raise an error.

        >>> Net()(torch.randn(5, 3, 32, 32)).shape
        torch.Size([5, 2])
        """
        raise NotImplementedError
