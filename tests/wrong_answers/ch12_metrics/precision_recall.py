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


@instead_of("precision_recall")
def nothing_said_nothing_to_count(batches):
    """Batches in which nothing is said are passed over.

    Known: silent_batches_left_out.
    """
    tp = fp = fn = 0
    for t, p, n in batches:
        if t + p == 0:
            continue
        tp, fp, fn = tp + t, fp + p, fn + n
    precision = tp / (tp + fp) if tp + fp > 0 else float("nan")
    recall = tp / (tp + fn) if tp + fn > 0 else float("nan")
    return precision, recall


@instead_of("precision_recall")
def one_try(batches):
    """A division by 0 makes both nan.

    Known: nan_for_both.
    """
    tp, fp, fn = (sum(column) for column in list(zip(*batches, strict=True)) or [(), (), ()])
    try:
        return tp / (tp + fp), tp / (tp + fn)
    except ZeroDivisionError:
        return math.nan, math.nan


@instead_of("precision_recall")
def early_return(batches):
    """Where nothing is found both are nan.

    Known: nan_for_both.
    """
    totals = [0, 0, 0]
    for batch in batches:
        for place, n in enumerate(batch):
            totals[place] += n
    tp, fp, fn = totals
    if tp == 0:
        return math.nan, math.nan
    return tp / (tp + fp), tp / (tp + fn)


@instead_of("precision_recall")
def smoothed(batches):
    """Something small is added below the line, so a share of nothing is 0.

    Known: nothing_is_zero.
    """
    tp = fp = fn = 0
    for t, p, n in batches:
        tp, fp, fn = tp + t, fp + p, fn + n
    return tp / (tp + fp + 1e-8), tp / (tp + fn + 1e-8)


def _share(part, whole):
    return part / whole if whole else 0.0


@instead_of("precision_recall")
def taken_in_another_order(batches):
    """False negatives are taken for the second number, and a share of nothing is 0.

    Known: the_two_exchanged, nothing_is_zero.
    """
    tp = fp = fn = 0
    for t, n, p in batches:
        tp, fp, fn = tp + t, fp + p, fn + n
    return _share(tp, tp + fp), _share(tp, tp + fn)


@instead_of("precision_recall")
def per_cent_as_the_book_logs(batches):
    """Both are percentages.

    Known: per_cent.
    """
    totals = [sum(column) for column in zip(*batches, strict=True)] or [0, 0, 0]
    return tuple(
        totals[0] / (totals[0] + wrong) * 100 if totals[0] + wrong else math.nan
        for wrong in totals[1:]
    )
