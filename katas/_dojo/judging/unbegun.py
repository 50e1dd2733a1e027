"""A kata that nobody has begun: its spec is read, and each of its tests is todo.

Neither torch nor the spec nor the stub is imported for it, so what is not begun costs nothing.
How a test's parameters are called cannot be read: whoever names one has the spec collected.
Where something is not installed that a kata needs, begun or not, each of its tests is skipped.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator

import pytest

from katas._dojo.curriculum import kata_of
from katas._dojo.judging.failures import TODO, Verdict, todo
from katas._dojo.reading import StatedRule, StatedSpec


class UnbegunSpec(pytest.File):
    def __init__(self, *, stated: StatedSpec, **kwargs):
        super().__init__(**kwargs)
        self.kata = kata_of(self.path)
        self.title, self.rules = stated.title, stated.rules
        self.stub = f"katas/{self.kata}.py"
        self.file = os.path.relpath(self.path, self.config.rootpath)

    @functools.cached_property
    def ihook(self):
        """As pytest works it out, for each test and each of its hooks anew."""
        return super().ihook

    def collect(self) -> Iterator[UnbegunRule]:
        for rule in self.rules:
            yield UnbegunRule.from_parent(self, name=rule.name, stated=rule)


class UnbegunRule(pytest.Item):
    def __init__(self, *, stated: StatedRule, **kwargs):
        super().__init__(**kwargs)
        self.rule = stated.text
        self.line = stated.line - 1  # pytest counts from 0
        self.edit = f"{self.parent.stub}:{stated.stop}"
        for mark in stated.marks:
            self.add_marker(mark)

    @property
    def ihook(self):
        return self.parent.ihook

    @functools.cached_property
    def location(self) -> tuple[str, int, str]:
        """As pytest works it out, for each test anew."""
        return self.parent.file, self.line, self.name

    def reportinfo(self):
        return self.path, self.line, self.name

    def runtest(self):
        raise AssertionError("it is read, and not run")

    def report(self) -> pytest.TestReport:
        if missing := self.parent.kata.missing:
            reason = str(self.path), self.line + 1, f"Skipped: {missing}"
            return pytest.TestReport(
                self.nodeid, self.location, {self.name: 1}, "skipped", reason, when="call"
            )
        verdict = Verdict(str(self.parent.kata), self.rule, self.line, TODO, self.edit)
        report = pytest.TestReport(
            self.nodeid,
            self.location,
            {self.name: 1},
            outcome="failed",
            longrepr=todo(verdict),
            when="call",
        )
        report.kata = vars(verdict)
        report.unbegun = True
        return report

    def tell(self) -> None:
        hook = self.ihook
        hook.pytest_runtest_logstart(nodeid=self.nodeid, location=self.location)
        hook.pytest_runtest_logreport(report=self.report())
        hook.pytest_runtest_logfinish(nodeid=self.nodeid, location=self.location)


def read_in_passing(collected: Iterable[pytest.Item | pytest.Collector]) -> Iterator:
    """What a folder holds, with the tests of each unbegun spec in place of a file to turn to."""
    for it in collected:
        yield from it.collect() if isinstance(it, UnbegunSpec) else [it]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    """If nothing is begun, tell so without the protocol, which filters warnings for each test."""
    if session.testsfailed or session.config.option.collectonly:
        return None
    if hasattr(session.config, "workerinput") or not session.items:  # others have a loop of theirs
        return None
    if not all(isinstance(item, UnbegunRule) for item in session.items):
        return None
    for item in session.items:
        item.tell()
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """There is nothing to set up or to call; torn down is what a test before it has left for it."""
    if not isinstance(item, UnbegunRule):
        return None
    item.session._setupstate.teardown_exact(nextitem)
    item.tell()
    return True


class Forgetting:
    """Once a kata is begun, its tests have other ids: --lf is not to wait for these."""

    def __init__(self, config):
        self.last_failed = config.pluginmanager.getplugin("lfplugin")

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report):
        if self.last_failed and getattr(report, "unbegun", False):
            name = getattr(report, "id", report.nodeid)  # since pytest 9.2 it keeps no strings
            self.last_failed.lastfailed.pop(name, None)


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    config.pluginmanager.register(Forgetting(config), "kata-forgetting")
