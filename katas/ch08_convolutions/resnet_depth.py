"""Residual depth (§8.5.3).

A residual block adds to its input instead of replacing it.  The sum passes the gradient on
whole, so it still reaches the first of a hundred blocks.  Depth counts only if every block
has weights of its own: the book's listing has one block, used ten times.
"""

from torch import Tensor, nn


class ResBlock(nn.Module):
    """relu(batch_norm(conv3x3(x))) + x, for images [N, n_chans, H, W] of any size."""

    def __init__(self, n_chans: int):
        """Build a block whose input has ``n_chans`` channels.

        The convolution has no bias, since batch norm would make it redundant.  Its weights
        are Kaiming-normal for relu; batch norm starts with weight 0.5, bias 0.
        """
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return a new tensor of the shape of ``x``, which is left as it is.

        >>> ResBlock(n_chans=4)(torch.randn(1, 4, 5, 7)).shape
        torch.Size([1, 4, 5, 7])
        """
        raise NotImplementedError


class NetResDeep(nn.Module):
    """Images [N, 3, 32, 32] in, two logits per image out."""

    def __init__(self, n_chans1: int = 32, n_blocks: int = 10):
        """Build the layers.

        A 3x3 convolution to ``n_chans1`` channels (image size kept, with a bias), relu, 2x2
        max pooling, ``n_blocks`` residual blocks, 2x2 max pooling, 32 hidden units, relu, 2
        outputs.  With 10 blocks of 32 channels that makes 159330 parameters.
        """
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Return logits of shape [N, 2]: any real numbers, not probabilities.

        >>> NetResDeep(n_chans1=8, n_blocks=2)(torch.randn(5, 3, 32, 32)).shape
        torch.Size([5, 2])
        """
        raise NotImplementedError
