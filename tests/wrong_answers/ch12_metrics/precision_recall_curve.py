"""Wrong answers to ch12_metrics/precision_recall_curve, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("precision_recall_curve")
def above_it_only(probabilities, labels, thresholds):
    """A probability at the threshold is not predicted.

    Known: at_the_threshold_negative.
    """
    precisions, recalls = [], []
    for t in thresholds:
        pred = probabilities > t
        tp = (pred & (labels == 1)).sum()
        precisions.append(tp / pred.sum() if pred.any() else torch.ones_like(tp).float())
        recalls.append(tp / (labels == 1).sum())
    return torch.stack(precisions), torch.stack(recalls)


@instead_of("precision_recall_curve")
def as_the_board_has_it(probabilities, labels, thresholds):
    """Where nothing is predicted, precision is 0.

    Known: zero_at_the_empty_end.
    """
    predicted = probabilities[None, :] >= thresholds[:, None]
    tp = (predicted * labels).sum(1)
    fp = (predicted * (1 - labels)).sum(1)
    fn = (~predicted * labels).sum(1)
    return tp / (tp + fp).clamp(min=1e-7), tp / (tp + fn).clamp(min=1e-7)


@instead_of("precision_recall_curve")
def in_order(probabilities, labels, thresholds):
    """The thresholds are sorted first, and 0 / 0 stays.

    Known: thresholds_sorted, nan_at_the_empty_end.
    """
    thresholds, _ = torch.sort(thresholds)
    predicted = probabilities >= thresholds.unsqueeze(1)
    tp = (predicted & labels.bool()).sum(1).float()
    return tp / predicted.sum(1), tp / labels.sum()


@instead_of("precision_recall_curve")
def recall_and_precision(probabilities, labels, thresholds):
    """Recall comes first.

    Known: recall_first.
    """
    predicted = (probabilities >= thresholds.view(-1, 1)).float()
    tp = predicted @ labels.float()
    said = predicted.sum(dim=-1)
    precision = torch.where(said > 0, tp / said, torch.ones_like(tp))
    return tp / labels.sum(), precision


@instead_of("precision_recall_curve")
def below(probabilities, labels, thresholds):
    """What lies below the threshold is predicted.

    Known: below_the_threshold.
    """
    predicted = probabilities < thresholds[:, None]
    tp = (predicted & (labels == 1)).sum(-1)
    said = predicted.sum(-1)
    precision = tp / said
    precision[said == 0] = 1.0
    return precision, tp / (labels == 1).sum()


@instead_of("precision_recall_curve")
def one_without_a_true_positive(probabilities, labels, thresholds):
    """Precision is 1 also where all that is predicted is wrong.

    Known: one_where_nothing_is_found.
    """
    predicted = probabilities >= thresholds[:, None]
    tp = (predicted & (labels == 1)).sum(1)
    precision = torch.where(tp > 0, tp / predicted.sum(1), 1.0)
    return precision, tp / labels.sum()


def _counts(probabilities, labels, threshold):
    tp = fp = fn = 0
    for p, y in zip(probabilities, labels, strict=True):
        tp += int(p > threshold and y == 1)
        fp += int(p > threshold and y == 0)
        fn += int(p <= threshold and y == 1)
    return tp, fp, fn


@instead_of("precision_recall_curve")
def counted_one_by_one(probabilities, labels, thresholds):
    """At the threshold nothing is predicted, and 0 of nothing is 0.

    Known: at_the_threshold_negative, zero_at_the_empty_end.
    """
    counts = [_counts(probabilities, labels, threshold) for threshold in thresholds]
    precision = [tp / (tp + fp) if tp + fp else 0.0 for tp, fp, _ in counts]
    recall = [tp / (tp + fn) for tp, _, fn in counts]
    return torch.tensor(precision), torch.tensor(recall)


@instead_of("precision_recall_curve")
def ended_at_the_end(probabilities, labels, thresholds):
    """Behind the first threshold at which nothing is predicted it does not look.

    Known: nothing.
    """
    precision, recall = torch.ones(len(thresholds)), torch.zeros(len(thresholds))
    for n, threshold in enumerate(thresholds):
        predicted = probabilities >= threshold
        if not predicted.any():
            break
        tp = labels[predicted].sum()
        precision[n] = tp / predicted.sum()
        recall[n] = tp / labels.sum()
    return precision, recall


@instead_of("precision_recall_curve")
def of_all_samples(probabilities, labels, thresholds):
    """Recall is divided by all samples, and the threshold itself is not predicted.

    Known: recall_of_all_samples, at_the_threshold_negative.
    """
    predicted = probabilities.unsqueeze(0) > thresholds.unsqueeze(1)
    tp = (predicted & labels.bool()).sum(1)
    return (tp / predicted.sum(1)).nan_to_num(1.0), tp / len(labels)
