"""Modules inside lists, modules inside dicts (§6.2, §8.3.2).

A module that is assigned to an attribute is registered: ``parameters()``, ``state_dict()``,
``to()`` and ``eval()`` find it.  They do not look into a plain list or dict, so the layers in
there are neither trained, saved, moved nor switched, without a word.  They do look into
``nn.ModuleList`` and ``nn.ModuleDict``.
"""

from collections.abc import Iterable, Mapping

from torch import Tensor, nn


class Chain(nn.Module):
    """Layers that are called one after another.

    The very layers that it was given are its submodules, and its parameters come in their
    order.  A layer given twice is one layer, with one set of parameters, called twice.
    """

    def __init__(self, layers: Iterable[nn.Module]):
        """Take ``layers``, which may be a generator, or a list that changes afterwards."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Call each layer on what the one before returned, the first on ``x``."""
        raise NotImplementedError


class Heads(nn.Module):
    """Modules with names that are all called on the same input.

    The very modules that it was given are its submodules, and its parameters come in their
    order.  A module given under two names is one module, whose output stands under both.
    """

    def __init__(self, heads: Mapping[str, nn.Module]):
        """Take ``heads``, which may change afterwards; its names suit ``nn.ModuleDict``."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> dict[str, Tensor]:
        """Return what each module makes of ``x``, under its name, in the order given.

        >>> Heads({"flat": nn.Flatten(0), "relu": nn.ReLU()})(torch.tensor([[-1.0, 2.0]]))
        {'flat': tensor([-1., 2.]), 'relu': tensor([[0., 2.]])}
        """
        raise NotImplementedError
