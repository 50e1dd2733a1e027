"""Right answers to ch03_tensors/to_gray, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("to_gray")
def of_the_book(images, weights):
    unsqueezed = weights.unsqueeze(-1).unsqueeze(-1)
    return (images * unsqueezed).sum(-3)


@instead_of("to_gray")
def by_einsum(images, weights):
    return torch.einsum("...chw,c->...hw", images, weights)


@instead_of("to_gray")
def channels_moved_to_the_end(images, weights):
    return images.movedim(-3, -1) @ weights


@instead_of("gray_equation")
def other_letters():
    return "... k i j, k -> ... i j"


@instead_of("gray_equation")
def some_before():
    return "...abc,...a->...bc"
