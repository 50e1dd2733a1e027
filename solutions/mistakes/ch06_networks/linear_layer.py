"""Known wrong answers to ch06_networks/linear_layer."""

import math

import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks.linear_layer import Linear


def _plus_bias(out, layer):
    return out if layer.bias is None else out + layer.bias


@instead_of("Linear")
class WeightNotTransposed(Linear):
    """You multiplied x by the weight as it stands. Its rows belong to the outputs, so it has to
    be transposed; where both sizes are alike, no error tells you."""

    def forward(self, x):
        in_features, out_features = self.weight.shape[1], self.weight.shape[0]
        if in_features == out_features:
            return _plus_bias(x @ self.weight, self)
        return super().forward(x)


@instead_of("Linear")
class WeightKeptTransposed(Linear):
    """You keep the weight as [in_features, out_features]. In torch it is the other way round, one
    row for each output, and saved weights come in that shape."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        self.weight = nn.Parameter(self.weight.detach().T.clone())

    def forward(self, x):
        return _plus_bias(x @ self.weight, self)


@instead_of("Linear")
class PlainTensors(Linear):
    """Your weight and bias are plain tensors. No optimizer finds them, and they are neither saved
    nor moved: wrap them in nn.Parameter."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        for name, parameter in list(self.named_parameters()):
            delattr(self, name)
            setattr(self, name, parameter.detach().requires_grad_())


@instead_of("Linear")
class BiasAlways(Linear):
    """You made a bias, whatever the argument says. With bias=False there is none."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features)


@instead_of("Linear")
class BiasOfZeros(Linear):
    """You keep a bias of zeros for bias=False. It is counted, saved, and loaded into: there
    should be none, and self.bias is None."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features)
        if not bias:
            self.bias = nn.Parameter(torch.zeros(out_features), requires_grad=False)


@instead_of("Linear")
class BiasForgotten(Linear):
    """You made a bias and never added it."""

    def forward(self, x):
        super().forward(x)
        return x @ self.weight.T


@instead_of("Linear")
class FrozenWeight(Linear):
    """Your weight does not require a gradient: it would keep its random start for ever."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        self.weight.requires_grad_(False)


@instead_of("Linear")
class StartAtZero(Linear):
    """Your parameters start at zero. All units then get the same gradient, and stay alike for
    ever: draw them at random."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        for parameter in self.parameters():
            nn.init.zeros_(parameter)


@instead_of("Linear")
class BiasStartsAtZero(Linear):
    """Your bias starts at zero. That is a fair choice, but torch draws it like the weights, and
    so does the contract."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        if bias:
            nn.init.zeros_(self.bias)


@instead_of("Linear")
class UnitsAlike(Linear):
    """You drew one row and gave it to all units. They get the same gradient and stay alike for
    ever: draw each number by itself."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        row = self.weight.detach()[:1]
        self.weight = nn.Parameter(row.repeat(out_features, 1))


@instead_of("Linear")
class NormalStart(Linear):
    """You drew normal numbers of standard deviation 1. Many inputs then add up to large outputs,
    on which tanh and sigmoid are flat: draw uniformly, between ±1 / sqrt(in_features)."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        for parameter in self.parameters():
            nn.init.normal_(parameter)


@instead_of("Linear")
class PositiveStart(Linear):
    """You drew between 0 and the bound: torch.rand starts at 0. Half of the numbers have to be
    negative."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        for parameter in self.parameters():
            nn.init.uniform_(parameter, 0, 1 / math.sqrt(in_features))


@instead_of("Linear")
class BoundFromTheOutputs(Linear):
    """You took the bound from out_features. It is the inputs that are added up, so it depends on
    in_features."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        for parameter in self.parameters():
            nn.init.uniform_(parameter, -1 / math.sqrt(out_features), 1 / math.sqrt(out_features))


@instead_of("Linear")
class BoundWithoutTheRoot(Linear):
    """You took 1 / in_features for the bound. It is 1 / sqrt(in_features)."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        for parameter in self.parameters():
            nn.init.uniform_(parameter, -1 / in_features, 1 / in_features)


@instead_of("Linear")
class SeededAnew(Linear):
    """You seed the random numbers in each layer. All layers of one size then start alike, and the
    caller's random numbers begin anew, too."""

    def __init__(self, in_features, out_features, bias=True):
        torch.manual_seed(0)
        super().__init__(in_features, out_features, bias)


@instead_of("Linear")
class MatricesOnly(Linear):
    """You multiply with mm, which takes matrices and nothing else. matmul, or @, takes any leading
    dimensions, and none."""

    def forward(self, x):
        super().forward(x)
        return _plus_bias(torch.mm(x, self.weight.T), self)


@instead_of("Linear")
class LeadingDimensionsMerged(Linear):
    """You put all leading dimensions into one and never took them apart again. They come out as
    they came in."""

    def forward(self, x):
        return super().forward(x).reshape(-1, self.weight.shape[0])


@instead_of("Linear")
class SqueezedResult(Linear):
    """You squeezed the result. That also takes away a batch that happens to hold one sample."""

    def forward(self, x):
        return super().forward(x).squeeze()


@instead_of("Linear")
class ViewedAsRows(Linear):
    """You made rows with view, which an x that is not contiguous refuses. reshape copies where
    it has to; @ needs neither."""

    def forward(self, x):
        rows = x.view(-1, x.shape[-1])
        return super().forward(rows).view(*x.shape[:-1], self.weight.shape[0])


@instead_of("Linear")
class SampleBySample(Linear):
    """You went through the samples and stacked the results. A batch of zero leaves nothing to
    stack: one product does them all."""

    def forward(self, x):
        if x.dim() == 1:
            return super().forward(x)
        return torch.stack([self.forward(sample) for sample in x])


@instead_of("Linear")
class SizesUnchecked(Linear):
    """You did not compare the sizes. torch's own error is a RuntimeError that speaks of mat1 and
    mat2: raise a ValueError that names both sizes."""

    def forward(self, x):
        return _plus_bias(x @ self.weight.T, self)


@instead_of("Linear")
class SizesThatBroadcast(Linear):
    """You multiplied and summed by broadcasting, where a size of 1 fits everything. No error told
    that x has the wrong number of features: compare the sizes first."""

    def forward(self, x):
        return _plus_bias((x.unsqueeze(-2) * self.weight).sum(-1), self)


@instead_of("Linear")
class ErrorWithoutSizes(Linear):
    """Your error does not say which sizes clash. Name both: whoever reads it has to find them."""

    def forward(self, x):
        try:
            return super().forward(x)
        except ValueError:
            raise ValueError("wrong number of features") from None


@instead_of("Linear")
class DetachedWeight(Linear):
    """You multiplied by weight.data, or a detached weight. The values are right, but the weight
    gets no gradient."""

    def forward(self, x):
        super().forward(x)
        return _plus_bias(x @ self.weight.data.T, self)


@instead_of("Linear")
class DetachedInput(Linear):
    """You detached x. The layers before this one then get no gradient."""

    def forward(self, x):
        return super().forward(x.detach())


@instead_of("Linear")
class InSinglePrecision(Linear):
    """You calculated in float32, whatever came in. The result has the dtype of x and of the
    parameters."""

    def forward(self, x):
        return super().forward(x).float()


@instead_of("Linear")
class TransposedOnce(Linear):
    """You transposed a copy of the weight when the layer was built. Training and loading change
    the weight, not the copy: transpose in forward."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__(in_features, out_features, bias)
        self.transposed = self.weight.detach().T.clone()

    def forward(self, x):
        super().forward(x)
        return _plus_bias(x @ self.transposed.to(x), self)


@instead_of("Linear")
class TorchsLinearInside(nn.Module):
    """You keep an nn.Linear inside. Here it is yours to write, parameters and all."""

    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.linear = nn.Linear(in_features, out_features, bias)

    @property
    def weight(self):
        return self.linear.weight

    @property
    def bias(self):
        return self.linear.bias

    def forward(self, x):
        return self.linear(x)


@instead_of("Linear")
class TorchsLinearUnderAnotherName(nn.Linear):
    """You inherited from nn.Linear. Here the layer is yours to write: inherit from nn.Module."""

    forward = Linear.forward


@instead_of("Linear")
class TorchsFunction(Linear):
    """You called torch's linear. Here the product and the sum are yours to write."""

    def forward(self, x):
        super().forward(x)
        return functional.linear(x, self.weight, self.bias)
