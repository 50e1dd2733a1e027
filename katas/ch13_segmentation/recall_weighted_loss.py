"""A loss that would rather find too much (§13.6.3).

A nodule that is missed here is missed for good, while what is marked by mistake the next model can
still throw out.  So the Dice loss is taken a second time, of the predictions inside the label
alone, where only what is missed can cost anything, and that one counts 8 times.
"""

from torch import Tensor


def recall_weighted_loss(predictions: Tensor, labels: Tensor, weight: float = 8.0) -> Tensor:
    """Return the mean Dice loss of a batch, plus ``weight`` times the mean of that inside.

    The Dice loss of a sample is 1 - (2 sum(p l) + 1) / (sum(p) + sum(l) + 1), each sum over all of
    its pixels, with p in ``predictions`` [N, C, H, W], probabilities, and l in ``labels``, of the
    same shape, bool or integers.  That inside is the loss of the products p l in place
    of p.  The result is a scalar in the dtype of the predictions.
    """
    raise NotImplementedError
