"""Dropout (§8.5.2).

In training every number is set to 0 with probability p, by a draw of its own at each call, so
that a layer cannot lean on any one of its inputs.  What is left is divided by 1 - p: on average
nothing has changed.  So there is nothing to do in eval mode.

The pixels of one channel say much the same, so in a convolutional net whole channels go.

torch's own dropout functions are not to be called.  Either function takes a floating-point
tensor, ``0 <= p < 1``, and returns a tensor of the same shape and dtype; gradients flow back
through the same zeros and the same factor.  ``x`` is left as it is.
"""

from torch import Tensor


def dropout(x: Tensor, p: float, training: bool) -> Tensor:
    """Drop each number of ``x``, of any shape, by itself; if not ``training``, return x.

    >>> dropout(torch.ones(6), 0.5, training=True)
    tensor([2., 0., 0., 2., 2., 0.])
    """
    raise NotImplementedError


def dropout2d(x: Tensor, p: float, training: bool) -> Tensor:
    """Drop each channel of each image [N, C, H, W] by itself; if not ``training``, return x."""
    raise NotImplementedError
