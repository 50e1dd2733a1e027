from collections.abc import Callable
from itertools import pairwise

import torch
from torch import nn


@torch.no_grad()
def collapse(layers: list[nn.Linear]) -> nn.Linear:
    if not layers:
        raise ValueError("there are no layers to collapse")
    for one, after in pairwise(layers):
        if one.out_features != after.in_features:
            raise ValueError(
                f"a layer gives {one.out_features} features, the next takes {after.in_features}"
            )
    first, last = layers[0], layers[-1]
    like_first = {"device": first.weight.device, "dtype": first.weight.dtype}
    weight = torch.eye(first.in_features, **like_first)
    bias = torch.zeros(first.in_features, **like_first)
    for layer in layers:
        weight = layer.weight @ weight
        bias = layer(bias)
    collapsed = nn.Linear(first.in_features, last.out_features, **like_first)
    collapsed.weight.copy_(weight)
    collapsed.bias.copy_(bias)
    return collapsed


def deep_net(sizes: list[int], activation: Callable[[], nn.Module] = nn.Tanh) -> nn.Module:
    if len(sizes) < 2:
        raise ValueError(f"sizes has to name an input and an output, but is {sizes}")
    layers: list[nn.Module] = []
    for n_in, n_out in pairwise(sizes):
        if layers:
            layers.append(activation())
        layers.append(nn.Linear(n_in, n_out))
    return nn.Sequential(*layers)
