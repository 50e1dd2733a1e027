"""Malignant by the word of radiologists (§14.5.1).

Nobody took these nodules out to look at them.  What is known is what radiologists think of each, up
to four of them, from 1, surely benign, to 5, surely malignant.  The book takes a nodule for
malignant if at least two of them say 4 or more.
"""

from torch import Tensor


def is_malignant(ratings: Tensor) -> Tensor:
    """Return whether each nodule is malignant, bools [N].

    ``ratings`` [N, R], of an integer dtype, are those of R radiologists for N nodules: 1 to 5, or
    0 where somebody has not rated a nodule.
    """
    raise NotImplementedError
