"""Right answers to ch08_convolutions/weight_init, written differently."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "All outputs are sums of as many products.": [("weight[0]", "weight[-1]")],
    "Zeros and halves draw no random numbers.": [
        (
            """
            nn.init.normal_(module.weight, std=kaiming_std(module.weight))
            if module.bias is not None:
                nn.init.zeros_(module.bias)
            """,
            """
            if module.bias is not None:
                nn.init.zeros_(module.bias)
            nn.init.normal_(module.weight, std=kaiming_std(module.weight))
            """,
        ),
        (
            """
            nn.init.constant_(module.weight, 0.5)
            nn.init.zeros_(module.bias)
            """,
            """
            nn.init.zeros_(module.bias)
            nn.init.constant_(module.weight, 0.5)
            """,
        ),
    ],
}


@instead_of("kaiming_std")
def gain_over_root(weight):
    fan_in, _ = nn.init._calculate_fan_in_and_fan_out(weight)
    return nn.init.calculate_gain("relu") / math.sqrt(fan_in)


@instead_of("kaiming_std")
def from_the_shape(weight):
    _, channels, *kernel = weight.shape
    return (0.5 * channels * math.prod(kernel)) ** -0.5


@instead_of("init_weights")
def as_in_the_book(model):
    for m in model.modules():
        if isinstance(m, (nn.Conv2d, nn.Linear)):
            torch.nn.init.kaiming_normal_(m.weight, nonlinearity="relu")
            if m.bias is not None:
                torch.nn.init.zeros_(m.bias)
        if isinstance(m, nn.BatchNorm2d):
            torch.nn.init.constant_(m.weight, 0.5)
            torch.nn.init.zeros_(m.bias)


@instead_of("init_weights")
def applied(model):
    @torch.no_grad()
    def start(layer):
        kind = type(layer).__name__
        if kind in ("Linear", "Conv2d"):
            layer.weight.copy_(torch.randn(layer.weight.shape))
            layer.weight *= math.sqrt(2 / layer.weight[0].numel())
        if kind == "BatchNorm2d":
            layer.weight[:] = 0.5
        if kind in ("Linear", "Conv2d", "BatchNorm2d") and layer.bias is not None:
            layer.bias -= layer.bias.clone()

    model.apply(start)


@instead_of("init_weights")
def through_data(model):
    for layer in model.modules():
        if isinstance(layer, nn.Linear | nn.Conv2d):
            layer.weight.data.normal_(0, (2 / layer.weight.data[0].numel()) ** 0.5)
        elif isinstance(layer, nn.BatchNorm2d):
            layer.weight.data.fill_(0.5)
        else:
            continue
        if layer.bias is not None:
            layer.bias.data.zero_()
