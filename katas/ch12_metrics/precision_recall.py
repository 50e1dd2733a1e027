"""Precision, recall (§12.3).

Roxie barks at every creature that passes: no burglar escapes her, and most of what she barks at is
no burglar.  Preston barks when he is sure: nearly all that he barks at are burglars, and some get
by.  Recall is the share of what is there that is found, and precision the share of what is said to
be there that is right.
"""

from collections.abc import Iterable


def precision_recall(batches: Iterable[tuple[int, int, int]]) -> tuple[float, float]:
    """Return precision, then recall, over all batches together.

    Each batch is its numbers of true positives, false positives, false negatives.  ``batches``
    may be any iterable, and is gone through once.

    A share of nothing is no number: precision is nan if nothing was said to be positive, recall
    is nan if nothing was there to be found.
    """
    raise NotImplementedError
