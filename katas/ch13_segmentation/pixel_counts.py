"""Pixels found, pixels missed, false alarms (§13.6.3).

In a segmentation each pixel is a sample, and a slice has 262144 of them.  What counts is how many
of the nodule's pixels were found, how many were missed, and how many were taken for nodule that
are none.  How many were rightly left alone says little: they are nearly all.
"""

from torch import Tensor


def pixel_counts(
    predictions: Tensor, labels: Tensor, threshold: float = 0.5
) -> tuple[Tensor, Tensor, Tensor]:
    """Return true positives, false negatives, false positives of each image: three tensors [N].

    ``predictions`` [N, 1, H, W] are probabilities; a pixel is predicted to be nodule if its
    probability is above ``threshold``.  ``labels`` [N, 1, H, W] are 1 for nodule and 0 for the
    rest, in any dtype: bool, int64, float.  Counts are exact, whatever the dtypes.
    """
    raise NotImplementedError


def percentages(
    true_positives: Tensor, false_negatives: Tensor, false_positives: Tensor
) -> tuple[float, float, float]:
    """Return each count [N], added up over the images, in per cent of the nodule's pixels.

    False positives may be more than 100 per cent: nothing keeps them below what there is to find.
    Where there is no pixel of nodule at all, take 1 for their number.
    """
    raise NotImplementedError
