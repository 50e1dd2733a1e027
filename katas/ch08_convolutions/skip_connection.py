"""A skip connection (§8.5.3).

Add what went into a layer to what came out of it.  The layer then only has to learn what is to
be changed, and what comes back in training has a way around it.  An addition has no
parameters: with the skip or without, a net has the same.
"""

from torch import Tensor, nn


class NetRes(nn.Module):
    """The book's three convolutions, the third of which has a skip around it.

    ``conv1`` to ``conv3`` are 3x3 convolutions that keep the size of the image, with
    ``n_chans1``, ``n_chans1 // 2``, ``n_chans1 // 2`` outputs, ``fc1`` and ``fc2`` linear layers
    with 32 and 2 outputs: 16130 parameters for 32 channels.  ``n_chans1`` is even.
    """

    def __init__(self, n_chans1: int = 32):
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return two logits [N, 2] for each image of ``x`` [N, 3, 32, 32], which stays as it is.

        Each convolution is followed by relu, then by 2x2 max pooling.  What comes out of the
        second pooling goes into the third convolution, and is added to what comes out of that
        one's relu, ahead of the pooling.  Then fc1, relu, fc2.
        """
        raise NotImplementedError
