"""Right answers to ch06_networks/activations, written differently."""

import math

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Outside the contract: the gradient at a kink. The value there is 0 on both sides.": [
        ("torch.where(x > 0, x, 0.0)", "torch.where(x >= 0, x, 0.0)"),
        ("torch.where(x > 0, x, negative_slope * x)", "torch.where(x >= 0, x, negative_slope * x)"),
    ],
}


@instead_of("tanh")
def a_stretched_sigmoid(x):
    return 2 / (1 + torch.exp(-2 * x)) - 1


@instead_of("tanh")
def sinh_over_cosh(x):
    return x.sinh() / x.cosh()


@instead_of("tanh")
def powers_of_e(x):
    return (math.e**x - math.e**-x) / (math.e**x + math.e**-x)


@instead_of("tanh")
def a_difference_of_two_shares(x):
    shares = torch.stack([x, -x]).softmax(0)
    return shares[0] - shares[1]


class _Tanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        decayed = torch.exp(-2 * x.abs())
        result = torch.sign(x) * (1 - decayed) / (1 + decayed)
        ctx.save_for_backward(result)
        return result

    @staticmethod
    def backward(ctx, grad):
        (result,) = ctx.saved_tensors
        return grad * (1 - result**2)


@instead_of("tanh")
def with_its_own_derivative(x):
    return _Tanh.apply(x)


@instead_of("hardtanh")
def by_masked_fill(x, min_val=-1.0, max_val=1.0):
    return x.masked_fill(x < min_val, min_val).masked_fill(x > max_val, max_val)


@instead_of("hardtanh")
def a_product_of_masks(x, min_val=-1.0, max_val=1.0):
    above, below = (x >= max_val).to(x.dtype), (x <= min_val).to(x.dtype)
    return x * (1 - above) * (1 - below) + max_val * above + min_val * below


@instead_of("hardtanh")
def written_into_a_copy(x, min_val=-1.0, max_val=1.0):
    result = x.clone()
    result[x <= min_val] = min_val
    result[x >= max_val] = max_val
    return result


@instead_of("hardtanh")
def two_choices(x, min_val=-1.0, max_val=1.0):
    return torch.where(x < min_val, min_val, torch.where(x > max_val, max_val, x))


@instead_of("sigmoid")
def the_other_way_to_write_it(x):
    return x.exp() / (x.exp() + 1)


@instead_of("sigmoid")
def the_share_of_two(x):
    return torch.stack([x, torch.zeros_like(x)]).softmax(0)[0]


@instead_of("softplus")
def by_log1p(x):
    return x.exp().log1p()


@instead_of("softplus")
def by_logsumexp(x):
    return torch.stack([x, torch.zeros_like(x)], dim=-1).logsumexp(-1)


@instead_of("relu")
def times_a_mask(x):
    return x * (x > 0)


@instead_of("relu")
def clamped_below(x):
    return x.clamp(min=0)


@instead_of("relu")
def the_larger_of_x_and_0(x):
    return torch.maximum(x, torch.zeros_like(x))


@instead_of("relu")
def half_of_x_and_its_size(x):
    return (x + x.abs()) / 2


@instead_of("relu")
def written_into_zeros(x):
    result = torch.zeros_like(x)
    positive = x > 0
    result[positive] = x[positive]
    return result


@instead_of("leaky_relu")
def one_slope_per_element(x, negative_slope=0.01):
    return x * torch.ones_like(x).masked_fill(x < 0, negative_slope)


@instead_of("leaky_relu")
def both_halves(x, negative_slope=0.01):
    return x.clamp(min=0) + negative_slope * x.clamp(max=0)


@instead_of("leaky_relu")
def interpolated(x, negative_slope=0.01):
    return torch.lerp(negative_slope * x, x, (x > 0).to(x.dtype))
