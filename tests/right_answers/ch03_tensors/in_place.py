"""Right answers to ch03_tensors/in_place, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A weight made outside of inference mode is changed in it as under no_grad.": [
        ("no_grad", "inference_mode"),
    ],
}


@instead_of("clear")
def every_place_assigned(x):
    x[...] = 0


@instead_of("clear")
def filled(x):
    torch.fill_(x, 0)


@instead_of("clip")
def by_masks(x, low, high):
    x[x < low] = low
    x[x > high] = high


@instead_of("clip")
def copied_back(x, low, high):
    x[:] = torch.clip(x, low, high)


@instead_of("clipped")
def cloned_first(x, low, high):
    return x.clone().clamp_(low, high)


@instead_of("clipped")
def by_cases(x, low, high):
    raised = torch.where(x < low, low, x)
    return torch.where(raised > high, high, raised)


@instead_of("clear_weight")
def through_data(weight):
    weight.data.zero_()


@instead_of("clear_weight")
def by_init(weight):
    torch.nn.init.zeros_(weight)


@instead_of("clear_weight")
def through_a_detached_view(weight):
    weight.detach().fill_(0.0)
