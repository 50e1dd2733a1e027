"""Wrong answers to ch05_mechanics/losses, as people write them."""

import math

from katas._dojo.writing.mistakes import instead_of


@instead_of("l1_loss")
def errors_cancel(t_p, t_c):
    """The mean is taken first, so errors of either sign make up for each other.

    Known: the_absolute_value_at_the_end.
    """
    error = t_p - t_c
    return error.mean().abs()


@instead_of("mse_loss")
def halved_for_the_derivative(t_p, t_c):
    """The squares are divided by 2 N, as courses do whose derivative is to have no 2.

    Known: half_the_square.
    """
    n = t_p.numel()
    return ((t_p - t_c) ** 2).sum() / (2 * n)


@instead_of("mse_loss")
def divided_by_rows(t_p, t_c):
    """The sum is divided by the first size alone, and there may be others, or none.

    Known: squares_by_sample.
    """
    squared_diffs = (t_p - t_c) ** 2
    return squared_diffs.sum() / len(t_p)


@instead_of("mse_loss")
def distance(t_p, t_c):
    """The root is taken of the sum of squares.

    Known: the_root_of_the_mean.
    """
    return ((t_p - t_c) ** 2).sum().sqrt() / math.sqrt(t_p.numel())


@instead_of("l1_loss")
def a_number_of_python(t_p, t_c):
    """What comes back is no tensor.

    Known: an_absolute_number_of_python.
    """
    total = 0.0
    for p, c in zip(t_p.flatten().tolist(), t_c.flatten().tolist(), strict=True):
        total += abs(p - c)
    return total / t_p.numel()
