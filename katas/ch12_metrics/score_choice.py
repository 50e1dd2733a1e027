"""Which score to choose by (§12.3.4).

Two models differ in precision and recall; which is the better one depends on the score.  The mean
may choose one that misses nearly everything, as long as what it says is right.  Minimum, product
and F1 do not, but they do not always agree.
"""

from torch import Tensor


def choices(precision: Tensor, recall: Tensor) -> dict[str, int]:
    """Return which of M models each score takes for the best.

    ``precision`` and ``recall`` are [M], M at least 1, from 0 to 1.  The keys are "mean" of the
    two, their "minimum", their "product", and "f1", their harmonic mean, which is 0 where both
    are 0.  The values are indices, each of the highest score; where several are equal, of the
    first.
    """
    raise NotImplementedError
