"""Right answers to ch12_metrics/confusion_counts, written differently."""

from typing import NamedTuple

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [
        ("dim=1", "dim=-1"),
    ],
    "A label is 0 or 1.": [("labels == 1", "labels >= 1")],
}


@instead_of("confusion_counts")
def as_the_book_subtracts(logits, labels, threshold=0.5):
    probabilities = torch.nn.functional.softmax(logits, dim=1)[:, 1]
    neg_label = labels <= threshold
    neg_pred = probabilities <= threshold
    pos_label = ~neg_label
    pos_pred = ~neg_pred
    neg_count, pos_count = int(neg_label.sum()), int(pos_label.sum())
    true_neg = int((neg_label & neg_pred).sum())
    true_pos = int((pos_label & pos_pred).sum())
    return true_pos, neg_count - true_neg, pos_count - true_pos, true_neg


class _Counts(NamedTuple):
    true_positives: int
    false_positives: int
    false_negatives: int
    true_negatives: int


@instead_of("confusion_counts")
def by_bins(logits, labels, threshold=0.5):
    predicted = (logits[:, 1] - logits[:, 0]).sigmoid() > threshold
    bins = 2 * (1 - predicted.long()) + 1 - labels
    return _Counts(*torch.bincount(bins, minlength=4).tolist())


@instead_of("confusion_counts")
def one_by_one(logits, labels, threshold=0.5):
    counts = {(True, 1): 0, (True, 0): 0, (False, 1): 0, (False, 0): 0}
    for row, label in zip(logits, labels, strict=True):
        counts[row.softmax(0)[1].item() > threshold, label.item()] += 1
    return tuple(counts.values())
