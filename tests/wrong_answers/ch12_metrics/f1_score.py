"""Wrong answers to ch12_metrics/f1_score, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("f1_score")
def of_the_notebook(precision, recall):
    """The square root is taken.

    Known: the_square_root_of_the_book.
    """
    total = precision + recall
    f1 = torch.sqrt(2 * precision * recall / total)
    return torch.where(total == 0, torch.zeros_like(f1), f1)


@instead_of("f1_score")
def an_average(precision, recall):
    """The arithmetic mean.

    Known: the_arithmetic_mean.
    """
    return torch.stack([precision, recall]).mean(dim=0)


@instead_of("f1_score")
def a_little_more_below_the_line(precision, recall):
    """Every score is somewhat too low.

    Known: something_added_below.
    """
    return 2 * precision * recall / (precision + recall + 1e-7)


@instead_of("f1_score")
def no_nan_at_all(precision, recall):
    """What is nan becomes 0.

    Known: every_nan_becomes_0.
    """
    f1 = 2 * (precision * recall) / (precision + recall)
    f1[torch.isnan(f1)] = 0
    return f1


@instead_of("f1_score")
def typed_in(precision, recall):
    """The factor is missing, and 0 / 0 is nan.

    Known: half_of_it, nothing_right_is_nan.
    """
    return precision * recall / (precision + recall)


def _one(p, r):
    return 2 * p * r / (p + r) if p + r != 0 else 0.0


@instead_of("f1_score")
def pair_by_pair(precision, recall):
    """Numbers of Python become float32.

    Known: numbers_of_python.
    """
    pairs = zip(precision.flatten().tolist(), recall.flatten().tolist(), strict=True)
    scores = [_one(*pair) for pair in pairs]
    return torch.tensor(scores, device=precision.device).reshape(precision.shape)


@instead_of("f1_score")
def clamped_below(precision, recall):
    """A sum below .001 counts as that.

    Known: at_least_something_below.
    """
    return 2 * precision * recall / (precision + recall).clamp(min=1e-3)


@instead_of("f1_score")
def either_is_zero(precision, recall):
    """One that is 0 is enough, whatever the other is.

    Known: zero_beside_nan.
    """
    zero = (precision == 0) | (recall == 0)
    score = 2 * precision * recall / (precision + recall)
    return torch.where(zero, torch.zeros_like(score), score)


@instead_of("f1_score")
def by_a_mask(precision, recall):
    """What is not above 0 stays 0, nan as well, in float32.

    Known: numbers_of_python, every_nan_becomes_0.
    """
    both = precision + recall
    score = torch.zeros(precision.shape, device=precision.device)
    some = both > 0
    score[some] = (2 * precision[some] * recall[some] / both[some]).float()
    return score


@instead_of("f1_score")
def into_the_precision(precision, recall):
    """The precision becomes the score.

    Known: the_argument_changed.
    """
    total = precision + recall
    total[total == 0] = 1
    precision *= recall
    precision *= 2
    precision /= total
    return precision
