"""Right answers to ch06_networks/stable_activations, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A sum asks for no order.": [
        ("logaddexp(x, torch.zeros_like(x))", "logaddexp(torch.zeros_like(x), x)"),
    ],
}


@instead_of("tanh")
def from_expm1_on_each_side(x):
    falling = torch.expm1(-2 * torch.where(x > 0, x, 0.0))
    rising = torch.expm1(2 * torch.where(x > 0, 0.0, x))
    return torch.where(x > 0, -falling / (falling + 2), rising / (rising + 2))


@instead_of("tanh")
def a_difference_of_two_shares(x):
    shares = torch.stack([x, -x]).softmax(0)
    return shares[0] - shares[1]


@instead_of("tanh")
def clamped_before_exp(x):
    near = torch.where(x.abs() < 40, x, 40 * x.detach().sign())
    return (near.exp() - (-near).exp()) / (near.exp() + (-near).exp())


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


@instead_of("sigmoid")
def the_share_of_two(x):
    return torch.stack([x, torch.zeros_like(x)]).softmax(0)[0]


@instead_of("sigmoid")
def each_side_with_its_own_exp(x):
    positive = 1 / (1 + torch.exp(-x.masked_fill(x < 0, 0)))
    rising = torch.exp(x.masked_fill(x >= 0, 0))
    return torch.where(x >= 0, positive, rising / (1 + rising))


@instead_of("sigmoid")
def clamped_where_nothing_changes(x):
    return 1 / (1 + torch.exp(-x.clamp(min=-80)))


@instead_of("softplus")
def by_logsumexp(x):
    return torch.stack([x, torch.zeros_like(x)], dim=-1).logsumexp(-1)


@instead_of("softplus")
def the_larger_and_the_rest(x):
    zero = torch.zeros_like(x)
    return torch.maximum(x, zero) + torch.log1p(torch.exp(-(x - zero).abs()))


@instead_of("softplus")
def a_safe_exp_inside_where(x):
    near = torch.where(x > 30, 0.0, x)
    return torch.where(x > 30, x, torch.log1p(near.exp()))


@instead_of("softplus")
def calculated_in_double(x):
    return torch.logaddexp(x.double(), torch.zeros_like(x, dtype=torch.float64)).to(x.dtype)
