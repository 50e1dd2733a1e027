import math
from collections.abc import Sequence

Stage = tuple[float, int, int]


def stage_recall(table: Sequence[Sequence[int]]) -> dict[str, Stage]:
    others, benign, malignant = table
    missed, filtered, *kept = (b + m for b, m in zip(benign, malignant, strict=True))
    found, there = sum(kept), missed + filtered + sum(kept)
    segmented = there - missed
    left = others[2] + others[3]
    return {
        "segmentation": (_share(segmented, there), missed, others[1] + left),
        "classification": (_share(found, segmented), filtered, left),
        "both": (_share(found, there), missed + filtered, left),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else math.nan
