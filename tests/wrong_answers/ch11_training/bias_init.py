"""Wrong answers to ch11_training/bias_init, as people write them."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("init_weights")
def the_book(model):
    """Biases are centred at minus their bound, and subclasses skipped.

    Known: biases_of_the_book, subclasses_skipped.
    """
    for m in model.modules():
        if type(m) in {nn.Linear, nn.Conv3d, nn.Conv2d}:
            nn.init.kaiming_normal_(m.weight.data, a=0, mode="fan_out", nonlinearity="relu")
            if m.bias is not None:
                _, fan_out = nn.init._calculate_fan_in_and_fan_out(m.weight.data)
                bound = 1 / math.sqrt(fan_out)
                nn.init.normal_(m.bias, -bound, bound)


@instead_of("init_weights")
def as_kaiming_has_it_by_default(model):
    """All goes by fan_in.

    Known: fan_in, biases_by_fan_in.
    """
    for layer in model.modules():
        if isinstance(layer, (nn.Linear, nn.Conv2d, nn.Conv3d)):
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
            if layer.bias is not None:
                limit = layer.weight[0].numel() ** -0.5
                layer.bias.data.uniform_(-limit, limit)


@instead_of("init_weights")
def zero_biases(model):
    """Biases are 0.

    Known: biases_at_zero.
    """

    def init(m):
        if isinstance(m, nn.Linear | nn.Conv2d | nn.Conv3d):
            nn.init.kaiming_normal_(m.weight, mode="fan_out")
            if m.bias is not None:
                m.bias.data.zero_()

    model.apply(init)


@instead_of("init_weights")
def one_level(model):
    """Only the model's own children are seen.

    Known: children_only.
    """
    with torch.no_grad():
        for layer in model.children():
            if isinstance(layer, nn.Linear | nn.Conv2d | nn.Conv3d):
                fan_out = layer.weight.size(0) * layer.weight[0, 0].numel()
                layer.weight.normal_(0, math.sqrt(2 / fan_out))
                if layer.bias is not None:
                    layer.bias.uniform_(-1 / math.sqrt(fan_out), 1 / math.sqrt(fan_out))


@instead_of("init_weights")
def one_over_fan_out(model):
    """The variance is 1 / fan_out, and biases are normal.

    Known: the_gain_forgotten, normal_biases.
    """
    for m in model.modules():
        if isinstance(m, nn.Linear | nn.Conv2d | nn.Conv3d):
            fan_out = m.weight.shape[0] * math.prod(m.weight.shape[2:])
            std = 1 / math.sqrt(fan_out)
            nn.init.normal_(m.weight, std=std)
            if m.bias is not None:
                nn.init.normal_(m.bias, std=std)


@instead_of("init_weights")
def a_standard_deviation_of_the_variance(model):
    """2 / fan_out is taken as it is.

    Known: the_variance_for_its_root.
    """
    for m in model.modules():
        if isinstance(m, (nn.Linear, nn.Conv2d, nn.Conv3d)):
            fan_out = m.weight[:, 0].numel()
            with torch.no_grad():
                m.weight.normal_(0, 2 / fan_out)
                if m.bias is not None:
                    m.bias.uniform_(-(fan_out**-0.5), fan_out**-0.5)
