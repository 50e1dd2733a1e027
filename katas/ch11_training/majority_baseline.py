"""What it takes to be 99.75% right (§11.8).

If one candidate in four hundred is a nodule, a model that always says no is right for 99.75 per
cent of them, and has found nothing.  So a percentage is worth what it is above that of the model
that always gives the more frequent class.
"""

from torch import Tensor


def majority_baseline(labels: Tensor) -> dict[str, float]:
    """Return what is right, in per cent, if every answer is the more frequent of the two labels.

    ``labels`` is int64 [N], 0 or 1, both of them present; if they are equally frequent the answer
    is 0.  The keys are "all", "neg" for the samples whose label is 0, "pos" for those with 1.
    """
    raise NotImplementedError


def skill(percentage: float, labels: Tensor) -> float:
    """Return how far ``percentage``, of all samples, is from the baseline to 100: 1.0 is perfect.

    It is 0.0 for the baseline itself, and negative for less.
    """
    raise NotImplementedError
