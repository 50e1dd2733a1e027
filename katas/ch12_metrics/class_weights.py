"""Weights in the loss (§12.4.1).

Instead of drawing rare classes more often, the loss may count them more.  The loss of a batch is
then a weighted mean: torch divides by the sum of the weights of the batch's samples, not by their
number, so that it stays as large as the losses of which it is made.
"""

from torch import Tensor


def class_weights(labels: Tensor, n_classes: int) -> Tensor:
    """Return a weight for each class, float32 [n_classes]: the rarer it is, the higher.

    ``labels`` [N] are int64 from 0, at least one of each class.  The samples of each class weigh
    the same together, and those of all classes weigh N.
    """
    raise NotImplementedError


def weighted_cross_entropy(logits: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
    """Return the mean of the cross-entropy of N samples, weighted by class.

    ``logits`` [N, C], ``labels`` [N], int64, ``weights`` [C], of the dtype of the logits.  Torch's
    log_softmax may be used, its losses may not.
    """
    raise NotImplementedError


def pos_weight(labels: Tensor) -> Tensor:
    """Return what makes positive samples weigh as much as negative ones, a float32 scalar.

    This is for ``binary_cross_entropy_with_logits``, which multiplies the losses of the positive
    samples by it.  ``labels`` [N] are 1 for positive and 0 for negative, at least one of each.
    """
    raise NotImplementedError
