"""Wrong answers to ch08_convolutions/weight_init, as people write them."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("kaiming_std")
def as_if_all_were_linear(weight):
    """The size of the kernel has no part in it.

    Known: the_kernel_forgotten.
    """
    n_in = weight.size(1)
    return math.sqrt(2.0 / n_in)


@instead_of("kaiming_std")
def of_fan_out_and_squared(weight):
    """What comes out is counted for what goes in, and there is no root.

    Known: fan_out, a_variance.
    """
    fan = weight.shape[0]
    for size in weight.shape[2:]:
        fan *= size
    return 2 / fan


@instead_of("init_weights")
def new_parameters(model):
    """Each parameter is replaced, and biases stay.

    Known: parameters_replaced, biases_left.
    """
    for m in model.modules():
        if isinstance(m, (nn.Conv2d, nn.Linear)):
            fan_in = m.weight[0].numel()
            m.weight = nn.Parameter(torch.randn_like(m.weight) * math.sqrt(2 / fan_in))
        elif isinstance(m, nn.BatchNorm2d):
            m.weight = nn.Parameter(torch.full_like(m.weight, 0.5))
            m.bias = nn.Parameter(torch.zeros_like(m.bias))


@instead_of("init_weights")
def uniform(model):
    """The numbers are not normal.

    Known: uniform_numbers.
    """

    def init(m):
        if isinstance(m, nn.Conv2d | nn.Linear):
            nn.init.kaiming_uniform_(m.weight, nonlinearity="relu")
            if m.bias is not None:
                nn.init.zeros_(m.bias)
        if isinstance(m, nn.BatchNorm2d):
            nn.init.constant_(m.weight, 0.5)
            nn.init.constant_(m.bias, 0)

    model.apply(init)


@instead_of("init_weights")
def the_children(model):
    """Layers within layers are not seen, nor is the model itself.

    Known: children_only.
    """
    for layer in model.children():
        if isinstance(layer, nn.Conv2d | nn.Linear):
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
            if layer.bias is not None:
                layer.bias.data.fill_(0.0)
        elif isinstance(layer, nn.BatchNorm2d):
            layer.weight.data.fill_(0.5)
            layer.bias.data.fill_(0.0)


@instead_of("init_weights")
def through_data(model):
    """Tensors are exchanged under the parameters.

    Known: other_tensors_put_in.
    """
    for layer in model.modules():
        if isinstance(layer, nn.Conv2d | nn.Linear):
            std = (2 / layer.weight.data[0].numel()) ** 0.5
            layer.weight.data = std * torch.randn_like(layer.weight.data)
            if layer.bias is not None:
                layer.bias.data = torch.zeros_like(layer.bias.data)
        elif isinstance(layer, nn.BatchNorm2d):
            layer.weight.data = torch.full_like(layer.weight.data, 0.5)
            layer.bias.data = torch.zeros_like(layer.bias.data)
