"""Wrong answers to ch06_networks/module_registration, as people write them."""

import copy

import torch
from torch import nn

from katas._dojo.writing.mistakes import instead_of


@instead_of("Chain")
class LayersInAList(nn.Module):
    """The layers stand in a plain list.

    Known: plain_list.
    """

    def __init__(self, layers):
        super().__init__()
        self.layers = list(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


@instead_of("Chain")
class CopiesOfTheLayers(nn.Module):
    """The layers are copies, and one that is given twice is two.

    Known: nothing.
    """

    def __init__(self, layers):
        super().__init__()
        self.layers = nn.ModuleList(copy.deepcopy(layer) for layer in layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


@instead_of("Chain")
class ChildrenOnce(nn.Module):
    """What is called are the children, among which a layer is only once.

    Known: shared_layers_once.
    """

    def __init__(self, layers):
        super().__init__()
        for i, layer in enumerate(layers):
            self.add_module(str(i), layer)

    def forward(self, x):
        for layer in self.children():
            x = layer(x)
        return x


@instead_of("Chain")
class SortedByName(nn.Module):
    """The eleventh layer comes after the second.

    Known: nothing.
    """

    def __init__(self, layers):
        super().__init__()
        self.names = []
        for i, layer in enumerate(layers):
            setattr(self, f"layer{i}", layer)
            self.names.append(f"layer{i}")

    def forward(self, x):
        for name in sorted(self.names):
            x = getattr(self, name)(x)
        return x


@instead_of("Heads")
class HeadsInADict(nn.Module):
    """The heads stand in a plain dict.

    Known: plain_dict.
    """

    def __init__(self, heads):
        super().__init__()
        self.heads = dict(heads)

    def forward(self, x):
        return {name: head(x) for name, head in self.heads.items()}


@instead_of("Heads")
class HeadsAsNamedChildren(nn.Module):
    """A head under two names has one output.

    Known: shared_heads_once.
    """

    def __init__(self, heads):
        super().__init__()
        self.heads = nn.ModuleDict(heads)

    def forward(self, x):
        return {name: head(x) for name, head in self.heads.named_children()}


@instead_of("Heads")
class OneAfterTheOther(nn.Module):
    """Each head is fed by the one before.

    Known: heads_in_a_row.
    """

    def __init__(self, heads):
        super().__init__()
        self.heads = nn.ModuleDict(heads)

    def forward(self, x):
        outputs = {}
        for name, head in self.heads.items():
            x = head(x)
            outputs[name] = x
        return outputs


@instead_of("Heads")
class NamesInAlphabeticalOrder(nn.Module):
    """The heads are sorted by name, and run without gradients.

    Known: nothing.
    """

    def __init__(self, heads):
        super().__init__()
        self.heads = nn.ModuleDict(sorted(heads.items()))

    @torch.no_grad()
    def forward(self, x):
        return {name: self.heads[name](x) for name in self.heads}
