"""A receiver operating characteristic (§14.5.2).

Whether a nodule is malignant is said by a threshold on some score, its diameter for one.  Lower it,
and more of the malignant ones are found, and more of the benign ones with them.  The ROC curve has
both rates for every threshold that makes a difference: the scores that occur.
"""

from torch import Tensor


def roc_curve(scores: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Return false positive rates, then true positive rates, float32, along the curve.

    ``scores`` [N] are any numbers; ``labels`` [N], bools, are True for positive, and both kinds
    occur.  A sample is predicted to be positive if its score is the threshold or more.

    The curve begins at (0, 0), where nothing is predicted positive.  Then the threshold goes down
    through the values among the scores, each of them once: T values make T + 1 points, of which
    the last is (1, 1).
    """
    raise NotImplementedError
