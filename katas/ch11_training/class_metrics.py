"""How well each class is told (§11.6.1).

One number for all samples is that of the larger class: where there are four hundred others for each
nodule, nodules hardly move it.  So loss and share of right predictions are given for all samples,
for those without a nodule, and for those with one.
"""

from torch import Tensor


def class_metrics(metrics: Tensor, threshold: float = 0.5) -> dict[str, float]:
    """Return numbers under "loss/all", "loss/neg", "loss/pos", "correct/all", and so on.

    ``metrics`` [3, N] holds a column for each sample: its label, 1 for a nodule, else 0; the
    probability that it is one; its loss.  A sample is taken for a nodule if its probability is
    above ``threshold``; one that is exactly there is not.

    A loss is the mean over the samples of a class, or over all.  Correct is the percentage of
    these for which prediction and label agree.  Both are NaN for a class without samples.
    """
    raise NotImplementedError
