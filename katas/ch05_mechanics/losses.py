"""Losses (§5.3).

A loss turns all the errors ``t_p - t_c`` into one number for training to make small.  Each
error counts by its size, whichever way it points: L1 takes its absolute value, the squared
error its square.  The mean over all elements keeps the loss comparable however many there
are, and a tensor of shape [] is what backward wants to start from.
"""

from torch import Tensor


def l1_loss(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return the mean absolute difference between predictions and targets.

    ``t_p`` and ``t_c`` have the same shape, any number of dimensions, at least one element;
    they stay as they are.  Returns a 0-dimensional tensor of their dtype and device,
    differentiable in both: the gradient of t_p is ``sign(t_p - t_c)`` over the number of
    elements, which is 0 where the prediction is right; that of t_c is its opposite.  Small
    errors of large numbers count exactly, to the rounding of the difference.  It is all
    tensor arithmetic: no code of ``torch.nn`` runs.

    >>> l1_loss(torch.tensor([3.0, 5.0]), torch.tensor([1.0, 6.0]))
    tensor(1.5000)
    """
    raise NotImplementedError


def mse_loss(t_p: Tensor, t_c: Tensor) -> Tensor:
    """Return the mean squared difference between predictions and targets.

    Takes and returns what ``l1_loss`` does, by the same rules; the gradient of t_p is
    ``2 * (t_p - t_c)`` over the number of elements, that of t_c its opposite.

    >>> mse_loss(torch.tensor([3.0, 5.0]), torch.tensor([1.0, 6.0]))
    tensor(2.5000)
    """
    raise NotImplementedError
