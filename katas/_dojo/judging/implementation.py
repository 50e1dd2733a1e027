"""Whose code runs: the learner's, or with ``--solutions`` the reference.

``katas`` is a namespace package.  Its portions are merged in the order of ``sys.path``,
so putting ``solutions/`` first is all it takes for ``katas.ch05_mechanics.broadcasting``
to be the reference, while a spec keeps its plain import.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, nearest_kata, place_in_book
from katas._dojo.reading import tests_of
from katas._dojo.system.process import stay_in_this_process


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
    option = config.option
    if hasattr(option, "benchmark_disable"):  # the plugin may be left out
        option.benchmark_disable = not (option.benchmark_enable or option.benchmark_only)
    here = config.invocation_params.dir
    config.args = [it for argument in config.args for it in resolve(argument, here)]
    # When a worker dies, "load" takes the whole run along; "worksteal" hands its tests to others.
    if not hasattr(config, "workerinput") and getattr(config.option, "dist", "no") == "load":
        config.option.dist = "worksteal"


def resolve(argument: str, here: Path) -> list[str]:
    """Let a learner name a kata by the file they edit, and in it a function; refuse what is not.

    A function of the kata stands for the tests that use it.
    """
    path, *rest = argument.split("::")
    asked = (here / path).resolve()
    for kata in CURRICULUM:
        if asked in (kata.stub, kata.stub.with_suffix(""), ROOT / str(kata)):
            named = "::".join(rest)
            tests = tests_of(kata, rest[0]) if rest and not named.startswith("test_") else [named]
            if not tests:
                raise pytest.UsageError(f"no test of {kata} uses {named}: {argument}")
            return ["::".join([str(kata.spec), *([test] if test else [])]) for test in tests]
    if not asked.exists() and asked.is_relative_to(ROOT / "katas"):
        nearest = nearest_kata(path)
        suggestion = f"; did you mean {nearest.spec.relative_to(ROOT)}?" if nearest else ""
        raise pytest.UsageError(f"no such kata: {argument}{suggestion}")
    return [argument]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: place_in_book(item.path))


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart(session):
    """Green is a report of every test: no kata may end the run before it is made."""
    session.config.add_cleanup(stay_in_this_process())
    return (yield)
