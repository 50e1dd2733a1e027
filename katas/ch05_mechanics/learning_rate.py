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

    ``epoch`` is the epoch of that loss; ``params`` are the last parameters whose loss was
    finite, or None if there were none.
    """

    def __init__(self, epoch: int, params: Tensor | None):
        """Keep ``epoch`` and ``params`` as attributes of these names.

        The message names the epoch.

        >>> str(DivergenceError(11, torch.tensor([1.0, 0.0])))
        'the loss is not finite in epoch 11'
        """
        raise NotImplementedError


def training_loop(
    n_epochs: int, learning_rate: float, params: Tensor, t_u: Tensor, t_c: Tensor
) -> Tensor:
    """Return the parameters after ``n_epochs`` steps of plain gradient descent.

    ``params`` is [w, b], of shape [2]; the model is ``w * t_u + b``, the loss the mean squared
    error ``((t_p - t_c) ** 2).mean()``.  Epochs count from 1.  Each computes the loss of the
    parameters so far and then, if it is finite, takes one step of ``learning_rate`` times the
    gradient.  If it is infinite or NaN, raises DivergenceError with this epoch and the
    parameters of the epoch before: those of the last finite loss, or None in epoch 1.

    A loss that grows is no error while it is finite.  The parameters after the last step are
    returned as they are, since no epoch asks for their loss.  Everything is computed in the
    dtype of ``params``, which keeps its values, as do ``t_u`` and ``t_c``; the result has its
    shape, dtype and device.
    """
    raise NotImplementedError
