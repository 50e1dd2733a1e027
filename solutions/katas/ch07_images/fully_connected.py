import copy
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn


def fully_connected(sizes: Sequence[int]) -> nn.Sequential:
    layers = []
    for n_in, n_out in pairwise(sizes):
        layers += [nn.Linear(n_in, n_out), nn.Tanh()]
    return nn.Sequential(*layers[:-1])


def n_parameters(sizes: Sequence[int]) -> int:
    return sum(n_in * n_out + n_out for n_in, n_out in pairwise(sizes))


def reordered(model: nn.Sequential, order: Tensor) -> nn.Sequential:
    result = copy.deepcopy(model)
    with torch.no_grad():
        result[0].weight.copy_(model[0].weight[:, order])
    return result
