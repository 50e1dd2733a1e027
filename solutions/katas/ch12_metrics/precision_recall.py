import math
from collections.abc import Iterable


def precision_recall(batches: Iterable[tuple[int, int, int]]) -> tuple[float, float]:
    true_pos = false_pos = false_neg = 0
    for tp, fp, fn in batches:
        true_pos += tp
        false_pos += fp
        false_neg += fn
    said, there = true_pos + false_pos, true_pos + false_neg
    precision = true_pos / said if said else math.nan
    recall = true_pos / there if there else math.nan
    return precision, recall
