"""Run one test of a spec again, quietly, with something else in the place of a kata's names."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from _pytest.runner import runtestprotocol  # what pytest-rerunfailures stands on, too

from katas._dojo.curriculum import kata_of

EXCINFO = pytest.StashKey[pytest.ExceptionInfo | None]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call":
        item.stash[EXCINFO] = call.excinfo if report.failed else None
    return report


def run(
    item: pytest.Item, nextitem: pytest.Item | None = None, *, tracebacks: bool = False
) -> list[pytest.TestReport]:
    """Run ``item`` from set-up to teardown; ``exception`` tells what its call raised.

    ``nextitem`` is for the run that counts: it keeps set up what the next test shares.
    """
    item.stash[EXCINFO] = None
    item._report_sections.clear()  # what an earlier run of this test printed is not news
    with pytest.MonkeyPatch.context() as patch:
        if not tracebacks:  # drawing one takes longer than most of these tests
            patch.setattr(item, "repr_failure", lambda excinfo: "")
        return runtestprotocol(item, log=False, nextitem=nextitem)


def exception(item: pytest.Item) -> pytest.ExceptionInfo | None:
    return item.stash[EXCINFO]


@contextmanager
def in_place_of(item: pytest.Item, replacements: Mapping[str, Any]) -> Iterator[None]:
    """Put ``replacements`` where the spec, and the kata itself, look up the kata's names."""
    modules = (item.module, sys.modules[kata_of(item.path).module])
    with pytest.MonkeyPatch.context() as patch:
        for name, replacement in replacements.items():
            for module in modules:
                if hasattr(module, name):
                    patch.setattr(module, name, replacement)
        yield
