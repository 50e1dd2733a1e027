"""The area under a ROC curve (§14.5.2).

One number for all thresholds: the area under the curve, 1 for a classifier that is always right,
1/2 for one that guesses.  It has another meaning: it is the chance that a positive sample, drawn at
random, has a higher score than a negative one.
"""

from torch import Tensor


def area_under(fpr: Tensor, tpr: Tensor) -> Tensor:
    """Return the area under the curve through P points, a tensor of no dimensions.

    ``fpr`` [P] are false positive rates, which never fall from point to point, ``tpr`` [P] the
    true positive rates there.  Points are joined by straight lines.  P is 2 or more.
    """
    raise NotImplementedError


def chance_of_outranking(scores: Tensor, labels: Tensor) -> Tensor:
    """Return the chance that a positive sample outranks a negative one, float32, no dimensions.

    It is the share of pairs, one positive sample and one negative, in which the positive one has
    the higher of the two ``scores`` [N]; a pair that is tied counts as half.  ``labels`` [N],
    bools, are True for positive.  Without a sample of one kind there are no pairs: nan.
    """
    raise NotImplementedError
