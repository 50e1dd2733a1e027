"""Right answers to ch08_convolutions/l1_and_elastic_net, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Neither sum knows of the other.": [
        (
            """
            l1 = sum(p.abs().sum() for p in model.parameters())
            l2 = sum(p.square().sum() for p in model.parameters())
            """,
            """
            l2 = sum(p.square().sum() for p in model.parameters())
            l1 = sum(p.abs().sum() for p in model.parameters())
            """,
        ),
    ],
    "Inference mode is no_grad, and more.": [("torch.no_grad()", "torch.inference_mode()")],
}


@instead_of("elastic_net")
def as_in_the_book(model, l1_lambda, l2_lambda):
    l1_norm = sum(p.abs().sum() for p in model.parameters())
    l2_norm = sum(p.pow(2.0).sum() for p in model.parameters())
    return l1_lambda * l1_norm + l2_lambda * l2_norm


@instead_of("elastic_net")
def of_one_long_vector(model, l1_lambda, l2_lambda):
    p = nn.utils.parameters_to_vector(model.parameters())
    return l1_lambda * torch.linalg.vector_norm(p, 1) + l2_lambda * (p @ p)


@instead_of("elastic_net")
def element_by_element(model, l1_lambda, l2_lambda):
    terms = [l1_lambda * p.abs() + l2_lambda * p * p for p in model.parameters()]
    return torch.cat([term.flatten() for term in terms]).sum()


@instead_of("soft_threshold_")
def sign_and_size(model, threshold):
    with torch.no_grad():
        for p in model.parameters():
            p.copy_(p.sign() * (p.abs() - threshold).clamp(min=0))


@instead_of("soft_threshold_")
def less_what_is_clamped(model, threshold):
    for p in model.parameters():
        p.data -= p.data.clamp(-threshold, threshold)


@instead_of("soft_threshold_")
@torch.inference_mode()
def from_two_sides(model, threshold):
    for p in model.parameters():
        nearer = torch.where(p > 0, p - threshold, p + threshold)
        p[...] = torch.where(p.abs() > threshold, nearer, 0)
