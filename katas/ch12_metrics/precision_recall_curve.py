"""Precision over recall (§12.3).

One threshold gives one pair of precision and recall.  All thresholds together show what a model can
be made to do: as the threshold falls more is found, so recall rises, and more false alarms come
with it.
"""

from torch import Tensor


def precision_recall_curve(
    probabilities: Tensor, labels: Tensor, thresholds: Tensor
) -> tuple[Tensor, Tensor]:
    """Return precision and recall at each of the T thresholds, float32 [T] each.

    ``probabilities`` [N] say how sure the model is of N samples; ``labels`` [N], int64, are 1 for
    positive and 0 for negative, at least one of them 1.  A sample is predicted to be positive if
    its probability is the threshold or more.

    Where no sample is, precision is 1: there recall is 0, and the curve ends at (0, 1).
    """
    raise NotImplementedError
