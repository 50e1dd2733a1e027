"""Wrong answers to ch14_detection/auc, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("area_under")
def rectangles(fpr, tpr):
    """Each step is a rectangle, as high as where it ends.

    Known: height_after_the_step.
    """
    area = torch.zeros((), device=fpr.device, dtype=fpr.dtype)
    for i in range(len(fpr) - 1):
        area = area + (fpr[i + 1] - fpr[i]) * tpr[i + 1]
    return area


@instead_of("area_under")
def axes_exchanged(fpr, tpr):
    """x and y are given to trapezoid the wrong way round.

    Known: area_beside_the_curve.
    """
    return torch.trapezoid(fpr, tpr)


@instead_of("area_under")
def twice_backwards(fpr, tpr):
    """Widths are negative, and heights are not halved.

    Known: negative_widths, heights_added.
    """
    return -torch.sum(torch.diff(fpr) * (tpr[:-1] + tpr[1:]))


@instead_of("chance_of_outranking")
def wins_alone(scores, labels):
    """A tie is not a win.

    Known: ties_lost.
    """
    pos, neg = scores[labels], scores[~labels]
    return (pos.unsqueeze(1) > neg.unsqueeze(0)).float().mean()


@instead_of("chance_of_outranking")
def guarded(scores, labels):
    """Without pairs it is a guess.

    Known: guessed_without_pairs.
    """
    pos, neg = scores[labels], scores[~labels]
    if not len(pos) or not len(neg):
        return torch.tensor(0.5, device=scores.device)
    d = pos.reshape(-1, 1) - neg.reshape(1, -1)
    return ((d > 0).float() + 0.5 * (d == 0).float()).sum() / d.numel()


@instead_of("chance_of_outranking")
def the_sign_of_a_difference_in_float32(scores, labels):
    """Scores that float32 cannot tell apart are tied.

    Known: nothing.
    """
    differences = scores[labels].float()[:, None] - scores[~labels].float()
    return (differences.sign().mean() + 1) / 2


@instead_of("chance_of_outranking")
def a_sum_of_ranks(scores, labels):
    """Equal scores have ranks as they stand.

    Known: ranked_though_tied.
    """
    order = scores.argsort(stable=True)
    rank = torch.empty_like(order)
    rank[order] = torch.arange(1, len(scores) + 1, device=scores.device)
    p, n = labels.sum(), (~labels).sum()
    return (rank[labels].sum() - p * (p + 1) / 2) / (p * n)
