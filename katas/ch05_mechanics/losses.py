"""Losses (§5.3).

A loss turns all the errors ``t_p - t_c`` into one number, which training makes small.  Each
error counts by its size, whichever way it points: L1 takes its absolute value, the squared
error its square.  The mean over all elements keeps the loss comparable however many there are.
"""

from torch import Tensor


def l1_loss(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return the mean absolute difference between predictions and targets.

    ``t_p`` and ``t_c`` have the same shape, whichever it is, and at least one element; they
    stay as they are.  Returns a 0-dimensional tensor of their dtype and device, made by tensor
    arithmetic: no code of ``torch.nn`` runs.

    >>> l1_loss(torch.tensor([3.0, 5.0]), torch.tensor([1.0, 6.0]))
    tensor(1.5000)
    """
    raise NotImplementedError


def mse_loss(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return the mean squared difference between predictions and targets.

    Takes and returns what ``l1_loss`` does, by the same rules.

    >>> mse_loss(torch.tensor([3.0, 5.0]), torch.tensor([1.0, 6.0]))
    tensor(2.5000)
    """
    raise NotImplementedError
