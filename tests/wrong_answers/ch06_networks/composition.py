"""Wrong answers to ch06_networks/composition, as people write them."""

from itertools import pairwise

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("collapse")
def multiplied_from_the_left(layers):
    """The weights are multiplied in the order in which they stand.

    Known: in_the_order_of_reading.
    """
    if not layers:
        raise ValueError("no layers")
    for a, b in pairwise(layers):
        if a.out_features != b.in_features:
            raise ValueError(f"{a.out_features} and {b.in_features}")
    weight = layers[0].weight
    bias = layers[0].bias if layers[0].bias is not None else torch.zeros_like(weight[:, 0])
    for layer in layers[1:]:
        bias = layer.weight @ bias + (0 if layer.bias is None else layer.bias)
        weight = weight @ layer.weight
    result = nn.Linear(layers[0].in_features, layers[-1].out_features).to(weight)
    with torch.no_grad():
        result.weight.copy_(weight)
        result.bias.copy_(bias)
    return result


@instead_of("collapse")
def only_the_bias_of_the_last(layers):
    """The biases of all layers but the last are lost.

    Known: the_last_bias_only.
    """
    if len(layers) == 0:
        raise ValueError("need at least one layer")
    first = layers[0]
    weight = first.weight.detach()
    out = first.out_features
    for layer in layers[1:]:
        if layer.in_features != out:
            raise ValueError(f"{layer.in_features} features, not {out}")
        out = layer.out_features
        weight = layer.weight.detach() @ weight
    merged = nn.Linear(first.in_features, out).to(weight)
    with torch.no_grad():
        merged.weight.copy_(weight)
        merged.bias.zero_()
        if layers[-1].bias is not None:
            merged.bias.copy_(layers[-1].bias)
    return merged


@instead_of("collapse")
def float32_and_always_a_bias(layers):
    """The new layer is torch's default, and a layer without a bias is an error.

    Known: in_single_precision, every_layer_has_a_bias.
    """
    if not layers:
        raise ValueError("layers is empty")
    w, b = layers[0].weight, layers[0].bias
    for layer in layers[1:]:
        if layer.weight.shape[1] != w.shape[0]:
            raise ValueError(f"{w.shape[0]} != {layer.weight.shape[1]}")
        w = layer.weight @ w
        b = layer.weight @ b + layer.bias
    new = nn.Linear(w.shape[1], w.shape[0])
    new.weight.data[:] = w
    new.bias.data[:] = b
    return new


@instead_of("collapse")
def measured_at_the_ends(layers):
    """A single layer comes back as it is.

    Known: the_only_layer_itself.
    """
    if not layers:
        raise ValueError("nothing to collapse")
    for one, two in pairwise(layers):
        if one.out_features != two.in_features:
            raise ValueError(f"{one.out_features} features do not go into {two.in_features}")
    if len(layers) == 1:
        return layers[0]
    net = nn.Sequential(*layers)
    example = layers[0].weight
    with torch.no_grad():
        bias = net(torch.zeros_like(example[0]))
        weight = (net(torch.eye(example.shape[1]).to(example)) - bias).T
    layer = nn.Linear(*weight.shape[::-1]).to(example)
    layer.weight = nn.Parameter(weight.contiguous())
    layer.bias = nn.Parameter(bias)
    return layer


@instead_of("deep_net")
def activation_after_each(sizes, activation=nn.Tanh):
    """The last layer has an activation after it, too.

    Known: an_activation_after_the_last_layer.
    """
    if len(sizes) < 2:
        raise ValueError(f"sizes {sizes}")
    layers = []
    for n_in, n_out in pairwise(sizes):
        layers += [nn.Linear(n_in, n_out), activation()]
    return nn.Sequential(*layers)


@instead_of("deep_net")
def one_activation_for_all(sizes, activation=nn.Tanh):
    """The activation is made once, and stands in every place.

    Known: one_activation_for_all.
    """
    if len(sizes) < 2:
        raise ValueError("at least two sizes")
    act = activation()
    net = nn.Sequential()
    for i in range(len(sizes) - 1):
        net.append(nn.Linear(sizes[i], sizes[i + 1]))
        if i < len(sizes) - 2:
            net.append(act)
    return net


@instead_of("deep_net")
def tanh_whatever_is_asked_for(sizes, activation=nn.Tanh):
    """The activation is always tanh, and too few sizes are no error.

    Known: always_tanh, a_net_without_layers.
    """
    layers = [nn.Linear(sizes[0], sizes[1])]
    for a, b in pairwise(sizes[1:]):
        layers.append(nn.Tanh())
        layers.append(nn.Linear(a, b))
    return nn.Sequential(*layers)
