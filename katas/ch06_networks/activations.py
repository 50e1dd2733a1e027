"""Activation functions (§6.1.3, §6.1.4).

An activation bends what a linear layer gives, element by element.  Its slope decides how much
of the gradient gets through on the way back: where it is flat, a unit learns nothing.

Write them by formula, without torch's own activation functions; exp, log, abs, clamp, maximum,
where, comparisons are all fine.  Each takes a floating-point tensor of any shape, with numbers
between -10 and 10, and returns a new tensor of the same shape, dtype and device.  Values are
torch's, and so are gradients, except at a kink, where the slope jumps.
"""

from torch import Tensor


def tanh(x: Tensor) -> Tensor:
    """Return (e^x - e^-x) / (e^x + e^-x), between -1 and 1."""
    raise NotImplementedError


def hardtanh(x: Tensor, min_val: float = -1.0, max_val: float = 1.0) -> Tensor:
    """Return ``x`` between ``min_val`` and ``max_val``, and the nearer bound outside."""
    raise NotImplementedError


def sigmoid(x: Tensor) -> Tensor:
    """Return 1 / (1 + e^-x), between 0 and 1."""
    raise NotImplementedError


def softplus(x: Tensor) -> Tensor:
    """Return log(1 + e^x): a smooth relu, whose slope is the sigmoid."""
    raise NotImplementedError


def relu(x: Tensor) -> Tensor:
    """Return ``x`` where it is positive, and 0 elsewhere."""
    raise NotImplementedError


def leaky_relu(x: Tensor, negative_slope: float = 0.01) -> Tensor:
    """Return ``x`` where it is positive, and ``negative_slope * x`` elsewhere.

    >>> leaky_relu(torch.tensor([-3.0, 0.0, 3.0]), 0.1)
    tensor([-0.3000, 0.0000, 3.0000])
    """
    raise NotImplementedError
