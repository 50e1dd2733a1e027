"""The Dice loss (§13.6.3).

Of a slice with a nodule nearly all pixels are background, and a net that finds nothing is right
about nearly all of them.  Dice goes by the pixels that are marked: twice those that prediction and
label have in common, over all that either of them marks.  Where neither marks anything that is 0/0,
so 1 is added above and below.
"""

from torch import Tensor


def dice_loss(predictions: Tensor, labels: Tensor) -> Tensor:
    """Return the loss of each sample, [N], in the dtype of the predictions.

    With p in ``predictions`` [N, C, H, W], probabilities, and l in ``labels``, bool or integers, of
    the same shape, it is 1 - (2 sum(p l) + 1) / (sum(p) + sum(l) + 1), where each sum is over the
    pixels of one sample.

    Raises ValueError if the shapes differ.
    """
    raise NotImplementedError
