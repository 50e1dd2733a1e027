"""Right answers to ch12_metrics/precision_recall_curve, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [
        ("predicted.sum(dim=1)", "predicted.sum(dim=-1)"),
        ("(labels == 1)).sum(dim=1)", "(labels == 1)).sum(dim=-1)"),
    ],
    "A label is 0 or 1, and no count is negative.": [
        ("labels == 1", "labels >= 1"),
        ("n_predicted == 0", "n_predicted <= 0"),
    ],
}


@instead_of("precision_recall_curve")
def one_threshold_at_a_time(probabilities, labels, thresholds):
    pairs = []
    for threshold in thresholds:
        predicted = probabilities >= threshold
        true_pos = int((predicted & labels.bool()).sum())
        false_pos = int(predicted.sum()) - true_pos
        precision = true_pos / (true_pos + false_pos) if predicted.any() else 1.0
        pairs.append([precision, true_pos / int((labels == 1).sum())])
    return torch.tensor(pairs, dtype=torch.float32, device=labels.device).unbind(dim=1)


@instead_of("precision_recall_curve")
def sorted_once(probabilities, labels, thresholds):
    probabilities, order = probabilities.sort()
    n_below = torch.searchsorted(probabilities, thresholds)
    n_said = len(labels) - n_below
    found_from = labels[order].flip(0).cumsum(0).flip(0)
    found_from = torch.cat([found_from, found_from.new_zeros(1)])
    found = found_from[n_below].float()
    precision = torch.where(n_said == 0, 1.0, found / n_said)
    return precision, found / labels.sum()
