"""The recall of two stages in a row (§14.4).

The classifier only sees what the segmentation has found.  So what the one loses cannot be found by
the other, and to know which of the two to work at, each is measured by what it was given.
"""

from collections.abc import Sequence

Stage = tuple[float, int, int]


def stage_recall(table: Sequence[Sequence[int]]) -> dict[str, Stage]:
    """Return recall, nodules lost, false alarms: of "segmentation", "classification", "both".

    The rows of ``table`` are no nodule, benign, malignant; its columns are missed, filtered out,
    said to be benign, said to be malignant.  The segmentation misses, the classification filters
    out; a nodule that is kept counts as found, whichever of the two it is said to be.

    Recall is the share found of the nodules that were there for the stage, nan if there were none.
    False alarms are what is no nodule, and is still there after the stage.
    """
    raise NotImplementedError
