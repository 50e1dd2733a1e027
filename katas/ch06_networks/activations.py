"""Activation functions (§6.1.3, §6.1.4).

An activation bends what a linear layer gives, element by element, and its slope decides how
much of the gradient gets through.  Two things go wrong when one is written by formula.
``exp(100)`` is infinite in float32: infinity over infinity is NaN, and so is the gradient 0
times infinity, even in the branch that ``torch.where`` did not choose.  And at a kink autograd
has to settle on one slope, which depends on how the formula was written.

Write them without torch's own activation functions; exp, log1p, expm1, logaddexp, abs, clamp,
maximum, where are all fine.  Each takes a floating-point tensor of any shape, leaves it as it
is, and returns a new tensor of the same shape, dtype and device.  Values and gradients agree
with torch's at every point, kinks included, and stay right for x as large as ±1e4.
"""

from torch import Tensor


def tanh(x: Tensor) -> Tensor:
    """Return (e^x - e^-x) / (e^x + e^-x), between -1 and 1.

    >>> tanh(torch.tensor([-100.0, 0.0, 1.0]))
    tensor([-1.0000, 0.0000, 0.7616])
    """
    raise NotImplementedError


def hardtanh(x: Tensor, min_val: float = -1.0, max_val: float = 1.0) -> Tensor:
    """Return ``x`` between ``min_val`` and ``max_val``, and the nearer bound outside.

    The gradient is 1 between the bounds, and 0 outside as well as on both bounds.

    >>> hardtanh(torch.tensor([-3.0, 0.5, 3.0]))
    tensor([-1.0000, 0.5000, 1.0000])
    """
    raise NotImplementedError


def sigmoid(x: Tensor) -> Tensor:
    """Return 1 / (1 + e^-x), between 0 and 1.

    >>> sigmoid(torch.tensor([-100.0, 0.0, 100.0]))
    tensor([0.0000, 0.5000, 1.0000])
    """
    raise NotImplementedError


def softplus(x: Tensor) -> Tensor:
    """Return log(1 + e^x): a smooth relu, whose slope is the sigmoid.

    >>> softplus(torch.tensor([-100.0, 0.0, 100.0]))
    tensor([0.0000, 0.6931, 100.0000])
    """
    raise NotImplementedError


def relu(x: Tensor) -> Tensor:
    """Return ``x`` where it is positive, and 0 elsewhere.

    The gradient is 1 for positive x, and 0 elsewhere, at 0 itself too.

    >>> relu(torch.tensor([-3.0, 0.0, 3.0]))
    tensor([0., 0., 3.])
    """
    raise NotImplementedError


def leaky_relu(x: Tensor, negative_slope: float = 0.01) -> Tensor:
    """Return ``x`` where it is positive, and ``negative_slope * x`` elsewhere.

    ``negative_slope`` is any number, above 1 too.  The gradient is 1 for positive x, and
    ``negative_slope`` elsewhere, at 0 itself too.

    >>> leaky_relu(torch.tensor([-3.0, 0.0, 3.0]), 0.1)
    tensor([-0.3000, 0.0000, 3.0000])
    """
    raise NotImplementedError
