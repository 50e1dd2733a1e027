"""The learning rate (§5.4.3).

A step too long lands farther up on the other side of the valley than it began, and the next
one farther still: the loss grows until no float can hold it.  It is then infinite or, one
infinity less another, NaN, which equals nothing, not even itself.  From there on training
does nothing but carry NaN along, so it stops, and says in which epoch the loss went and what
the parameters were before.
"""

from torch import Tensor


class DivergenceError(ArithmeticError):
    """Training has come to a loss that is not finite.

    ``epoch`` is the epoch of that loss.  ``params`` are the last parameters whose loss was
    finite, or None if there were none.
    """

    def __init__(self, epoch: int, params: Tensor | None):
        """Keep both as attributes of these names.  The message names the epoch."""
        raise NotImplementedError


def training_loop(
    n_epochs: int, learning_rate: float, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Return the parameters after ``n_epochs`` steps of plain gradient descent.

    ``params`` is [w, b], of shape [2].  The model is ``w * t_u + b``, the loss the mean squared
    error ``((t_p - t_c) ** 2).mean()``.  Epochs count from 1.  Each computes the loss of the
    parameters so far and then takes one step against its gradient.

    Raises DivergenceError if the loss of an epoch is infinite or NaN.  It holds that epoch and
    the parameters of the epoch before; in epoch 1 there are none.  A loss that grows is no
    error while it is finite, and no epoch asks for the loss after the last step.

    All tensors have one dtype and device; those that are handed in stay as they are.
    """
    raise NotImplementedError
