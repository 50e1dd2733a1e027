"""Right answers to ch12_metrics/f1_score, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {"Neither of the two is negative.": [("total == 0", "total <= 0")]}


@instead_of("f1_score")
def one_below_for_zero(precision, recall):
    total = precision + recall
    return 2 * (precision * recall) / torch.where(total == 0, torch.ones_like(total), total)


@instead_of("f1_score")
def of_reciprocals(precision, recall):
    # 1 / 0 is inf, and 2 / inf is 0.
    return 2 / (1 / precision + 1 / recall)


@instead_of("f1_score")
def in_float64(precision, recall):
    p, r = precision.double(), recall.double()
    total = p + r
    total[total == 0] = 1
    return (p * r / (total / 2)).to(precision.dtype)
