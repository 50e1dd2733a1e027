"""Right answers to ch15_production/quantized_linear, written differently."""

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A weight has two dimensions.": [("amax(dim=1, keepdim=True)", "amax(dim=-1, keepdim=True)")],
    "No absolute value is below 0.": [("largest == 0", "largest <= 0")],
    "In which order a layer has its state does not matter.": [
        (
            """
            self.register_buffer("quantized", (weight / scale).round().to(torch.int8))
            self.register_buffer("scale", scale)
            """,
            """
            self.register_buffer("scale", scale)
            self.register_buffer("quantized", (weight / scale).round().to(torch.int8))
            """,
        ),
        (
            """
            self.register_buffer("scale", scale)
            self.bias = linear.bias
            """,
            """
            self.bias = linear.bias
            self.register_buffer("scale", scale)
            """,
        ),
    ],
    "The names stay the same, and so may be gone through in any way.": [
        (
            "list(model.named_modules(remove_duplicate=False))",
            "model.named_modules(remove_duplicate=False)",
        ),
        ("list(model.named_modules(", "sorted(model.named_modules("),
    ],
}


@instead_of("QuantizedLinear")
class ByHand(nn.Module):
    def __init__(self, linear):
        super().__init__()
        with torch.no_grad():
            low, high = linear.weight.aminmax(dim=1, keepdim=True)
            largest = torch.maximum(high, -low)
            scale = torch.where(largest > 0, largest / 127, torch.ones_like(largest))
            quantized = torch.round(linear.weight / scale).clamp(-127, 127)
        self.register_buffer("scale", scale)
        self.register_buffer("quantized", quantized.char())
        self.register_parameter("bias", linear.bias)

    def forward(self, x):
        weight = self.quantized.to(self.scale.dtype).mul(self.scale).to(x.dtype)
        product = x.matmul(weight.mT)
        return product if self.bias is None else product + self.bias


@instead_of("QuantizedLinear")
class RowByRow(nn.Module):
    def __init__(self, linear):
        super().__init__()
        rows = linear.weight.data
        scales = [row.abs().max() / 127 if row.any() else row.new_tensor(1) for row in rows]
        self.register_buffer("scale", torch.stack(scales)[:, None])
        self.register_buffer("quantized", (rows / self.scale).round().type(torch.int8))
        self.bias = linear.bias

    def forward(self, x):
        return nn.functional.linear(x, (self.scale * self.quantized).type_as(x), self.bias)


@instead_of("quantize_linears")
def parent_by_parent(model):
    layers = {}
    for parent in list(model.modules()):
        for name, child in parent._modules.items():
            if isinstance(child, nn.Linear):
                if id(child) not in layers:
                    layers[id(child)] = child, RowByRow(child)
                setattr(parent, name, layers[id(child)][1])


@instead_of("quantize_linears")
def by_recursion(model, memo=None):
    memo = {} if memo is None else memo
    for name, child in list(model._modules.items()):
        if child is None:
            continue
        if isinstance(child, nn.Linear):
            model._modules[name] = memo.setdefault(child, None) or RowByRow(child)
            memo[child] = model._modules[name]
        else:
            by_recursion(child, memo)
