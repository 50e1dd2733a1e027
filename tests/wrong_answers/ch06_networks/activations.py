"""Wrong answers to ch06_networks/activations, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("relu")
def relu_by_a_float32_mask(x):
    """The mask is float32, and so is what half precision becomes.

    Known: a_mask_in_float32.
    """
    return x * (x > 0).float()


@instead_of("tanh")
def difference_over_difference(x):
    """The two signs of the quotient are exchanged.

    Known: nothing.
    """
    up, down = torch.exp(x), torch.exp(-x)
    return (up + down) / (up - down)


@instead_of("sigmoid")
def the_other_way_round(x):
    """The exponent has lost its minus.

    Known: a_falling_sigmoid.
    """
    return 1.0 / (1.0 + torch.exp(x))


@instead_of("hardtanh")
def bounds_of_the_book(x, min_val=-1.0, max_val=1.0):
    """The bounds are -1 and 1, whichever are asked for.

    Known: always_between_minus_1_and_1.
    """
    out = torch.where(x > 1, torch.ones_like(x), x)
    return torch.where(x < -1, -torch.ones_like(x), out)


@instead_of("relu")
def cut_where_it_is(x):
    """The numbers of the caller are cut.

    Known: negative_numbers_overwritten.
    """
    with torch.no_grad():
        x[x < 0] = 0
    return x


@instead_of("leaky_relu")
def the_larger_of_two(x, negative_slope=0.01):
    """A slope above 1 makes the other branch the larger.

    Known: the_larger_of_both.
    """
    return torch.maximum(x, negative_slope * x)


@instead_of("leaky_relu")
def slope_for_all(x, negative_slope=0.01):
    """The slope counts on the positive side, too.

    Known: nothing.
    """
    return torch.clamp(x, min=0) + negative_slope * x


@instead_of("softplus")
def minus_taken_over_from_sigmoid(x):
    """The exponent has a minus, as in the sigmoid.

    Known: nothing.
    """
    return torch.log(1 + torch.exp(-x))
