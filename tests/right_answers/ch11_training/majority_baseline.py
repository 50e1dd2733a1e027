"""Right answers to ch11_training/majority_baseline, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("majority_baseline")
def counted(labels):
    n_neg, n_pos = torch.bincount(labels, minlength=2).tolist()
    answer = int(n_pos > n_neg)
    n_right = (n_neg, n_pos)[answer]
    return {
        "all": n_right / (n_neg + n_pos) * 100,
        "neg": 100.0 * (answer == 0),
        "pos": 100.0 * (answer == 1),
    }


@instead_of("majority_baseline")
def every_answer_compared(labels):
    answers = torch.full_like(labels, labels.mode().values.item())
    right = (answers == labels).double()
    masks = {"all": labels >= 0, "neg": labels == 0, "pos": labels == 1}
    return {name: right[mask].mean().mul(100).item() for name, mask in masks.items()}


@instead_of("skill")
def what_is_left_wrong(percentage, labels):
    ones = float((labels == 1).float().mean())
    wrong_at_first = 100 * min(ones, 1 - ones)
    return 1 - (100 - percentage) / wrong_at_first


@instead_of("skill")
def by_counts(percentage, labels):
    n = len(labels)
    n_pos = int(labels.sum())
    n_baseline = max(n_pos, n - n_pos)
    return (percentage * n / 100 - n_baseline) / (n - n_baseline)
