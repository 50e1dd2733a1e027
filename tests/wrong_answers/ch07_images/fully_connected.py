"""Wrong answers to ch07_images/fully_connected, as people write them."""

import copy
from itertools import pairwise

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("fully_connected")
def tanh_after_each(sizes):
    """The logits go through a Tanh.

    Known: a_tanh_at_the_end.
    """
    layers = []
    for i in range(len(sizes) - 1):
        layers.append(nn.Linear(sizes[i], sizes[i + 1]))
        layers.append(nn.Tanh())
    return nn.Sequential(*layers)


@instead_of("fully_connected")
def as_in_7_2_5(sizes):
    """One hidden layer, and a LogSoftmax at the end.

    Known: one_hidden_layer, a_log_softmax_at_the_end.
    """
    return nn.Sequential(
        nn.Linear(sizes[0], sizes[1]),
        nn.Tanh(),
        nn.Linear(sizes[1], sizes[-1]),
        nn.LogSoftmax(dim=1),
    )


@instead_of("n_parameters")
def weights(sizes):
    """Biases do not count.

    Known: biases_not_counted.
    """
    total = 0
    for i in range(1, len(sizes)):
        total += sizes[i - 1] * sizes[i]
    return total


@instead_of("n_parameters")
def a_bias_for_each_number(sizes):
    """What goes in has biases, too.

    Known: nothing.
    """
    return sum(a * b for a, b in pairwise(sizes)) + sum(sizes)


@instead_of("n_parameters")
def of_a_model(sizes):
    """A network is built for it.

    Known: built_to_be_counted.
    """
    layers = []
    for n_in, n_out in pairwise(sizes):
        layers.append(nn.Linear(n_in, n_out))
    return sum(p.numel() for p in nn.Sequential(*layers).parameters() if p.requires_grad)


@instead_of("reordered")
def inverse(model, order):
    """The weights are put into the inverse order.

    Known: the_way_back.
    """
    result = copy.deepcopy(model)
    weight = torch.empty_like(model[0].weight)
    weight[:, order] = model[0].weight.detach()
    result[0].weight = nn.Parameter(weight)
    return result


@instead_of("reordered")
def a_list_of_the_same_layers(model, order):
    """The model itself is changed, since a new Sequential holds the same layers.

    Known: the_model_changed.
    """
    result = nn.Sequential(*model)
    result[0].weight.data = result[0].weight.data[:, order]
    return result
