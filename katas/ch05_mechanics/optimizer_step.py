"""The optimizer (§5.5.2).

An optimizer owns the update.  ``zero_grad`` forgets the last gradients, since backward adds
to whatever is there; ``step`` moves every parameter that has a gradient, in place.  Weight
decay adds ``weight_decay * parameter`` to the gradient.  Momentum keeps a velocity for each
parameter: ``momentum`` times the last velocity, plus the gradient; the step then follows
the velocity.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


class SGD:
    """Stochastic gradient descent, written without torch.optim.

    Its parameters move exactly as under ``torch.optim.SGD``.
    """

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float,
        momentum: float = 0.0,
        weight_decay: float = 0.0,
    ):
        """Look after ``params``, which may be a generator: it can be read only once."""
        raise NotImplementedError

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to None, or to zeros."""
        raise NotImplementedError

    def step(self) -> None:
        """Move every parameter in place; leave alone those whose gradient is None."""
        raise NotImplementedError


def training_loop(
    n_epochs: int, optimizer: SGD | torch.optim.Optimizer, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Return ``params`` after ``n_epochs`` steps of ``optimizer``, which moves them.

    The loss is the mean squared error of the book's ``model(t_u, *params)``, which is
    ``w * t_u + b``.  ``params`` is [w, b], a leaf of shape [2] that requires a gradient and
    may bring an old one along.  Any optimizer will do that has ``zero_grad()`` and a
    ``step()`` that needs no closure.
    """
    raise NotImplementedError
