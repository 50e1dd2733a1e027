"""Right answers to ch06_networks/call_and_forward, written differently."""

import functools

from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks import call_and_forward as reference


@instead_of("TwoLayers")
class IsASequential(nn.Sequential):
    def __init__(self, n_hidden):
        super().__init__()
        self.add_module("hidden_linear", nn.Linear(1, n_hidden))
        self.add_module("hidden_activation", nn.Tanh())
        self.add_module("output_linear", nn.Linear(n_hidden, 1))


@instead_of("TwoLayers")
class OneChildAfterAnother(nn.Module):
    def __init__(self, n_hidden):
        nn.Module.__init__(self)
        self.output_linear = nn.Linear(n_hidden, 1, bias=True)
        self.hidden_activation = nn.Tanh()
        self.hidden_linear = nn.Linear(1, n_hidden, bias=True)

    def forward(self, x):
        parts = (self.hidden_linear, self.hidden_activation, self.output_linear)
        return functools.reduce(lambda value, part: part(value), parts, x)


@instead_of("TwoLayers")
class CallWrittenOut(reference.TwoLayers):
    def forward(self, x):
        x = nn.Module.__call__(self.hidden_linear, x)
        x = self.hidden_activation.__call__(x)
        return self.output_linear(x)
