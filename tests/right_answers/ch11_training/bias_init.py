"""Right answers to ch11_training/bias_init, written differently."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "relu is kaiming_normal_'s default, with a slope of 0.": [
        ('mode="fan_out", nonlinearity="relu"', 'mode="fan_out"'),
    ],
    "Every input takes part in as many outputs.": [("[:, 0]", "[:, -1]")],
    "Weights and biases are drawn apart.": [
        (
            """
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            if module.bias is not None:
                bound = 1 / math.sqrt(module.weight[:, 0].numel())
                nn.init.uniform_(module.bias, -bound, bound)
            """,
            """
            if module.bias is not None:
                bound = 1 / math.sqrt(module.weight[:, 0].numel())
                nn.init.uniform_(module.bias, -bound, bound)
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            """,
        ),
    ],
}


@instead_of("init_weights")
def the_book_with_uniform_biases(model):
    for m in model.modules():
        if isinstance(m, (nn.Linear, nn.Conv3d, nn.Conv2d)):
            nn.init.kaiming_normal_(
                m.weight.data,
                a=0,
                mode="fan_out",
                nonlinearity="relu",
            )
            if m.bias is not None:
                _fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(m.weight.data)
                bound = 1 / math.sqrt(fan_out)
                nn.init.uniform_(m.bias, -bound, bound)


@instead_of("init_weights")
def applied(model):
    @torch.no_grad()
    def start(layer):
        if isinstance(layer, nn.Linear | nn.Conv2d | nn.Conv3d):
            n_out, _, *kernel = layer.weight.shape
            fan_out = n_out * math.prod(kernel)
            layer.weight.copy_(torch.randn(layer.weight.shape) * (2 / fan_out) ** 0.5)
            if layer.bias is not None:
                layer.bias.copy_((2 * torch.rand(n_out) - 1) / fan_out**0.5)

    model.apply(start)
