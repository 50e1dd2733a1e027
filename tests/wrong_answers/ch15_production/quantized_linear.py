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


@instead_of("QuantizedLinear")
class FloatsOfTheFirstBatch(nn.Module):
    """The float weight is made once.

    Known: floats_again_once_and_for_all.
    """

    def __init__(self, linear):
        super().__init__()
        w = linear.weight.detach()
        scale = w.abs().amax(1, keepdim=True) / 127
        scale = torch.where(scale == 0, torch.ones_like(scale), scale)
        self.register_buffer("scale", scale)
        self.register_buffer("quantized", (w / scale).round().to(torch.int8))
        self.bias = linear.bias
        self.weight = None

    def forward(self, x):
        if self.weight is None:
            self.weight = self.quantized.to(x.dtype) * self.scale.to(x.dtype)
        return nn.functional.linear(x, self.weight, self.bias)


@instead_of("QuantizedLinear")
class WithTheLayer(nn.Module):
    """The layer is kept.

    Known: the_float_weight_kept.
    """

    def __init__(self, linear):
        super().__init__()
        self.linear = linear
        scale = linear.weight.detach().abs().amax(1, keepdim=True) / 127
        scale[scale == 0] = 1
        self.register_buffer("scale", scale)
        self.register_buffer("quantized", (linear.weight.detach() / scale).round().to(torch.int8))
        self.bias = linear.bias

    def forward(self, x):
        y = x @ (self.quantized.to(x.dtype) * self.scale.to(x.dtype)).T
        return y if self.bias is None else y + self.bias


@instead_of("QuantizedLinear")
class AllParameters(nn.Module):
    """Scales are trained.

    Known: parameters_for_buffers, a_graph_behind_the_scale.
    """

    def __init__(self, linear):
        super().__init__()
        w = linear.weight
        scale = w.abs().amax(1, keepdim=True) / 127
        self.scale = nn.Parameter(torch.where(scale == 0, 1.0, scale))
        self.quantized = nn.Parameter((w / self.scale).round().to(torch.int8), requires_grad=False)
        self.bias = linear.bias

    def forward(self, x):
        w = self.quantized.to(x.dtype) * self.scale.to(x.dtype)
        return nn.functional.linear(x, w, self.bias)


@instead_of("QuantizedLinear")
class InTheDtypeOfTheScale(nn.Module):
    """The output has the dtype of the scale, and a dimension too many.

    Known: nothing.
    """

    def __init__(self, linear):
        super().__init__()
        w = linear.weight.detach()
        scale = w.abs().amax(1, keepdim=True) / 127
        scale = torch.where(scale == 0, torch.ones_like(scale), scale)
        self.register_buffer("scale", scale)
        self.register_buffer("quantized", (w / scale).round().to(torch.int8))
        self.bias = linear.bias

    def forward(self, x):
        y = x.to(self.scale.dtype) @ self.quantized.to(self.scale.dtype).T * self.scale.T
        if self.bias is not None:
            y = y + self.bias
        return y


@instead_of("quantize_linears")
def name_by_name(model):
    """Each layer has one name.

    Known: one_place_of_several.
    """

    for name, module in list(model.named_modules()):
        if isinstance(module, nn.Linear):
            parent, _, last = name.rpartition(".")
            setattr(model.get_submodule(parent), last, _Int8(module))


@instead_of("quantize_linears")
def by_recursion(model):
    """Each parent has a layer of its own for its first place.

    Known: one_layer_became_several, one_place_of_several.
    """

    for name, child in list(model.named_children()):
        if isinstance(child, nn.Linear):
            setattr(model, name, _Int8(child))
        else:
            by_recursion(child)
