"""Right answers to ch06_networks/linear_layer, written differently."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "uniform_ writes over whatever is there.": [
        ("torch.empty(out_features, in_features)", "torch.zeros(out_features, in_features)"),
        ("torch.empty(out_features)", "torch.zeros(out_features)"),
    ],
}


class _Layer(nn.Module):
    """A layer as torch starts it; the answers below differ in ``forward``."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        bound = in_features**-0.5
        if bias:
            self.bias = nn.Parameter((2 * torch.rand(out_features) - 1) * bound)
        else:
            self.register_parameter("bias", None)
        self.weight = nn.Parameter(torch.empty(out_features, in_features))
        nn.init.kaiming_uniform_(self.weight, a=math.sqrt(5))

    def check(self, x):
        if x.size(-1) != self.in_features:
            raise ValueError("x has another number of features than the layer takes")


@instead_of("Linear")
class Einsum(_Layer):
    def forward(self, x):
        self.check(x)
        out = torch.einsum("...i,oi->...o", x, self.weight)
        return out + self.bias if self.bias is not None else out


@instead_of("Linear")
class FlatRows(_Layer):
    def forward(self, x):
        self.check(x)
        rows = x.reshape(math.prod(x.shape[:-1]), self.in_features)
        if self.bias is None:
            out = rows.mm(self.weight.t())
        else:
            out = torch.addmm(self.bias, rows, self.weight.t())
        return out.reshape(*x.shape[:-1], self.out_features)


@instead_of("Linear")
class ProductsSummed(_Layer):
    def forward(self, x):
        self.check(x)
        out = (x[..., None, :] * self.weight).sum(-1)
        return out if self.bias is None else out.add(self.bias)


@instead_of("Linear")
class ColumnByColumn(_Layer):
    def forward(self, x):
        self.check(x)
        columns = [(x * row).sum(-1) for row in self.weight]
        if self.bias is not None:
            columns = [column + b for column, b in zip(columns, self.bias, strict=True)]
        return torch.stack(columns, dim=-1)


class _Affine(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight):
        ctx.save_for_backward(x, weight)
        return x.matmul(weight.t())

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        rows = grad.reshape(math.prod(grad.shape[:-1]), len(weight))
        return grad.matmul(weight), rows.t() @ x.reshape(len(rows), weight.shape[1])


@instead_of("Linear")
class BackwardByHand(_Layer):
    def forward(self, x):
        self.check(x)
        out = _Affine.apply(x, self.weight)
        return out if self.bias is None else out + self.bias


@instead_of("Linear")
class InnerProducts(_Layer):
    def forward(self, x):
        self.check(x)
        out = torch.inner(x, self.weight)
        return torch.stack([out, self.bias.expand_as(out)]).sum(0) if self.bias is not None else out
