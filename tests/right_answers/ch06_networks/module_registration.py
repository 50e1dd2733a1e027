"""Right answers to ch06_networks/module_registration, written differently."""

import functools
from collections import OrderedDict

from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("Chain")
class IsASequential(nn.Sequential):
    def __init__(self, layers):
        super().__init__(*layers)


@instead_of("Chain")
class IsAModuleList(nn.ModuleList):
    def forward(self, x):
        return functools.reduce(lambda value, layer: layer(value), self, x)


@instead_of("Chain")
class AttributeByAttribute(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.n_layers = 0
        for layer in layers:
            setattr(self, f"layer{self.n_layers}", layer)
            self.n_layers += 1

    def forward(self, x):
        for place in range(self.n_layers):
            x = getattr(self, f"layer{place}")(x)
        return x


@instead_of("Chain")
class ListOfItsOwnBesideIt(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.calls = [*layers]
        for place, layer in enumerate(self.calls):
            self.register_module(str(place), layer)

    def forward(self, x):
        for layer in self.calls:
            x = layer(x)
        return x


@instead_of("Heads")
class IsAModuleDict(nn.ModuleDict):
    def forward(self, x):
        return {name: self[name](x) for name in self}


@instead_of("Heads")
class PrefixedNames(nn.Module):
    def __init__(self, heads):
        super().__init__()
        self.names = tuple(heads)
        for name in self.names:
            self.add_module("head " + name, heads[name])

    def forward(self, x):
        return dict(zip(self.names, (head(x) for head in self._heads()), strict=True))

    def _heads(self):
        return (self.get_submodule("head " + name) for name in self.names)


@instead_of("Heads")
class NamesBesideAList(nn.Module):
    def __init__(self, heads):
        super().__init__()
        self.names, self.modules_ = list(heads), nn.ModuleList(heads.values())

    def forward(self, x):
        return {name: self.modules_[place](x) for place, name in enumerate(self.names)}


@instead_of("Heads")
class OneByOne(nn.Module):
    def __init__(self, heads):
        super().__init__()
        self.by_name = nn.ModuleDict()
        for name, head in heads.items():
            self.by_name[name] = head

    def forward(self, x):
        outputs = OrderedDict()
        for name in self.by_name:
            outputs[name] = self.by_name[name](x)
        return outputs
