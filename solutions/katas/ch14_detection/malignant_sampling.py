from collections.abc import Sequence
from typing import Any


def malignancy_sample(
    index: int, malignant: Sequence[Any], benign: Sequence[Any], no_nodule: Sequence[Any]
) -> tuple[Any, bool]:
    lists = {"malignant": malignant, "benign": benign, "no_nodule": no_nodule}
    for name, samples in lists.items():
        if not samples:
            raise ValueError(f"{name} is empty")
    turn, place = divmod(index, 4)
    if place % 2 == 1:
        return malignant[index // 2 % len(malignant)], True
    others = benign if place == 0 else no_nodule
    return others[turn % len(others)], False
