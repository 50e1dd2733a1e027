"""The four counts (§12.2).

A candidate is a nodule or none, and a model says that it is one or that it is none.  That makes
four cases.  A nodule that is found is a true positive, one that is missed a false negative; a
false alarm is a false positive, and the rest are true negatives.  The threshold says how sure
the model has to be.
"""

from torch import Tensor


def confusion_counts(
    logits: Tensor, labels: Tensor, threshold: float = 0.5
) -> tuple[int, int, int, int]:
    """Return how many true positives, false positives, false negatives, true negatives there are.

    ``logits`` [N, 2] are what a model puts out for N samples, before softmax; class 1 is the
    positive one.  A sample is predicted to be positive if the probability of class 1 is above
    ``threshold``.  ``labels`` [N] are int64: 1 for positive, 0 for negative.
    """
    raise NotImplementedError
