import math

import torch
from torch import Tensor, nn


class Linear(nn.Module):
    def __init__(self, in_features: int, out_features: int, bias: bool = True):
        super().__init__()
        bound = 1 / math.sqrt(in_features)
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = None
        if bias:
            self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))

    def forward(self, x: Tensor) -> Tensor:
        in_features = self.weight.shape[1]
        if x.shape[-1] != in_features:
            raise ValueError(f"x has {x.shape[-1]} features, but the layer takes {in_features}")
        out = x @ self.weight.T
        return out if self.bias is None else out + self.bias
