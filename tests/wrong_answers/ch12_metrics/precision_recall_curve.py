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
