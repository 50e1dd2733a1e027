"""Checkpoints (§8.4.2, §8.4.3).

What a model has learned is in the numbers of its ``state_dict()``, not in its code: those are
what to save.  To go on training as if nothing had happened takes more than the weights, since
an optimizer remembers too: momentum, settings.  Tensors come back onto the device that they
were on, unless ``map_location`` says otherwise.
"""

from pathlib import Path

import torch
from torch import nn


def save_checkpoint(
    path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, epoch: int
) -> None:
    """Write the state of ``model`` and ``optimizer`` into a file, and how many epochs it took.

    The file holds numbers, no code: ``torch.load(path, weights_only=True)`` can read it.
    ``model`` and ``optimizer`` stay as they are.
    """
    raise NotImplementedError


def load_checkpoint(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    """Read a file of ``save_checkpoint`` into ``model`` and ``optimizer``; return its epoch.

    Both are changed in place, so training goes on from there exactly as it would have.  They
    stay on their device, wherever the file comes from, even from a device that this machine
    lacks.  Training flags stay as they are, too.  If model and file do not have the same
    entries, that is torch's RuntimeError.
    """
    raise NotImplementedError
