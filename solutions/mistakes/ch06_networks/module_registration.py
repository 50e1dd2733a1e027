"""Known wrong answers to ch06_networks/module_registration."""

import copy

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of
from solutions.katas.ch06_networks import module_registration as right


@instead_of("Chain")
class PlainList(nn.Module):
    """You kept the layers in a plain list. PyTorch does not look into it, so they are neither
    trained, saved, moved nor put into eval mode: use nn.ModuleList."""

    def __init__(self, layers):
        super().__init__()
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


@instead_of("Chain")
class PlainListAndParameterList(PlainList):
    """You registered the layers' parameters, but not the layers. Buffers are lost, and eval()
    does not reach the layers: use nn.ModuleList."""

    def __init__(self, layers):
        super().__init__(layers)
        found = dict.fromkeys(it for layer in self.layers for it in layer.parameters())
        self.found = nn.ParameterList(found)


@instead_of("Chain")
class ParametersOverridden(PlainList):
    """You wrote a parameters() of your own that looks into the list. state_dict(), to() and eval()
    still do not: use nn.ModuleList, and they all do."""

    def parameters(self, recurse=True):
        found = [parameter for layer in self.layers for parameter in layer.parameters(recurse)]
        yield from dict.fromkeys(found)


@instead_of("Chain")
class RegisteredBesideTheList(nn.Module):
    """You registered the layers but call those in the caller's own list. When that list changes
    the two part ways: loop over what you registered."""

    def __init__(self, layers):
        super().__init__()
        self.given = layers if isinstance(layers, list) else list(layers)
        self.layers = nn.ModuleList(self.given)

    def forward(self, x):
        for layer in self.given:
            x = layer(x)
        return x


@instead_of("Chain")
class RegisteredAtTheFirstCall(nn.Module):
    """You registered the layers at the first call. An optimizer built before that call knows none
    of them: register them in __init__."""

    def __init__(self, layers):
        super().__init__()
        self.given = list(layers)

    def forward(self, x):
        self.layers = nn.ModuleList(self.given)
        for layer in self.layers:
            x = layer(x)
        return x


@instead_of("Chain")
class CopiesOfTheLayers(right.Chain):
    """You copied the layers. Whoever gave you them still holds the old ones: register the very
    layers that were given."""

    def __init__(self, layers):
        super().__init__(copy.deepcopy(list(layers)))


@instead_of("Chain")
class OneLayerForAll(right.Chain):
    """You repeated the first layer. Every layer has weights of its own."""

    def __init__(self, layers):
        layers = list(layers)
        super().__init__(layers[:1] * len(layers))


@instead_of("Chain")
class ReadTwice(right.Chain):
    """You went through the layers twice. A generator can be read only once, so the second time
    there was nothing left: turn it into a list first."""

    def __init__(self, layers):
        self.n_layers = sum(1 for _ in layers)
        super().__init__(layers)


@instead_of("Chain")
class CountedWithLen(right.Chain):
    """You asked for the length of layers. A generator has none: ModuleList takes it as it is."""

    def __init__(self, layers):
        super().__init__(layers[place] for place in range(len(layers)))


@instead_of("Chain")
class BackToFront(right.Chain):
    """You called the layers back to front. The first one given gets x."""

    def forward(self, x):
        for layer in reversed(self.layers):
            x = layer(x)
        return x


@instead_of("Chain")
class ForwardOfTheLayers(right.Chain):
    """You called layer.forward(x), which skips the layer's hooks. Call the layer."""

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x


@instead_of("Chain")
class ParallelLayers(right.Chain):
    """You called every layer on x and kept the last output. Each layer gets what the one before
    returned."""

    def forward(self, x):
        out = x
        for layer in self.layers:
            out = layer(x)
        return out


@instead_of("Chain")
class NoEmptyChain(right.Chain):
    """You took the first layer apart, so a chain without layers fails. It returns x."""

    def forward(self, x):
        first, *rest = self.layers
        x = first(x)
        for layer in rest:
            x = layer(x)
        return x


@instead_of("Chain")
class SharedLayersOnce(right.Chain):
    """You left out a layer that was given before. It has one set of parameters, but it is called
    each time that it stands among the layers."""

    def __init__(self, layers):
        super().__init__(dict.fromkeys(layers))


@instead_of("Heads")
class PlainDict(nn.Module):
    """You kept the heads in a plain dict. PyTorch does not look into it, so they are neither
    trained, saved, moved nor put into eval mode: use nn.ModuleDict."""

    def __init__(self, heads):
        super().__init__()
        self.heads = dict(heads)

    def forward(self, x):
        return {name: head(x) for name, head in self.heads.items()}


@instead_of("Heads")
class DictOfTheCaller(nn.Module):
    """You registered the heads but call those in the caller's own dict. When that dict changes the
    two part ways: loop over what you registered."""

    def __init__(self, heads):
        super().__init__()
        self.given = heads
        self.heads = nn.ModuleDict(heads)

    def forward(self, x):
        return {name: head(x) for name, head in self.given.items()}


@instead_of("Heads")
class ParametersWithoutTheirHeads(PlainDict):
    """You registered the heads' parameters, but not the heads. Buffers are lost, and eval() does
    not reach the heads: use nn.ModuleDict."""

    def __init__(self, heads):
        super().__init__(heads)
        found = dict.fromkeys(it for head in self.heads.values() for it in head.parameters())
        self.found = nn.ParameterList(found)


@instead_of("Heads")
class HeadsAtTheFirstCall(nn.Module):
    """You registered the heads at the first call. An optimizer built before that call knows none
    of them: register them in __init__."""

    def __init__(self, heads):
        super().__init__()
        self.given = dict(heads)

    def forward(self, x):
        self.heads = nn.ModuleDict(self.given)
        return {name: head(x) for name, head in self.heads.items()}


@instead_of("Heads")
class CopiesOfTheHeads(right.Heads):
    """You copied the heads. Whoever gave you them still holds the old ones: register the very
    modules that were given."""

    def __init__(self, heads):
        super().__init__(copy.deepcopy(dict(heads)))


@instead_of("Heads")
class AlphabeticalHeads(right.Heads):
    """You sorted the heads by name. Keep the order in which they were given."""

    def __init__(self, heads):
        super().__init__(dict(sorted(heads.items())))


@instead_of("Heads")
class HeadsInARow(right.Heads):
    """You called each head on the output of the one before. They all get x."""

    def forward(self, x):
        outputs = {}
        for name, head in self.heads.items():
            outputs[name] = x = head(x)
        return outputs


@instead_of("Heads")
class ForwardOfTheHeads(right.Heads):
    """You called head.forward(x), which skips the head's hooks. Call the head."""

    def forward(self, x):
        return {name: head.forward(x) for name, head in self.heads.items()}


@instead_of("Heads")
class DetachedOutputs(right.Heads):
    """You detached the outputs, so no gradient flows back through the heads. Return them as they
    are."""

    def forward(self, x):
        return {name: output.detach() for name, output in super().forward(x).items()}


@instead_of("Heads")
class OutputsWithoutNames(right.Heads):
    """You returned the outputs without their names. Return a dict from name to output."""

    def forward(self, x):
        return list(super().forward(x).values())


@instead_of("Heads")
class Stacked(right.Heads):
    """You stacked the outputs into one tensor. Heads may differ in size: return a dict."""

    def forward(self, x):
        outputs = list(super().forward(x).values())
        return torch.stack(outputs) if outputs else x.new_empty(0)
