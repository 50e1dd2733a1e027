"""Modules that are imported ahead of the processes that need them: those share what is there."""

from __future__ import annotations

import contextlib
import importlib
import sys
import warnings
from pathlib import Path

from katas._dojo.curriculum import ROOT

# What torch imports only when an optimizer is first made: it takes a second or two, and is in two
# parts, since whoever imports it for a watch looks for keys in between.
LATE_IMPORTS = ("torch.distributed.tensor", "torch._dynamo")


def import_quietly(name: str) -> None:
    """Import what a process has needed; if it cannot be, whoever needs it will say so."""
    if name not in sys.modules:
        with warnings.catch_warnings(), contextlib.suppress(Exception):
            warnings.simplefilter("ignore")
            importlib.import_module(name)


def imported_from_others(before: set[str]) -> list[str]:
    """What had to be imported beside the modules ``before``, from outside of the project."""
    new = [name for name in sys.modules if name not in before]
    return [name for name in new if not _is_ours(sys.modules[name])]


def _is_ours(module) -> bool:
    file = getattr(module, "__file__", None)
    if not file:
        return True  # a namespace, or made at run time
    path = Path(file)
    return path.is_relative_to(ROOT) and not path.is_relative_to(sys.prefix)
