"""Right answers to ch08_convolutions/kernels, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "What has one row or one column is repeated as it is copied.": [
        ("(3, 3)", "(1, 3)"),
        ("(3, 3)", "(3, 1)"),
        ("[[-1.0, 0.0, 1.0]] * 3", "[[-1.0, 0.0, 1.0]]"),
        ("[[-1.0, 0.0, 1.0]] * 3", "[[-1.0, 0.0, 1.0]] * 1"),
    ],
    "The weight and the bias are filled independently.": [
        (
            """
            layer.weight.copy_(kernel)  # the same in every channel
            layer.bias.zero_()
            """,
            """
            layer.bias.zero_()
            layer.weight.copy_(kernel)
            """,
        ),
    ],
    "Autograd takes no notice in inference mode either.": [("no_grad", "inference_mode")],
}


@instead_of("blur")
def without_a_bias(n_channels):
    layer = nn.Conv2d(n_channels, 1, (3, 3), padding="same", bias=False)
    nn.init.constant_(layer.weight, 1 / layer.weight.numel())
    return layer


@instead_of("blur")
def as_in_the_book_but_for_the_channels(n_channels):
    conv = nn.Conv2d(n_channels, 1, kernel_size=3, padding=1)
    with torch.no_grad():
        conv.bias.zero_()
    with torch.no_grad():
        conv.weight.fill_(1.0 / 9.0 / n_channels)
    return conv


class _Blur(nn.Conv2d):
    def reset_parameters(self):
        self.weight.data = torch.ones_like(self.weight) / self.weight.numel()


@instead_of("blur")
def initialised_otherwise(n_channels):
    return _Blur(n_channels, 1, 3, padding=1, bias=False)


@instead_of("vertical_edges")
def as_in_the_book(n_channels):
    conv = nn.Conv2d(n_channels, 1, kernel_size=3, padding=1)
    with torch.no_grad():
        conv.weight[:] = torch.tensor([[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]])
        conv.bias.zero_()
    return conv


@instead_of("vertical_edges")
def a_new_parameter(n_channels):
    layer = nn.Conv2d(n_channels, 1, 3, 1, 1, bias=False)
    column = torch.ones(n_channels, 3)
    layer.weight = nn.Parameter(torch.stack([-column, 0 * column, column], dim=-1)[None])
    return layer


@instead_of("vertical_edges")
def loaded_from_a_state_dict(n_channels):
    layer = nn.Conv2d(n_channels, 1, 3, padding=1)
    kernel = torch.arange(-1.0, 2.0).repeat(1, n_channels, 3, 1)
    layer.load_state_dict({"weight": kernel, "bias": torch.zeros(1)})
    return layer
