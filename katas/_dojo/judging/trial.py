"""Run one test of a spec again, quietly, with something else in the place of a kata's names.

It is run from within pytest's own protocol for that test, or without any, so it has a stack of
fixtures of its own, and no plugin but pytest's and ours hears of it.
"""

from __future__ import annotations

import functools
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from _pytest import assertion
from _pytest import warnings as pytest_warnings
from _pytest.python import get_direct_param_fixture_func

from katas._dojo.curriculum import kata_of
from katas._dojo.judging.recording import public_names
from katas._dojo.reading import unsolved_names

HOOKS = pytest.StashKey[dict[str, Any]]()
FILTERS = pytest.StashKey[dict[tuple, list[tuple]]]()
PLUGINS = ("_pytest.", "katas._dojo.", "_hypothesis")  # those that a trial is run with


@dataclass
class Trial:
    """What was raised while the test was set up, called and torn down: None for nothing."""

    setup: pytest.ExceptionInfo | None = None
    call: pytest.ExceptionInfo | None = None
    teardown: pytest.ExceptionInfo | None = None


def run(item: pytest.Item) -> Trial:
    """Run ``item`` from set-up to teardown; what the tests of its module share stays set up."""
    trial, session = Trial(), item.session
    item._report_sections.clear()  # what an earlier run of this test printed is not news
    item._initrequest()
    item.funcargs.update(_parameters(item))
    before = item.on_trial, item.stash, session._setupstate
    item.on_trial, item.stash, session._setupstate = True, pytest.Stash(), item.parent.setup_state
    try:
        with _warnings(item), contextmanager(assertion.pytest_runtest_protocol)(item):
            trial.setup = _phase(item, "setup")
            if trial.setup is None:
                trial.call = _phase(item, "call")
            trial.teardown = _phase(item, "teardown", nextitem=_sibling(item))
    finally:
        item.on_trial, item.stash, session._setupstate = before
        item._initrequest()  # as it was before: who looks at it finds no old values
    return trial


@contextmanager
def _warnings(item: pytest.Item) -> Iterator[None]:
    """Filter warnings as pytest does, which would put its filters together for each trial."""
    filters = item.config.stash.setdefault(FILTERS, {})
    marks = tuple(mark.args for mark in item.iter_markers("filterwarnings"))
    if marks not in filters:
        with contextmanager(pytest_warnings.pytest_runtest_protocol)(item):
            filters[marks] = warnings.filters.copy()
    with warnings.catch_warnings(record=True):
        warnings.filters[:] = filters[marks]
        yield


def _parameters(item: pytest.Item) -> dict[str, Any]:
    """The arguments that only hand on a parameter; pytest would set up a fixture for each."""
    fixtures = item._fixtureinfo.name2fixturedefs
    return {
        name: value
        for name, value in (item.callspec.params if hasattr(item, "callspec") else {}).items()
        if fixtures[name][-1].func is get_direct_param_fixture_func
    }


def _phase(item: pytest.Item, when: str, **keywords) -> pytest.ExceptionInfo | None:
    hook = _hook(item.config, f"pytest_runtest_{when}")
    # In a process of its own, only the kata interrupts a test.
    reraise = None if item.parent.isolated else KeyboardInterrupt
    call = pytest.CallInfo.from_call(lambda: hook(item=item, **keywords), when, reraise)
    return call.excinfo


def _hook(config, name: str):
    """Pytest's hook of this name, for the plugins that a trial is run with."""
    hooks = config.stash.setdefault(HOOKS, {})
    if name not in hooks:
        manager = config.pluginmanager
        # pytest's logging hangs handlers on all loggers in each phase: torch has dozens.
        unneeded = [*other_plugins(manager), manager.getplugin("logging-plugin")]
        if config.option.capture == "no":
            unneeded.append(manager.getplugin("capturemanager"))
        hooks[name] = manager.subset_hook_caller(name, unneeded)
    return hooks[name]


def other_plugins(manager: pytest.PytestPluginManager) -> list[Any]:
    """The plugins that are neither pytest's nor ours, and are to hear nothing of a trial."""

    def module(plugin) -> str:
        return getattr(plugin, "__name__", None) or type(plugin).__module__

    return [it for it in manager.get_plugins() if not module(it).startswith(PLUGINS)]


def _sibling(item: pytest.Item) -> pytest.Item | None:
    return next((other for other in item.parent.rules if other is not item), None)


@functools.lru_cache(maxsize=1)  # one answer after the other stands in the place of one kata
def _helpers(kata: ModuleType) -> frozenset[str]:
    """The names of ``kata`` that others may work with: those that are solved."""
    return public_names(kata).keys() - unsolved_names(Path(kata.__file__).read_bytes())


@contextmanager
def in_place_of(item: pytest.Item, replacements: Mapping[str, Any]) -> Iterator[None]:
    """Put ``replacements`` where the spec, and the kata itself, look up the kata's names.

    Each of them works with the kata's other names, not with those of where it comes from: else
    a caller would be charged with its helper's fault.  What is not solved yet is nobody's helper.
    """
    kata = sys.modules[kata_of(item.path).module]
    modules = (item.module, kata)
    others = _helpers(kata) - replacements.keys()
    with pytest.MonkeyPatch.context() as patch:
        homes = {sys.modules.get(it.__module__) for it in replacements.values()}
        for home in homes - {None, *modules}:
            for name in vars(home).keys() & others:
                patch.setattr(home, name, getattr(kata, name))
        for name, replacement in replacements.items():
            for module in modules:
                if hasattr(module, name):
                    patch.setattr(module, name, replacement)
        yield
