from collections.abc import Iterable

Detection = tuple[float, float]  # the probabilities that it is a nodule, and that it is malignant


def detection_confusion(
    nodules: Iterable[tuple[bool, list[Detection]]], others: Iterable[Detection]
) -> list[list[int]]:
    table = [[0] * 4 for _ in range(3)]
    for malignant, detections in nodules:
        row = 2 if malignant else 1
        column = max(map(_column, detections), default=0)
        table[row][column] += 1
    for detection in others:
        table[0][_column(detection)] += 1
    return table


def _column(detection: Detection) -> int:
    is_nodule, is_malignant = detection
    if is_nodule < 0.5:
        return 1
    return 2 if is_malignant < 0.5 else 3
