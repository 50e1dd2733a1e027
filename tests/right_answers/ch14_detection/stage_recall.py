"""Right answers to ch14_detection/stage_recall, written differently."""

import numpy as np

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A sum is the same in any order.": [
        ("for b, m in", "for m, b in"),
        ("zip(benign, malignant", "zip(malignant, benign"),
    ],
    "All rows have four columns.": [(", strict=True", ""), ("strict=True", "strict=False")],
}


@instead_of("stage_recall")
def by_an_array(table):
    others, *nodules = np.array(table)
    left = np.cumsum(np.sum(nodules, axis=0)[::-1])[::-1]  # there, segmented, found, ...
    alarms = np.cumsum(others[::-1])[::-1]
    there, segmented, found, _ = left.tolist()

    def stage(before, after, others_left):
        recall = after / before if before > 0 else float("nan")
        return recall, before - after, int(others_left)

    return {
        "segmentation": stage(there, segmented, alarms[1]),
        "classification": stage(segmented, found, alarms[2]),
        "both": stage(there, found, alarms[2]),
    }


@instead_of("stage_recall")
def multiplied(table):
    no, benign, malignant = map(list, table)
    n_missed = benign[0] + malignant[0]
    n_filtered = benign[1] + malignant[1]
    n_found = sum(benign[2:]) + sum(malignant[2:])
    nan = float("nan")
    first = (
        (n_filtered + n_found) / (n_missed + n_filtered + n_found)
        if any(benign + malignant)
        else nan
    )
    second = n_found / (n_filtered + n_found) if n_filtered + n_found else nan
    both = first * second if first != 0 else 0.0
    return {
        "segmentation": (first, n_missed, sum(no[1:])),
        "classification": (second, n_filtered, sum(no[2:])),
        "both": (both, n_missed + n_filtered, sum(no[2:])),
    }
