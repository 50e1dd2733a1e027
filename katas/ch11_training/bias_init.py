"""Where weights start, with their biases (§11.4.2).

The classifier of the book draws its weights by Kaiming's rule, with ``mode="fan_out"``: gradients
keep their size on the way back.  Biases are to be small, and as often negative as positive.  But
``normal_(bias, -bound, bound)`` takes a mean and a standard deviation: in the book five in six
start below 0.
"""

from torch import nn


def init_weights(model: nn.Module) -> None:
    """Draw weights and biases anew for every nn.Linear, nn.Conv2d and nn.Conv3d in ``model``.

    That includes subclasses of these, layers within layers, and ``model`` itself.  The fan_out of
    a layer is the number of its output channels, or features, times the size of its kernel.
    Weights are normal, with mean 0 and variance 2 / fan_out.  Biases, where a layer has them, are
    uniform between -1 / √fan_out and 1 / √fan_out.

    Parameters are filled in place.  Every other layer stays as it is.
    """
    raise NotImplementedError
