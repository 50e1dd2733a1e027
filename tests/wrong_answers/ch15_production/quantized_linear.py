"""Wrong answers to ch15_production/quantized_linear, as people write them."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


class _Int8(nn.Module):
    def __init__(self, linear):
        super().__init__()
        w = linear.weight.detach()
        s = w.abs().amax(1, keepdim=True) / 127
        s[s == 0] = 1
        self.register_buffer("quantized", torch.round(w / s).to(torch.int8))
        self.register_buffer("scale", s)
        self.bias = linear.bias

    def forward(self, x):
        w = (self.quantized * self.scale).to(x.dtype)
        return nn.functional.linear(x, w, self.bias)


@instead_of("QuantizedLinear")
class WithItsWeight(_Int8):
    """The float weight is still there.

    Known: the_float_weight_kept.
    """

    def __init__(self, linear):
        super().__init__(linear)
        self.weight = linear.weight


@instead_of("QuantizedLinear")
class OneDtypeOneScale(nn.Module):
    """There is a scale for all rows, and x has to have its dtype.

    Known: one_scale_for_all, in_the_dtype_of_the_scale.
    """

    def __init__(self, linear):
        super().__init__()
        w = linear.weight.detach()
        s = (w.abs().max() / 127).repeat(w.shape[0], 1)
        self.register_buffer("quantized", torch.round(w / s).to(torch.int8))
        self.register_buffer("scale", s)
        self.bias = linear.bias

    def forward(self, x):
        return nn.functional.linear(x, self.quantized * self.scale, self.bias)


@instead_of("quantize_linears")
def first_floor(model):
    """Layers inside of other modules are not found.

    Known: children_alone.
    """
    for name, child in model.named_children():
        if isinstance(child, nn.Linear):
            setattr(model, name, _Int8(child))


@instead_of("quantize_linears")
def each_for_itself(model):
    """A layer in two places becomes two.

    Known: one_layer_became_several.
    """
    for parent in list(model.modules()):
        for name, child in list(parent._modules.items()):
            if isinstance(child, nn.Linear):
                setattr(parent, name, _Int8(child))
