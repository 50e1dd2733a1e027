"""Right answers to ch07_images/fully_connected, written differently."""

import copy
from itertools import pairwise

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "The list is the function's own.": [
        (
            "layers += [nn.Linear(n_in, n_out), nn.Tanh()]",
            "layers = layers + [nn.Linear(n_in, n_out), nn.Tanh()]",
        ),
    ],
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
}


@instead_of("fully_connected")
def layer_by_layer(sizes):
    model = nn.Sequential(nn.Flatten())
    for number in range(1, len(sizes)):
        if number > 1:
            model.append(nn.Tanh())
        model.append(nn.Linear(sizes[number - 1], sizes[number]))
    return model


class _Network(nn.Sequential):
    def __init__(self, n_in, n_out, *more):
        super().__init__(nn.Linear(n_in, n_out))
        if more:
            self.extend([nn.Tanh(), *_Network(n_out, *more)])


@instead_of("fully_connected")
def a_class_of_its_own(sizes):
    return _Network(*sizes)


@instead_of("n_parameters")
def from_a_model_without_memory(sizes):
    layers = [nn.Linear(*both, device="meta") for both in pairwise(sizes)]
    return sum(parameter.numel() for layer in layers for parameter in layer.parameters())


@instead_of("n_parameters")
def one_more_input_for_the_bias(sizes):
    total = 0
    for number, size in enumerate(sizes[1:]):
        total += (sizes[number] + 1) * size
    return total


@instead_of("reordered")
def a_new_first_layer(model, order):
    old = model[0]
    first = nn.utils.skip_init(
        nn.Linear, old.in_features, old.out_features, device=old.weight.device
    ).to(old.weight.dtype)
    first.weight.data = torch.index_select(old.weight.data, 1, order)
    first.bias.data = old.bias.data.clone()
    return nn.Sequential(first, *copy.deepcopy(model[1:]))


@instead_of("reordered")
def from_the_state_dict(model, order):
    state = model.state_dict()
    moved = torch.empty_like(state["0.weight"])
    for new, old in enumerate(order.tolist()):
        moved[:, new] = state["0.weight"][:, old]
    result = copy.deepcopy(model)
    result.load_state_dict({**state, "0.weight": moved})
    return result


@instead_of("reordered")
def by_a_product(model, order):
    result = copy.deepcopy(model)
    permutation = torch.eye(len(order), device=order.device, dtype=model[0].weight.dtype)[order]
    result[0].weight = nn.Parameter(model[0].weight.detach() @ permutation.t())
    return result
