"""Right answers to ch05_mechanics/losses, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("l1_loss")
def the_larger_of_two_signs(t_p, t_c):
    return torch.maximum(t_p - t_c, t_c - t_p).mean()


@instead_of("l1_loss")
def by_the_norm(t_p, t_c):
    return torch.linalg.vector_norm(t_p - t_c, ord=1) / t_p.numel()


@instead_of("l1_loss")
def sign_times_difference(t_p, t_c):
    difference = t_c - t_p
    return torch.sum(difference * difference.detach().sign()).div(difference.numel())


@instead_of("l1_loss")
def clamped_halves(t_p, t_c):
    difference = t_p - t_c
    return (difference.relu() + (-difference).relu()).mean()


@instead_of("l1_loss")
def element_by_element(t_p, t_c):
    differences = [a - b for a, b in zip(t_p.flatten(), t_c.flatten(), strict=True)]
    return sum(map(abs, differences)) / len(differences)


@instead_of("l1_loss")
def the_root_of_each_square(t_p, t_c):
    return (t_p - t_c).square().sqrt().mean()


@instead_of("mse_loss")
def as_the_book_writes_it(t_p, t_c):
    squared_diffs = (t_p - t_c) ** 2
    return squared_diffs.mean()


@instead_of("mse_loss")
def by_the_dot_product(t_p, t_c):
    difference = (t_p - t_c).flatten()
    return difference @ difference / len(difference)


@instead_of("mse_loss")
def each_square_over_the_number(t_p, t_c):
    return torch.sum((t_p - t_c).pow(2) / t_p.numel())


@instead_of("mse_loss")
def the_norm_squared(t_p, t_c):
    return torch.dist(t_p, t_c).square() / t_p.numel()


@instead_of("mse_loss")
def target_minus_prediction(t_p, t_c):
    return torch.mean(torch.square(t_c - t_p))


@instead_of("mse_loss")
def one_square_at_a_time(t_p, t_c):
    squares = [(a - b).pow(2) for a, b in zip(t_p.flatten(), t_c.flatten(), strict=True)]
    return torch.stack(squares).mean()


EQUIVALENT = {
    "Each error counts whichever way it points.": [
        ("(t_p - t_c).abs()", "(t_c - t_p).abs()"),
        ("((t_p - t_c) ** 2)", "((t_c - t_p) ** 2)"),
    ],
}
