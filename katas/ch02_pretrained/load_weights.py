"""Pretrained weights (§2.2.3).

A network is code, and its weights are a file: a ``state_dict``, tensors by name.  Whoever has the
code builds a fresh network, with random weights, and loads the file into it.  A file from
elsewhere may hold more than numbers: Python's pickle can hide code in it, which runs as it is read.
"""

from collections.abc import Callable
from pathlib import Path

from torch import nn


def load_weights(build: Callable[[], nn.Module], path: Path) -> nn.Module:
    """Return a new network of ``build()`` with the weights of the file, in eval mode.

    ``torch.save(net.state_dict(), path)`` has written the file.  If its entries are not those of
    the network, by name and by shape, that is torch's RuntimeError.  If it holds code, as a whole
    network does, that is ``pickle.UnpicklingError``, as from ``torch.load``, and none of it runs.
    """
    raise NotImplementedError
