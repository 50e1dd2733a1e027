"""A confusion matrix of detections (§14.4).

A nodule can be lost at several places: nothing was segmented there, or something was and the
classifier filtered it out, or it is called benign and is malignant.  A table with a row for what it
is and a column for what became of it shows where.
"""

from collections.abc import Iterable

Detection = tuple[float, float]  # the probabilities that it is a nodule, and that it is malignant


def detection_confusion(
    nodules: Iterable[tuple[bool, list[Detection]]], others: Iterable[Detection]
) -> list[list[int]]:
    """Return counts, 3 by 4.

    A nodule is whether it is malignant, and the detections that belong to it; ``others`` are the
    detections that belong to none.  Rows: no nodule, benign, malignant.  Columns: missed, filtered
    out, said to be benign, said to be malignant.

    A detection is filtered out if the probability that it is a nodule is below 0.5.  If not, it is
    said to be malignant where the probability of that is 0.5 or more, and else benign.  A nodule
    counts once, in the rightmost column that one of its detections has; without one it is missed.
    """
    raise NotImplementedError
