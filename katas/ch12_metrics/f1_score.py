"""The F1 score (§12.3.4).

To compare two models takes one number, which should be low if precision is low, whatever recall
is, and the other way round.  The F1 score is the harmonic mean of the two: the reciprocal of the
mean of their reciprocals, which is ``2 * precision * recall / (precision + recall)``.
"""

from torch import Tensor


def f1_score(precision: Tensor, recall: Tensor) -> Tensor:
    """Return the F1 score of each pair, of the shape and dtype of ``precision`` and ``recall``.

    Both are from 0 to 1, of the same shape.  The score is 0 where both are 0, and nan where one
    of them is nan.
    """
    raise NotImplementedError
