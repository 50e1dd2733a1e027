"""Intersection over union (§15, second edition).

How well does a predicted mask cover the true one?  The pixels that both have, by the pixels that
at least one of them has: 1 if they are the same, 0 if they do not meet.  Dice counts what both have
twice, and divides by the sizes of the two: the same order of masks, in milder numbers.
"""

from torch import Tensor


def mask_iou(predicted: Tensor, labels: Tensor) -> Tensor:
    """Return the intersection over union of each of N masks with its label, float32 [N].

    ``predicted`` and ``labels`` [N, H, W] are bool.  Where both are empty they are the same: 1.
    """
    raise NotImplementedError


def dice_of_iou(iou: Tensor) -> Tensor:
    """Return the Dice coefficients of masks whose intersections over union are ``iou`` [N].

    Of masks A and B, Dice is 2 · |A and B| / (|A| + |B|).  It follows from the IoU alone, and has
    its dtype.
    """
    raise NotImplementedError
