"""Kaiming initialization (§8.5.3).

Each number that a layer puts out is a sum of fan_in products, and relu makes about half of these
numbers 0.  Weights that start with a standard deviation of sqrt(2 / fan_in) make up for both:
numbers stay about as large from layer to layer.  With smaller weights they die away in a deep
net, with larger ones they explode.
"""

from torch import Tensor, nn


def kaiming_std(weight: Tensor) -> float:
    """Return sqrt(2 / fan_in) for the weight of a linear layer or of a convolution.

    Its shape is [out, in], or [out, in, height, width] with a kernel of that size.  fan_in is how
    many numbers of the input, and as many weights, go into one number of the output.

    >>> kaiming_std(torch.empty(16, 4, 2, 1))
    0.5
    """
    raise NotImplementedError


def init_weights(model: nn.Module) -> None:
    """Give ``model`` the parameters to start from, in place.

    Weights of every nn.Linear and nn.Conv2d in it, however deep, are drawn from a normal
    distribution of mean 0 and the standard deviation above; their biases are 0.  Every
    nn.BatchNorm2d has weights of 0.5, as in the book's residual blocks, and biases of 0.  All
    else stays as it was, gradients and running statistics too.
    """
    raise NotImplementedError
