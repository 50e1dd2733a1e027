"""The receptive field (§8.2.3).

A pixel that a network gives out sees a window of its input, its receptive field.  Each layer
widens it by the reach of its kernel, counted in pixels of the input: a stride in an earlier layer
makes every step of a later one wider.
"""

from torch import Tensor, nn


def receptive_field(layers: list[tuple[int, int, int]]) -> int:
    """Return how many pixels wide the window is that one output sees, in one dimension.

    Each layer, first to last, is (kernel_size, stride, dilation): convolutions and pools alike.
    Without any layer it is 1.

    >>> receptive_field([(3, 1, 1), (2, 2, 1), (3, 1, 1)])  # convolution, pool, convolution
    8
    """
    raise NotImplementedError


def pixels_seen(net: nn.Module, images: Tensor, row: int, column: int) -> Tensor:
    """Return a bool tensor [H, W]: the pixels that ``net(images)`` sees from (row, column).

    ``images`` is [N, C, H, W], the output likewise, in other sizes.  A pixel is seen where the
    gradient of some output channel there is not 0, in any image and any input channel.

    ``grad`` and ``requires_grad`` of ``images`` and of the parameters stay as they were.  It works
    under no_grad as well.
    """
    raise NotImplementedError
