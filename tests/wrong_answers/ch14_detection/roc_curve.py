"""Wrong answers to ch14_detection/roc_curve, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("roc_curve")
def typed_in(scores, labels):
    """A hundred thresholds between 1 and 0.

    Known: a_hundred_thresholds_of_the_book.
    """
    threshold = torch.linspace(1, 0, 100, device=scores.device)
    num_pos = labels.sum()
    num_neg = len(labels) - num_pos
    tp = ((scores[None] >= threshold[:, None]) & labels[None]).sum(1).float() / num_pos
    fp = ((scores[None] >= threshold[:, None]) & ~labels[None]).sum(1).float() / num_neg
    return fp, tp


@instead_of("roc_curve")
def from_the_lowest(scores, labels):
    """The thresholds rise.

    Known: ascending.
    """
    n_pos, n_neg = labels.sum().item(), (~labels).sum().item()
    xs, ys = [0.0], [0.0]
    for t in torch.unique(scores):
        hit = scores >= t
        xs.append((hit & ~labels).sum().item() / n_neg)
        ys.append((hit & labels).sum().item() / n_pos)
    return torch.tensor(xs, device=scores.device), torch.tensor(ys, device=scores.device)


@instead_of("roc_curve")
def a_staircase(scores, labels):
    """Every sample is a step.

    Known: every_sample_a_threshold.
    """
    order = sorted(scores.tolist(), reverse=True)
    xs = [0.0] + [float((scores[~labels] >= t).float().mean()) for t in order]
    ys = [0.0] + [float((scores[labels] >= t).float().mean()) for t in order]
    return torch.tensor(xs, device=scores.device), torch.tensor(ys, device=scores.device)


@instead_of("roc_curve")
def without_the_corner(scores, labels):
    """The first point is missing, and the rates are exchanged.

    Known: no_first_point, true_positives_first.
    """
    t = torch.unique(scores).sort(descending=True)[0]
    hit = scores.unsqueeze(0) >= t.unsqueeze(1)
    tpr = (hit & labels).sum(-1) / labels.sum()
    fpr = (hit & ~labels).sum(-1) / (~labels).sum()
    return tpr, fpr


@instead_of("roc_curve")
def strictly(scores, labels):
    """What equals the threshold is not predicted.

    Known: above_the_threshold.
    """
    values = scores.unique(sorted=True).flip(0)
    points = [(0.0, 0.0)]
    for v in values:
        said = scores > v
        points.append((said[~labels].float().mean().item(), said[labels].float().mean().item()))
    fpr, tpr = torch.tensor(points, device=scores.device).T
    return fpr, tpr


@instead_of("roc_curve")
def one_above_the_highest(scores, labels):
    """Of a large number that is the same number: the curve begins one point further on.

    Known: nothing.
    """
    ts = torch.cat([scores.max()[None] + 1, scores.unique().flip(0)])
    fpr, tpr = ((scores[kind] >= ts[:, None]).float().mean(1) for kind in (~labels, labels))
    return fpr, tpr


@instead_of("roc_curve")
def all_scores_in_float32(scores, labels):
    """Scores that float32 cannot tell apart are one threshold.

    Known: nothing.
    """
    scores = scores.float()
    ts = scores.unique().flip(0)
    ts = torch.cat([ts.new_full((1,), float("inf")), ts])
    fpr, tpr = ((scores[kind] >= ts[:, None]).float().mean(1) for kind in (~labels, labels))
    return fpr, tpr


@instead_of("roc_curve")
def running_sums(scores, labels):
    """Equal scores are points of their own.

    Known: one_by_one.
    """
    found = labels[torch.argsort(scores, descending=True, stable=True)]
    zero = torch.zeros(1, device=scores.device)
    fpr = (~found).cumsum(0) / (~found).sum()
    return torch.cat([zero, fpr]), torch.cat([zero, found.cumsum(0) / found.sum()])
