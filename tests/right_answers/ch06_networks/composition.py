"""Right answers to ch06_networks/composition, written differently."""

import copy
from collections import OrderedDict
from functools import reduce
from itertools import pairwise

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A weight and a bias are copied each by itself.": [
        (
            """
            collapsed.weight.copy_(weight)
            collapsed.bias.copy_(bias)
            """,
            """
            collapsed.bias.copy_(bias)
            collapsed.weight.copy_(weight)
            """,
        ),
    ],
}


def _check(layers):
    if len(layers) == 0:
        raise ValueError("layers is empty")
    for before, layer in pairwise(layers):
        if before.weight.shape[0] != layer.weight.shape[1]:
            raise ValueError("two neighbours do not fit")


@instead_of("collapse")
def asked_of_the_chain(layers):
    _check(layers)
    n_in, n_out = layers[0].in_features, layers[-1].out_features
    collapsed = nn.Linear(n_in, n_out).to(layers[0].weight)
    with torch.no_grad():
        eye = torch.eye(n_in, device=layers[0].weight.device, dtype=layers[0].weight.dtype)
        origin = nn.Sequential(*layers)(torch.zeros_like(eye[0]))
        collapsed.bias.copy_(origin)
        collapsed.weight.copy_((nn.Sequential(*layers)(eye) - origin).T)
    return collapsed


@instead_of("collapse")
def two_at_a_time(layers):
    _check(layers)

    def join(first, second):
        biased = first.bias is not None or second.bias is not None
        joined = nn.Linear(first.in_features, second.out_features, bias=biased).to(first.weight)
        joined.weight.data = second.weight.data @ first.weight.data
        if biased:
            before = 0 if first.bias is None else second.weight.data @ first.bias.data
            after = 0 if second.bias is None else second.bias.data
            joined.bias.data = before + after
        return joined

    return reduce(join, layers) if len(layers) > 1 else copy.deepcopy(layers[0]).requires_grad_()


@instead_of("collapse")
def with_one_more_row_for_the_bias(layers):
    _check(layers)
    total = None
    for layer in layers:
        weight = layer.weight.detach()
        bias = weight.new_zeros(len(weight)) if layer.bias is None else layer.bias.detach()
        last_row = weight.new_zeros(1, weight.shape[1] + 1)
        last_row[0, -1] = 1
        affine = torch.cat([torch.cat([weight, bias[:, None]], dim=1), last_row])
        total = affine if total is None else affine @ total
    collapsed = nn.Linear(layers[0].in_features, layers[-1].out_features, device="meta")
    collapsed.weight = nn.Parameter(total[:-1, :-1].clone())
    collapsed.bias = nn.Parameter(total[:-1, -1].clone())
    return collapsed


@instead_of("deep_net")
def blocks_and_a_head(sizes, activation=nn.Tanh):
    if len(sizes) < 2:
        raise ValueError(f"{len(sizes)} sizes")
    *hidden, last = [nn.Linear(*pair) for pair in pairwise(sizes)]
    blocks = [nn.Sequential(layer, activation()) for layer in hidden]
    return nn.Sequential(OrderedDict(hidden=nn.Sequential(*blocks), output=last))


@instead_of("deep_net")
def one_too_many_cut_off(sizes, activation=nn.Tanh):
    try:
        first, second, *others = sizes
    except ValueError:
        raise ValueError("give at least two sizes") from None
    net = nn.Sequential(nn.Linear(first, second))
    for place, size in enumerate(others, 1):
        net.add_module(f"activation{place}", activation())
        net.add_module(f"linear{place}", nn.Linear(sizes[place], size))
    return net


class _Net(nn.Module):
    def __init__(self, sizes, activation):
        super().__init__()
        self.layers = nn.ModuleList(map(nn.Linear, sizes[:-1], sizes[1:]))
        self.activations = nn.ModuleList(activation() for _ in sizes[2:])

    def forward(self, x):
        for layer, activation in zip(self.layers, self.activations, strict=False):
            x = activation(layer(x))
        return self.layers[-1](x)


@instead_of("deep_net")
def a_module_of_its_own(sizes, activation=nn.Tanh):
    if len(sizes) < 2:
        raise ValueError("sizes")
    return _Net(sizes, activation)


@instead_of("deep_net")
def by_recursion(sizes, activation=nn.Tanh):
    if len(sizes) < 2:
        raise ValueError("too few sizes")
    layer = nn.Linear(sizes[0], sizes[1])
    if len(sizes) == 2:
        return layer
    return nn.Sequential(layer, activation(), by_recursion(sizes[1:], activation))
