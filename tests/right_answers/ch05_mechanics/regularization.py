"""Right answers to ch05_mechanics/regularization, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("l2_penalty")
def one_long_vector(model):
    vector = nn.utils.parameters_to_vector(model.parameters())
    return vector @ vector


@instead_of("l2_penalty")
def the_length_squared(model):
    return sum(torch.linalg.vector_norm(p) ** 2 for p in model.parameters())


@instead_of("l2_penalty")
def from_a_running_total(model):
    total = torch.zeros_like(next(model.parameters()).detach()).sum()
    for _, parameter in model.named_parameters():
        total = total + (parameter * parameter).sum()
    return total


@instead_of("l2_penalty")
def squared_distances_to_zero(model):
    losses = [
        nn.functional.mse_loss(p, torch.zeros_like(p), reduction="sum") for p in model.parameters()
    ]
    return torch.stack(losses).sum()


@instead_of("penalized_loss")
def the_book_s_line(loss, model, l2_lambda):
    l2_norm = sum(p.pow(2.0).sum() for p in model.parameters())
    return loss + l2_lambda * l2_norm


@instead_of("penalized_loss")
def a_clone_to_add_to(loss, model, l2_lambda):
    total = loss.clone()
    for p in model.parameters():
        total += l2_lambda * p.square().sum()
    return total


@instead_of("penalized_loss")
def add_with_alpha(loss, model, l2_lambda):
    vector = torch.cat([p.reshape(-1) for p in model.parameters()])
    return torch.add(loss, vector.dot(vector), alpha=l2_lambda)
