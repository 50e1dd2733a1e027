"""Modules that are imported ahead of the processes that need them: those share what is there."""

from __future__ import annotations

import contextlib
import importlib
import sys
import warnings
from itertools import takewhile
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


def newest_import() -> str | None:
    """The module that was imported last."""
    return next(reversed(sys.modules), None)


def imported_from_others(newest: str | None) -> list[str]:
    """What was imported after the module ``newest``, from outside of the project.

    Not by looking at all modules: a forked process has to copy what it counts references to.
    """
    new = list(takewhile(lambda name: name != newest, reversed(sys.modules)))
    return [name for name in reversed(new) if not _is_ours(sys.modules[name])]


def _is_ours(module) -> bool:
    file = getattr(module, "__file__", None)
    if not file:
        return True  # a namespace, or made at run time
    path = Path(file)
    return path.is_relative_to(ROOT) and not path.is_relative_to(sys.prefix)
