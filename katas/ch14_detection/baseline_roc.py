"""A baseline of one number (§14.5.2).

Large nodules are malignant more often than small ones.  So before a network is trained, one asks
what the diameter alone can do: a nodule is malignant if it is as wide as some threshold, or wider.
That is a classifier with one parameter, and its parameter is learned, as others are, from the
training set; the validation set says what it is worth.
"""

from torch import Tensor


def diameter_baseline(
    train_mm: Tensor, train_malignant: Tensor, val_mm: Tensor, val_malignant: Tensor
) -> tuple[float, float, float]:
    """Return a threshold, and on the validation set its false and its true positive rate.

    ``train_mm`` [N] and ``val_mm`` [M] are diameters, ``train_malignant`` [N] and
    ``val_malignant`` [M] bools.  Benign and malignant ones occur in both sets.

    The threshold is one of the diameters of the training set: that at which true positive rate
    minus false positive rate is largest there, and the largest diameter of those that are equally
    good.
    """
    raise NotImplementedError
