"""Wrong answers to ch06_networks/stable_activations, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("softplus")
def softplus_switched_over_afterwards(x):
    """The branch that is not chosen is infinite, and its gradient NaN.

    Known: a_branch_that_overflows_unseen.
    """
    return torch.where(x > 80, x, torch.log(1 + torch.exp(x)))


@instead_of("tanh")
def by_the_larger_exponential(x):
    """What is infinite for a large x has NaN for its gradient.

    Known: an_infinite_divisor.
    """
    return 1 - 2 / (torch.exp(2 * x) + 1)


@instead_of("sigmoid")
def by_the_sign(x):
    """Either formula overflows on the side of the other.

    Known: both_branches_calculated.
    """
    return torch.where(x >= 0, 1 / (1 + torch.exp(-x)), torch.exp(x) / (1 + torch.exp(x)))


@instead_of("softplus")
def clamped_before_exp(x):
    """A large x is cut, and so is what comes out.

    Known: nothing.
    """
    return torch.log1p(torch.exp(x.clamp(max=50)))


@instead_of("softplus")
def relu_and_a_rest(x):
    """At 0 the slope is 1.

    Known: a_kink_from_two_halves.
    """
    return x.clamp(min=0) + torch.log1p(torch.exp(-x.abs()))


@instead_of("tanh")
def the_formula_as_it_stands(x):
    """A large x gives infinity over infinity.

    Known: a_ratio_of_infinities.
    """
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())


@instead_of("tanh")
def numbers_cut_at_five(x):
    """Beyond 5 the value stands still, and has no slope.

    Known: nothing.
    """
    z = torch.clamp(x, -5, 5)
    e = torch.exp(2 * z)
    return (e - 1) / (e + 1)
