"""Right answers to ch14_detection/detection_confusion, written differently."""

from collections import Counter

import numpy as np

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A count is an int, which += replaces as well.": [
        ("table[row][column] += 1", "table[row][column] = table[row][column] + 1"),
        (
            "table[0][_column(detection)] += 1",
            "table[0][_column(detection)] = table[0][_column(detection)] + 1",
        ),
    ],
}


@instead_of("detection_confusion")
def as_in_the_book(nodules, others):
    confusion = np.zeros((3, 4), dtype=int)
    for is_mal, detections in nodules:
        detected_class = 0
        for d in detections:
            detected_class = max(detected_class, 1 if d[0] < 0.5 else (2 if d[1] < 0.5 else 3))
        confusion[2 if is_mal else 1, detected_class] += 1
    for d in others:
        confusion[0, 1 if d[0] < 0.5 else (2 if d[1] < 0.5 else 3)] += 1
    return confusion


@instead_of("detection_confusion")
def by_a_counter(nodules, others):
    def became(detections):
        kept = [malignancy for nodule, malignancy in detections if nodule >= 0.5]
        if any(it >= 0.5 for it in kept):
            return 3
        return 2 if kept else 1 if detections else 0

    counts = Counter((1 + bool(malignant), became(found)) for malignant, found in nodules)
    counts.update((0, became([it])) for it in others)
    return [[counts[row, column] for column in range(4)] for row in range(3)]
