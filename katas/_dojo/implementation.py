"""Whose code runs: the learner's, or with ``--solutions`` the reference.

``katas`` is a namespace package.  Its portions are merged in the order of ``sys.path``,
so putting ``solutions/`` first is all it takes for ``katas.ch05_mechanics.broadcasting``
to be the reference, while a spec keeps its plain import.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, nearest_kata, place_in_book


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--solutions",
        action="store_true",
        help="run the specs on the reference solutions instead of your own code",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if config.option.solutions:
        sys.path.insert(0, str(ROOT / "solutions"))
    config.args = [resolve(argument, config.invocation_params.dir) for argument in config.args]
    # Plain "load" ignores xdist_group, which keeps all CUDA tests in one process.
    if hasattr(config, "workerinput"):
        config.option.loadgroup = config.workerinput["loadgroup"]
    elif getattr(config.option, "dist", "no") == "load":
        config.option.dist = "loadgroup"


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node):
    """Workers parse the command line anew, so what was chosen here has to be handed to them."""
    node.workerinput["loadgroup"] = node.config.option.dist == "loadgroup"


def resolve(argument: str, here: Path) -> str:
    """Let a learner name a kata by the file they edit; refuse one that is not there."""
    path, *rest = argument.split("::")
    asked = (here / path).resolve()
    for kata in CURRICULUM:
        if asked in (kata.stub, kata.stub.with_suffix(""), ROOT / str(kata)):
            return "::".join([str(kata.spec), *rest])
    if not asked.exists() and asked.is_relative_to(ROOT / "katas"):
        nearest = nearest_kata(path)
        suggestion = f"; did you mean {nearest.spec.relative_to(ROOT)}?" if nearest else ""
        raise pytest.UsageError(f"no such kata: {argument}{suggestion}")
    return argument


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: place_in_book(item.path))


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart(session):
    """Green is a report of every test: no kata may end the run before it is made."""
    leave, run = os._exit, os.getpid()

    def stay(status):
        if os.getpid() != run:
            leave(status)  # a child process of the kata's own
        raise SystemExit(f"os._exit({status})")

    os._exit = stay
    session.config.add_cleanup(lambda: setattr(os, "_exit", leave))
    return (yield)
