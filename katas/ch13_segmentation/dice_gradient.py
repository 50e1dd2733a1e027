"""The gradient of the Dice loss, by hand (§13.6.3).

The loss of a sample is 1 - a / b, with a = 2 sum(p l) + 1 and b = sum(p) + sum(l) + 1.  A pixel
that is labelled moves both a and b; any other one moves b alone.  So all labelled pixels of a
sample have one gradient, whatever is predicted there, and all others have another.
"""

from torch import Tensor


def dice_gradient(predictions: Tensor, labels: Tensor) -> Tensor:
    """Return the derivative of each sample's loss with respect to each of its ``predictions``.

    ``predictions`` [N, C, H, W] are probabilities, ``labels``, of the same shape, are bool or
    integers; sums are over all pixels of a sample.  The result has the shape and dtype of the
    predictions.  Work it out by the quotient rule; torch's autograd stays out of it.
    """
    raise NotImplementedError
