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
