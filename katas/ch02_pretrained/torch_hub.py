"""Torch Hub (§2.4).

A folder or a repository with a file ``hubconf.py`` is enough to hand a network on.  Its functions
are entry points, each of which returns a network; its list ``dependencies`` names the packages
that they need, so that torch.hub can say at once which of them is missing.
"""

from pathlib import Path

from torch import Tensor, nn


def publish(folder: Path, weights: dict[str, Tensor]) -> None:
    """Write a ``hubconf.py`` into ``folder``, and beside it what it needs, such as ``weights``.

    Its dependencies are ``["torch"]``, and its entry point is ``classifier(pretrained=False)``: it
    returns a new ``nn.Linear(4, 2)``, with random weights or, if ``pretrained``, with ``weights``,
    a state_dict.  That works without a network, also once the folder has moved elsewhere.
    """
    raise NotImplementedError


def load(folder: Path, pretrained: bool) -> nn.Module:
    """Return what the entry point ``classifier`` of ``folder`` returns, by way of torch.hub.

    It is called with this ``pretrained``.  A missing dependency is torch.hub's RuntimeError.
    """
    raise NotImplementedError
