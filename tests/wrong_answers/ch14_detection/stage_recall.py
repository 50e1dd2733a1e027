"""Wrong answers to ch14_detection/stage_recall, as people write them."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("stage_recall")
def everything_by_all(table):
    """The second stage is measured by all nodules.

    Known: the_second_of_all.
    """
    t = torch.tensor(table)
    nodules = t[1:].sum(0).tolist()
    total = sum(nodules)
    kept = nodules[2] + nodules[3]
    r1 = 1 - nodules[0] / total if total else math.nan
    r2 = kept / total if total else math.nan
    late = int(t[0, 2:].sum())
    return {
        "segmentation": (r1, nodules[0], int(t[0].sum())),
        "classification": (r2, nodules[1], late),
        "both": (r2, nodules[0] + nodules[1], late),
    }


@instead_of("stage_recall")
def in_the_mean(table):
    """The recall of both is the mean of theirs.

    Known: recalls_averaged.
    """
    neg, ben, mal = table
    seg = sum(ben[1:]) + sum(mal[1:])
    total = sum(ben) + sum(mal)
    fin = sum(ben[2:]) + sum(mal[2:])
    a = seg / total if total else float("nan")
    b = fin / seg if seg else float("nan")
    return {
        "segmentation": (a, total - seg, sum(neg)),
        "classification": (b, seg - fin, neg[2] + neg[3]),
        "both": ((a + b) / 2, total - fin, neg[2] + neg[3]),
    }


@instead_of("stage_recall")
def final_alarms(table):
    """The alarms that are filtered out are nobody's, and nothing is zero.

    Known: alarms_of_the_first_lost, nothing_is_zero.
    """
    neg, ben, mal = table
    total, seg, fin = (sum(ben[n:]) + sum(mal[n:]) for n in range(3))
    alarms = sum(neg[2:])
    return {
        "segmentation": (seg / total if total else 0.0, total - seg, alarms),
        "classification": (fin / seg if seg else 0.0, seg - fin, alarms),
        "both": (fin / total if total else 0.0, total - fin, alarms),
    }


@instead_of("stage_recall")
def said_to_be_malignant(table):
    """A nodule is found if it is said to be malignant.

    Known: malignant_ones_alone.
    """
    neg, ben, mal = table
    missed, filtered, _, malignant = (b + m for b, m in zip(ben, mal, strict=True))

    def ratio(a, b):
        return a / b if b > 0 else math.nan

    there = missed + filtered + malignant
    return {
        "segmentation": (ratio(filtered + malignant, there), missed, sum(neg[1:])),
        "classification": (ratio(malignant, filtered + malignant), filtered, neg[2] + neg[3]),
        "both": (ratio(malignant, there), missed + filtered, neg[2] + neg[3]),
    }
