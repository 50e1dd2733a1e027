"""Right answers to ch12_metrics/precision_recall, written differently."""

import math
from typing import NamedTuple

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A number is no object to change in place.": [
        ("true_pos += tp", "true_pos = true_pos + tp"),
        ("false_pos += fp", "false_pos = false_pos + fp"),
        ("false_neg += fn", "false_neg = false_neg + fn"),
    ],
}


class _Scores(NamedTuple):
    precision: float
    recall: float


@instead_of("precision_recall")
def a_division_of_tensors(batches):
    counts = torch.zeros(3, dtype=torch.float64)
    for batch in batches:
        counts = counts + torch.tensor(batch)
    right, wrong = counts[0], counts[1:]
    return _Scores(*(right / (right + wrong)).tolist())


@instead_of("precision_recall")
def columns_summed(batches):
    columns = list(zip(*batches, strict=True)) or [(), (), ()]
    tp, fp, fn = (sum(column) for column in columns)

    def share(whole):
        try:
            return tp / whole
        except ZeroDivisionError:
            return math.nan

    return share(tp + fp), share(tp + fn)


@instead_of("precision_recall")
def floats_of_numpy(batches):
    tp, fp, fn = np.array(list(batches), dtype=float).reshape(-1, 3).sum(axis=0)
    with np.errstate(invalid="ignore"):
        return tp / (tp + fp), tp / (tp + fn)


@instead_of("precision_recall")
def in_single_precision(batches):
    right, *wrong = torch.tensor(list(batches)).reshape(-1, 3).sum(dim=0)
    return tuple((right / (right + it)).item() for it in wrong)
