"""Wrong answers to ch12_metrics/precision_recall, as people write them."""

import math

import numpy as np

from katas._dojo.writing.mistakes import instead_of


@instead_of("precision_recall")
def means_of_the_batches(batches):
    """Each batch has its own shares, of which the mean is taken.

    Known: a_mean_over_batches.
    """
    precisions, recalls = [], []
    for tp, fp, fn in batches:
        precisions.append(tp / (tp + fp) if tp + fp else math.nan)
        recalls.append(tp / (tp + fn) if tp + fn else math.nan)
    if not precisions:
        return math.nan, math.nan
    return sum(precisions) / len(precisions), sum(recalls) / len(recalls)


@instead_of("precision_recall")
def denominators_the_other_way(batches):
    """Precision is divided by what is there.

    Known: the_two_exchanged.
    """
    tp, fp, fn = map(sum, zip(*batches, strict=True)) if (batches := list(batches)) else (0, 0, 0)
    positives, predicted = tp + fp, tp + fn
    precision = tp / predicted if predicted else math.nan
    recall = tp / positives if positives else math.nan
    return precision, recall


@instead_of("precision_recall")
def or_one(batches):
    """A share of nothing is 0, as in chapter 13.

    Known: nothing_is_zero.
    """
    counts = np.zeros(3)
    for batch in batches:
        counts += batch
    tp, fp, fn = counts.tolist()
    return tp / ((tp + fp) or 1), tp / ((tp + fn) or 1)


@instead_of("precision_recall")
def divided_without_looking(batches):
    """Recall comes first, and dividing by 0 is an error.

    Known: the_two_exchanged, divided_by_nothing.
    """
    tp = fp = fn = 0
    for a, b, c in batches:
        tp, fp, fn = tp + a, fp + b, fn + c
    return tp / (tp + fn), tp / (tp + fp)


@instead_of("precision_recall")
def the_list_thrice(batches):
    """An iterator is used up after the first sum.

    Known: gone_through_again.
    """
    tp = sum(batch[0] for batch in batches)
    fp = sum(batch[1] for batch in batches)
    fn = sum(batch[2] for batch in batches)
    precision = tp / (tp + fp) if tp + fp else float("nan")
    recall = tp / (tp + fn) if tp + fn else float("nan")
    return precision, recall
