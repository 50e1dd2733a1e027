"""Right answers to ch14_detection/auc, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("area_under")
def as_in_the_book(fpr, tpr):
    fp_diff = fpr[1:] - fpr[:-1]
    tp_avg = (tpr[1:] + tpr[:-1]) / 2
    return (fp_diff * tp_avg).sum()


@instead_of("area_under")
def by_torch(fpr, tpr):
    return torch.trapezoid(tpr, fpr)


@instead_of("area_under")
def step_by_step(fpr, tpr):
    area = fpr.new_zeros(())
    for n in range(1, len(fpr)):
        area += (fpr[n] - fpr[n - 1]) * tpr[n - 1]
        area += (fpr[n] - fpr[n - 1]) * (tpr[n] - tpr[n - 1]) / 2
    return area


@instead_of("chance_of_outranking")
def pair_by_pair(scores, labels):
    wins = []
    for positive in scores[labels].tolist():
        for negative in scores[~labels].tolist():
            wins.append(1.0 if positive > negative else 0.5 if positive == negative else 0.0)
    return torch.tensor(wins, device=scores.device).mean()


@instead_of("chance_of_outranking")
def by_signs(scores, labels):
    differences = scores[labels].double()[:, None] - scores[~labels].double()[None]
    return ((differences.sign() + 1) / 2).float().mean()


@instead_of("chance_of_outranking")
def by_ranks(scores, labels):
    n_pos, n_neg = int(labels.sum()), int((~labels).sum())
    if n_pos == 0 or n_neg == 0:
        return torch.tensor(float("nan"), device=scores.device)
    below = (scores[None] < scores[:, None]).sum(1).double()
    equal = (scores[None] == scores[:, None]).sum(1).double()
    ranks = below + (equal + 1) / 2
    return ((ranks[labels].sum() - n_pos * (n_pos + 1) / 2) / (n_pos * n_neg)).float()
