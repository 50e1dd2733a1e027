"""The learning rate (§5.4.3).

A step too long lands farther up on the other side of the valley than it began, and the next
one farther still: the loss grows until no float can hold it.  It is then infinite or, one
infinity less another, NaN, which equals nothing, not even itself.  From there on training
does nothing but carry NaN along, so it stops, and says in which epoch the loss went.
"""

from torch import Tensor


def training_loop(
    n_epochs: int, learning_rate: float, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Return the parameters after ``n_epochs`` steps of plain gradient descent.

    ``params`` is [w, b], of shape [2]; the model is ``w * t_u + b``, the loss the mean squared
    error ``((t_p - t_c) ** 2).mean()``.  Epochs count from 1.  Each computes the loss of the
    parameters so far and then takes one step against its gradient.

    Raises ArithmeticError, whose message names the epoch, if the loss of an epoch is infinite
    or NaN.  A loss that grows is no error while it is finite, and no epoch asks for the loss
    after the last step.

    All tensors have one dtype and device; those that are handed in stay as they are.
    """
    raise NotImplementedError
