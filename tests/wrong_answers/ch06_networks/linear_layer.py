"""Wrong answers to ch06_networks/linear_layer, as people write them."""

import math

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("Linear")
class WeightTheOtherWay(nn.Module):
    """The weight is [in_features, out_features].

    Known: weight_kept_transposed.
    """

    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = 1 / math.sqrt(in_features)
        self.weight = nn.Parameter(torch.empty(in_features, out_features).uniform_(-bound, bound))
        self.bias = (
            nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None
        )

    def forward(self, x):
        if x.shape[-1] != self.weight.shape[0]:
            raise ValueError(f"last size {x.shape[-1]}")
        out = x @ self.weight
        return out if self.bias is None else out + self.bias


@instead_of("Linear")
class NormalAndZero(nn.Module):
    """The weight is drawn from a Gaussian, and the bias starts at 0.

    Known: weight_normal_and_scaled, bias_starts_at_zero.
    """

    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.in_features = in_features
        self.weight = nn.Parameter(torch.randn(out_features, in_features) / math.sqrt(in_features))
        if bias:
            self.bias = nn.Parameter(torch.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        if x.size(-1) != self.in_features:
            raise ValueError(f"expected {self.in_features} features, got {x.size(-1)}")
        out = torch.matmul(x, self.weight.t())
        if self.bias is not None:
            out = out + self.bias
        return out


@instead_of("Linear")
class FromNoughtToTheBound(nn.Module):
    """No number is negative.

    Known: positive_start.
    """

    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        k = in_features**-0.5
        self.weight = nn.Parameter(torch.rand(out_features, in_features) * k)
        self.bias = nn.Parameter(torch.rand(out_features) * k) if bias else None

    def forward(self, x):
        if x.shape[-1] != self.weight.shape[1]:
            raise ValueError(f"{x.shape[-1]} features, not {self.weight.shape[1]}")
        y = torch.einsum("...i,oi->...o", x, self.weight)
        return y if self.bias is None else y + self.bias


@instead_of("Linear")
class PlainTensors(nn.Module):
    """The tensors are attributes, which no optimizer finds, and without a bias it stays away.

    Known: plain_tensors, no_attribute_without_a_bias.
    """

    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = 1 / math.sqrt(in_features)
        self.weight = torch.empty(out_features, in_features).uniform_(-bound, bound)
        self.weight.requires_grad_()
        if bias:
            self.bias = torch.empty(out_features).uniform_(-bound, bound).requires_grad_()

    def forward(self, x):
        if x.shape[-1] != self.weight.shape[1]:
            raise ValueError(f"{x.shape[-1]} features")
        out = x @ self.weight.T
        if hasattr(self, "bias"):
            out = out + self.bias
        return out


@instead_of("Linear")
class NothingRefused(nn.Module):
    """The wrong number of features is torch's own error, and the bound is too large.

    Known: sizes_unchecked, weight_as_for_relu.
    """

    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(out_features, in_features))
        nn.init.kaiming_uniform_(self.weight)
        self.register_parameter("bias", None)
        if bias:
            self.bias = nn.Parameter(torch.empty(out_features))
            nn.init.uniform_(self.bias, -1 / math.sqrt(in_features), 1 / math.sqrt(in_features))

    def forward(self, x):
        out = x.matmul(self.weight.transpose(0, 1))
        return out if self.bias is None else out + self.bias
