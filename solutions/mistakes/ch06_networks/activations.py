"""Known wrong answers to ch06_networks/activations."""

import torch
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks.activations import (
    hardtanh,
    leaky_relu,
    relu,
    sigmoid,
    softplus,
)


@instead_of("tanh")
def a_ratio_of_infinities(x):
    """You divided as the formula says. For large x both exponentials overflow, and infinity over
    infinity is NaN: rewrite it so that only exponentials of negative numbers are taken."""
    return (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())


@instead_of("tanh")
def safe_on_one_side(x):
    """You divided by e^x above and below the line. That mends one side; on the other e^-2x still
    overflows."""
    decayed = torch.exp(-2 * x)
    return (1 - decayed) / (1 + decayed)


@instead_of("tanh")
def infinities_replaced_afterwards(x):
    """You took the sign of x where the formula overflows. The values are right, but the
    gradient still goes through the overflow, 0 times infinity is NaN: keep exp small instead."""
    ratio = (x.exp() - (-x).exp()) / (x.exp() + (-x).exp())
    return torch.where(x.abs() > 20, x.sign(), ratio)


@instead_of("tanh")
def not_a_number_hidden(x):
    """You filled in the NaN of an overflow afterwards. nan_to_num cannot know the sign that the
    number had, nor mend the gradient behind it: keep exp from overflowing."""
    return torch.nan_to_num(a_ratio_of_infinities(x), nan=1.0)


@instead_of("tanh")
def a_sigmoid_not_stretched(x):
    """You stretched the sigmoid to run from -1 to 1, but left out the 2 in front of x: tanh is
    twice as steep, 2 * sigmoid(2 * x) - 1."""
    return 2 * sigmoid(x) - 1


@instead_of("tanh")
def the_size_times_the_sign(x):
    """You calculated with abs(x) and put the sign back. Autograd takes abs and sign to be flat
    at 0, so the gradient there is 0, where tanh is steepest."""
    decayed = torch.exp(-2 * x.abs())
    return x.sign() * (1 - decayed) / (1 + decayed)


@instead_of("tanh")
def torchs_tanh(x):
    """You called torch's tanh. Here it is yours to write."""
    return torch.tanh(x)


@instead_of("hardtanh")
def always_between_minus_1_and_1(x, min_val=-1.0, max_val=1.0):
    """You wrote -1 and 1 into the function. The bounds are arguments."""
    return hardtanh(x)


@instead_of("hardtanh")
def a_slope_of_1_on_the_bounds(x, min_val=-1.0, max_val=1.0):
    """Your values are right, but on the bounds themselves your gradient is 1. They belong to the
    flat parts: compare with < and >, not with <= and >=."""
    inside = (x >= min_val) & (x <= max_val)
    return torch.where(inside, x, x.detach().clamp(min_val, max_val))


@instead_of("hardtanh")
def half_a_slope_on_the_bounds(x, min_val=-1.0, max_val=1.0):
    """You took minimum and maximum with the bounds. On a tie they share the gradient, so on the
    bounds it is 0.5 in place of 0."""
    bounds = torch.full_like(x, min_val), torch.full_like(x, max_val)
    return torch.minimum(torch.maximum(x, bounds[0]), bounds[1])


@instead_of("hardtanh")
def zero_outside_the_bounds(x, min_val=-1.0, max_val=1.0):
    """You set x to 0 outside the bounds. It stops at the nearer bound."""
    return x * ((x > min_val) & (x < max_val))


@instead_of("hardtanh")
def clamped_in_place(x, min_val=-1.0, max_val=1.0):
    """You clamped the tensor you were given. The underscore in clamp_ says that it changes its
    tensor: make a new one."""
    return hardtanh(x, min_val, max_val) if x.requires_grad else x.clamp_(min_val, max_val)


@instead_of("hardtanh")
def torchs_hardtanh(x, min_val=-1.0, max_val=1.0):
    """You called torch's hardtanh. Here it is yours to write."""
    return functional.hardtanh(x, min_val, max_val)


@instead_of("sigmoid")
def one_over_infinity(x):
    """Your values are right, but e^-x overflows for very negative x. 1 / infinity is 0, as it
    should be, yet the gradient of exp there is 0 times infinity, which is NaN."""
    return 1 / (1 + torch.exp(-x))


@instead_of("sigmoid")
def infinity_over_infinity(x):
    """You wrote e^x / (1 + e^x). For large x that is infinity over infinity, NaN."""
    return x.exp() / (1 + x.exp())


@instead_of("sigmoid")
def both_forms_from_the_size_of_x(x):
    """You took exp(-abs(x)), which never overflows, but at 0 autograd takes abs to be flat: the
    gradient there is 0 in place of 0.25."""
    decayed = torch.exp(-x.abs())
    return torch.where(x >= 0, 1 / (1 + decayed), decayed / (1 + decayed))


@instead_of("sigmoid")
def both_branches_calculated(x):
    """You chose the safe form with torch.where. It calculates both, and the gradient of the one
    not chosen is 0 times infinity, NaN: choose what goes into exp, not what comes out."""
    return torch.where(x >= 0, 1 / (1 + torch.exp(-x)), x.exp() / (1 + x.exp()))


@instead_of("sigmoid")
def straight_lines(x):
    """You took the hard sigmoid, a ramp with three straight pieces. The sigmoid is
    1 / (1 + e^-x)."""
    return (x / 6 + 0.5).clamp(0, 1)


@instead_of("sigmoid")
def in_single_precision(x):
    """You calculated in float32, whatever came in. Half of the digits of a float64 are lost, and
    casting back does not restore them: keep the dtype of x."""
    return sigmoid(x.float()).to(x.dtype)


@instead_of("sigmoid")
def torchs_sigmoid(x):
    """You called torch's sigmoid. Here it is yours to write."""
    return x.clone().sigmoid_()


@instead_of("softplus")
def the_log_of_infinity(x):
    """You took exp of x as it came. It overflows for large x, where softplus is nearly x
    itself: take e^x out of the logarithm, or let logaddexp do it."""
    return torch.log(1 + x.exp())


@instead_of("softplus")
def a_branch_that_overflows_unseen(x):
    """You returned x itself where exp would overflow. The other branch overflows all the same,
    and its gradient, 0 times infinity, is NaN: torch.where calculates both."""
    return torch.where(x > 20, x, torch.log1p(x.exp()))


@instead_of("softplus")
def a_kink_from_two_halves(x):
    """Your values are right, but max(x, 0) and abs(x) both have a kink at 0. They cancel in the
    values; autograd adds the slope that it has settled on for each, and does not get 0.5."""
    return relu(x) + torch.log1p(torch.exp(-x.abs()))


@instead_of("softplus")
def x_itself_too_early(x):
    """You returned x itself from 10 on, where softplus is still 0.00005 above it. A float64 has
    room for that: begin much later."""
    return torch.where(x > 10, x, torch.log1p(x.clamp(max=10).exp()))


@instead_of("softplus")
def a_ceiling(x):
    """You clamped x to keep exp finite. Above the limit the result no longer rises, and there is
    no gradient any more."""
    return torch.log1p(x.clamp(max=20).exp())


@instead_of("softplus")
def the_slope_without_the_e(x):
    """You took logarithms to base 2. softplus is the natural logarithm of 1 + e^x."""
    return softplus(x) / 0.6931471805599453


@instead_of("softplus")
def cut_off_from_autograd(x):
    """You calculated under no_grad, or on a detached tensor. The values are right, but nothing
    can be trained through them."""
    return softplus(x.detach())


@instead_of("softplus")
def torchs_logsigmoid(x):
    """You called torch's logsigmoid, which is softplus with two signs turned. Here it is yours
    to write."""
    return -functional.logsigmoid(-x)


@instead_of("relu")
def half_a_slope_at_0(x):
    """Your values are right, but at 0 your gradient is 0.5: maximum shares it between the two
    that tie, and (x + abs(x)) / 2 comes to the same. Choose with a comparison, x > 0."""
    return torch.maximum(x, torch.zeros_like(x))


@instead_of("relu")
def a_slope_of_1_at_0(x):
    """Your values are right, but at 0 your gradient is 1. Only x > 0 lets it through, not
    x >= 0."""
    return torch.where(x >= 0, x, 0.0)


@instead_of("relu")
def the_size_of_x(x):
    """You returned abs(x). Where x is negative, relu is 0."""
    return x.abs()


@instead_of("relu")
def x_itself_when_nothing_is_negative(x):
    """You returned the tensor you were given when there was nothing to cut off. Who writes to the
    result then writes to x: return a new tensor each time."""
    return x if (x > 0).all() else relu(x)


@instead_of("relu")
def negative_numbers_overwritten(x):
    """You set the negative numbers to 0 inside the tensor you were given, and handed it back.
    Make a new tensor."""
    if x.requires_grad:
        x = x.clone()
    x[x < 0] = 0
    return x


@instead_of("relu")
def a_mask_in_single_precision(x):
    """You filled up with float32 numbers. The result has the dtype of x, float64 too: masks and
    constants have to follow it."""
    return relu(x).float()


@instead_of("relu")
def torchs_relu(x):
    """You called torch's relu. Here it is yours to write."""
    return torch.relu(x)


@instead_of("leaky_relu")
def the_larger_of_both(x, negative_slope=0.01):
    """You took the larger of x and negative_slope * x. For a slope above 1 that is the wrong one,
    and at 0, where they tie, maximum shares the gradient between them."""
    return torch.maximum(x, negative_slope * x)


@instead_of("leaky_relu")
def always_one_hundredth(x, negative_slope=0.01):
    """You wrote 0.01 into the function. The slope is an argument."""
    return leaky_relu(x)


@instead_of("leaky_relu")
def turned_upwards(x, negative_slope=0.01):
    """You turned the negative part upwards. negative_slope multiplies x, and x is negative
    there, so that the result is, too."""
    return leaky_relu(x, -negative_slope)


@instead_of("leaky_relu")
def the_upper_slope_at_0(x, negative_slope=0.01):
    """Your values are right, but at 0 your gradient is 1. Only x > 0 has slope 1; 0 belongs to
    the other side."""
    return torch.where(x >= 0, x, negative_slope * x)


@instead_of("leaky_relu")
def a_mask_times_a_number(x, negative_slope=0.01):
    """You multiplied a mask of booleans by a Python number. That makes float32 numbers, and a
    slope rounded to them, even where x is float64: choose with where, or convert the mask."""
    return x * (1 + (negative_slope - 1) * (x <= 0))


@instead_of("leaky_relu")
def no_slope_at_0(x, negative_slope=0.01):
    """You treated x > 0 and x < 0, and left 0 out. The value there is right, but the gradient is
    0 in place of negative_slope."""
    return x * (x > 0) + negative_slope * x * (x < 0)


@instead_of("leaky_relu")
def the_default_for_zero(x, negative_slope=0.01):
    """You took a slope of 0 for "none given". It is a slope like any other."""
    return leaky_relu(x, negative_slope or 0.01)


@instead_of("leaky_relu")
def torchs_leaky_relu(x, negative_slope=0.01):
    """You called torch's leaky_relu. Here it is yours to write."""
    return torch.nn.LeakyReLU(negative_slope)(x)
