"""Wrong answers to ch14_detection/detection_confusion, as people write them."""

import numpy as np

from katas._dojo.writing.mistakes import instead_of


@instead_of("detection_confusion")
def found_or_missed(nodules, others):
    """A nodule that was filtered out is missed.

    Known: filtered_is_missed.
    """
    table = np.zeros((3, 4), dtype=int)
    for malignant, detections in nodules:
        kept = [d for d in detections if d[0] >= 0.5]
        if not kept:
            table[1 + malignant, 0] += 1
        else:
            table[1 + malignant, 3 if max(d[1] for d in kept) >= 0.5 else 2] += 1
    for nodule, malignancy in others:
        table[0, 1 if nodule < 0.5 else 2 if malignancy < 0.5 else 3] += 1
    return table.tolist()


@instead_of("detection_confusion")
def turned(nodules, others):
    """Columns are what it is.

    Known: rows_for_columns.
    """
    table = [[0, 0, 0] for _ in range(4)]
    for malignant, detections in nodules:
        best = 0
        for nodule, malignancy in detections:
            best = max(best, 1 + (nodule >= 0.5) + (nodule >= 0.5 and malignancy >= 0.5))
        table[best][2 if malignant else 1] += 1
    for nodule, malignancy in others:
        table[1 + (nodule >= 0.5) + (nodule >= 0.5 and malignancy >= 0.5)][0] += 1
    return table


@instead_of("detection_confusion")
def every_detection(nodules, others):
    """Each detection of a nodule is counted, and one half is filtered out.

    Known: a_nodule_counted_by_detections, at_one_half_filtered_out.
    """
    table = np.zeros((3, 4), dtype=int)

    def kind(d):
        if d[0] <= 0.5:
            return 1
        return 3 if d[1] >= 0.5 else 2

    for malignant, detections in nodules:
        for d in detections:
            table[1 + int(malignant), kind(d)] += 1
        if not detections:
            table[1 + int(malignant), 0] += 1
    for d in others:
        table[0, kind(d)] += 1
    return table


@instead_of("detection_confusion")
def alarms_only(nodules, others):
    """A false alarm that was filtered out is none.

    Known: others_that_are_filtered_left_out.
    """
    table = [[0] * 4, [0] * 4, [0] * 4]
    for malignant, detections in nodules:
        columns = [0]
        for p, m in detections:
            columns.append(1 if p < 0.5 else 2 + (m >= 0.5))
        table[2 if malignant else 1][max(columns)] += 1
    for p, m in others:
        if p >= 0.5:
            table[0][2 + (m >= 0.5)] += 1
    return table


@instead_of("detection_confusion")
def rows_by_multiplying(nodules, others):
    """One row stands there three times.

    Known: one_list_for_all_rows.
    """
    table = [[0] * 4] * 3

    def what(detection):
        p, m = detection
        return 1 if p < 0.5 else 2 if m < 0.5 else 3

    for malignant, detections in nodules:
        table[1 + malignant][max(map(what, detections), default=0)] += 1
    for detection in others:
        table[0][what(detection)] += 1
    return table
