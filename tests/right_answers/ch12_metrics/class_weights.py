"""Right answers to ch12_metrics/class_weights, written differently."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("log_softmax(dim=1)", "log_softmax(dim=-1)")],
    "The loss of one sample is a number, or a row of one: its mean is the same.": [
        ("squeeze(1)", "squeeze()"),
    ],
    "There is at least one of each class.": [
        ("bincount(labels, minlength=n_classes)", "bincount(labels)"),
    ],
    "A label is 0 or 1.": [
        ("(labels == 0).sum()", "(labels <= 0).sum()"),
        ("(labels == 1).sum()", "(labels >= 1).sum()"),
    ],
}


@instead_of("class_weights")
def one_class_at_a_time(labels, n_classes):
    shares = torch.stack([(labels == c).float().mean() for c in range(n_classes)])
    return 1 / (shares * n_classes)


@instead_of("class_weights")
def scaled_afterwards(labels, n_classes):
    counts = functional.one_hot(labels, n_classes).sum(0).float()
    weights = 1 / counts
    return weights * len(labels) / (weights * counts).sum()


@instead_of("weighted_cross_entropy")
def a_row_of_one_hot(logits, labels, weights):
    hot = functional.one_hot(labels, logits.shape[1]) * weights
    return -(hot * functional.log_softmax(logits, dim=-1)).sum() / hot.sum()


@instead_of("weighted_cross_entropy")
def by_logsumexp(logits, labels, weights):
    rows = torch.arange(len(labels), device=labels.device)
    losses = logits.logsumexp(dim=1) - logits[rows, labels]
    shares = weights[labels] / weights[labels].sum()
    return losses @ shares


@instead_of("pos_weight")
def one_by_the_odds(labels):
    share = labels.double().mean()
    return ((1 - share) / share).float()


@instead_of("pos_weight")
def from_two_counts(labels):
    n_neg, n_pos = torch.bincount(labels, minlength=2).tolist()
    return torch.tensor(n_neg / n_pos, dtype=torch.float32, device=labels.device)
