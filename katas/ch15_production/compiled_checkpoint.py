"""Weights of a compiled model (§17.3 of the second edition).

``torch.compile(model)`` is a module around the model: it has the same weights, under names that
have a part ``_orig_mod`` more.  So has a part that is compiled by itself, somewhere inside.  Saved
weights should have the names of the model that was written, and load whether or not either is
compiled.
"""

from torch import nn


def save_weights(model: nn.Module, path: str) -> None:
    """Save the state dict of ``model`` to ``path``, under the names that it has uncompiled.

    Names that only contain ``_orig_mod``, as ``my_orig_mod.bias``, stay as they are.
    """
    raise NotImplementedError


def load_weights(model: nn.Module, path: str) -> None:
    """Load the state dict at ``path`` into ``model``, compiled or not.

    The file may also have the names of a compiled model.  RuntimeError if a weight of the model is
    missing there, or if there is one that the model does not have.
    """
    raise NotImplementedError
