"""Failures that teach.

An unsolved stub is ``todo``.  A wrong answer shows the rule that broke, the call, what came
back and what was expected, the known mistake if it is one, and where to edit; never a
traceback through the harness.  ``--tb=short`` and its like still give pytest's own.
"""

from __future__ import annotations

import importlib
import linecache
import re
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from katas._dojo import trial
from katas._dojo.curriculum import ROOT, Kata, kata_of
from katas._dojo.mistakes import Diagnostician, ending, known_mistakes
from katas._dojo.recording import Call, public_names, recording, show

TODO, WRONG, BROKEN = "todo", "wrong", "broken"


@dataclass
class Verdict:
    """What a report says about a kata, in plain types so that it travels between processes.

    ``line`` is where the spec states the rule; ``status`` is None for a test that passed;
    ``edit`` is ``path:line``.
    """

    kata: str
    rule: str
    line: int = 0
    status: str | None = None
    edit: str | None = None


def verdict_of(report) -> Verdict | None:
    """The verdict that ``report`` carries; None for tests that belong to no kata."""
    carried = getattr(report, "kata", None)
    return carried and Verdict(**carried)


class Hooks:
    def pytest_kata_failed(self, verdict: Verdict, text: str) -> None:
        """A rule of a kata is broken; ``text`` says how.  Which mistake it is may take longer."""


def pytest_addhooks(pluginmanager):
    pluginmanager.add_hookspecs(Hooks)


def pytest_configure(config):
    config.pluginmanager.register(Explainer(config), "kata-failures")


class Explainer:
    def __init__(self, config):
        # A learner who asks for pytest's own traceback, or for a debugger, gets it.
        self.explains = config.option.tbstyle == "auto" and not config.option.usepdb
        self.diagnosticians: dict[Path, Diagnostician] = {}
        self.explained: set[Callable] = set()
        self.in_kata = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        self.in_kata = kata_of(item.path) is not None
        return (yield)

    def pytest_assertrepr_compare(self, op, left, right):
        """Plain ``assert a == b`` in a spec, in the words of ``assert_close``."""
        if op != "==" or not self.in_kata:
            return None
        return [f"got       {show(left)}", f"expected  {show(right)}"]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item, nextitem):
        kata = kata_of(item.path)
        if kata is None:
            return None
        place = (item.nodeid, item.location)
        item.ihook.pytest_runtest_logstart(nodeid=place[0], location=place[1])
        reports = trial.run(item, nextitem, tracebacks=not self.explains)
        raised = trial.exception(item)
        for report in reports:
            if report.when == "call" and not report.skipped:
                self._judge(report, raised, kata, item)
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=place[0], location=place[1])
        return True

    def _judge(self, report, raised, kata: Kata, item) -> None:
        verdict = Verdict(str(kata), rule_of(item.function), item.location[1] or 0)
        if raised is not None:
            todo = _stub_line(raised, kata)
            if todo:
                verdict.status, verdict.edit = TODO, _link(todo)
                text = f"todo: {verdict.rule}\nEdit {verdict.edit}"
            else:
                text = self._explain(verdict, raised, kata, item)
            if self.explains:
                report.longrepr = text
        report.kata = asdict(verdict)

    def _explain(self, verdict: Verdict, raised, kata: Kata, item) -> str:
        path = Path(sys.modules[kata.module].__file__)
        learner = [entry for entry in raised.traceback if Path(entry.path) == path]
        line = learner[-1].lineno + 1 if learner else 0
        call, names = None, []
        first = self.explains and item.function not in self.explained
        if first:  # with other parameters only its name is shown
            self.explained.add(item.function)
            with recording(item) as recorder:
                trial.run(item)
            call = recorder.last
            names = sorted({name.partition(".")[0] for name in recorder.names})
        verdict.status = WRONG
        verdict.edit = _link((path, line or (call.line if call else 1)))
        said = [verdict.rule, _what_happened(raised, call, learner)]
        if first:
            item.ihook.pytest_kata_failed(verdict=verdict, text="\n".join(said))
            if diagnosis := self._diagnose(kata, item, names, ending(raised)):
                said.append(f"A known mistake: {diagnosis}")
        return "\n".join([*said, f"Edit {verdict.edit}"])

    def _diagnose(self, kata, item, names, own_ending) -> str | None:
        if item.path not in self.diagnosticians:
            reference = importlib.import_module(f"solutions.{kata.module}")

            def rerun(item, replacements):
                with trial.in_place_of(item, replacements):
                    trial.run(item)
                return ending(trial.exception(item))

            self.diagnosticians[item.path] = Diagnostician(
                rerun=rerun,
                items=[other for other in item.session.items if other.path == item.path],
                mistakes=known_mistakes(kata),
                reference=public_names(reference),
            )
        diagnostician = self.diagnosticians[item.path]
        diagnostician.endings[item.nodeid] = own_ending
        return diagnostician.diagnose(item, names)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """A kata that cannot be imported is one red row: what is wrong, and its line."""
    kata = kata_of(collector.path) if isinstance(collector, pytest.Module) else None
    if kata is None:
        return (yield)
    try:
        report = yield
        raised = report.call.excinfo.value if report.failed else None
    except SystemExit as stopped:
        # pytest would let it end the run; no kata may do that to the others.
        report = pytest.CollectReport(collector.nodeid, "failed", None, [])
        raised = stopped
    broken = raised and _broken(kata, raised)
    if broken:
        text, place = broken
        edit = _link(place)
        report.longrepr = f"{text}\nEdit {edit}"
        report.kata = asdict(Verdict(str(kata), text, status=BROKEN, edit=edit))
    return report


def pytest_report_teststatus(report):
    verdict = verdict_of(report)
    if verdict and verdict.status == TODO:
        return TODO, "t", ("TODO", {"yellow": True})
    return None


def rule_of(function) -> str:
    """The rule that a test states: its docstring, on one line."""
    return " ".join((function.__doc__ or function.__name__).split())


def _stub_line(raised: pytest.ExceptionInfo, kata: Kata) -> tuple[Path, int] | None:
    """Where a stub stopped the test; None for any other failure.

    torch raises NotImplementedError too, in its own files and from the kata's lines, so the
    line itself has to say it, and be the kata's.
    """
    last = raised.traceback[-1]
    path, line = Path(last.path), last.lineno + 1
    if not isinstance(raised.value, NotImplementedError) or path not in _implementations(kata):
        return None
    source = linecache.getline(str(path), line).strip()
    return (path, line) if source.startswith("raise NotImplementedError") else None


def _what_happened(raised, call: Call | None, learner: list) -> str:
    value = raised.value
    if not isinstance(value, AssertionError):
        said = [f"raised    {raised.type.__name__}: {value}"]
        if learner:
            said.append(f"in        {str(learner[-1].statement).strip()}")
    else:
        said = str(value).removeprefix("assert ").splitlines() or ["the assertion failed"]
        said = [text.removeprefix("  ") if text.startswith("  ") else text for text in said]
    lines = []
    if call:
        lines.append(f"called    {call.text}")
        if call.returned is not None and f"got       {call.returned}" not in said:
            lines.append(f"returned  {call.returned}")
    return "\n".join(f"    {text}" for text in [*lines, *said])


def _broken(kata: Kata, raised: BaseException) -> tuple[str, tuple[Path, int]] | None:
    """What keeps ``kata`` from being imported, and where; None if it is not the kata."""
    path = next((p for p in _implementations(kata) if p.exists()), kata.stub)
    # pytest wraps what an import raises.
    cause = raised.__cause__ or raised
    if isinstance(cause, SyntaxError):
        return f"{type(cause).__name__}: {cause.msg}", (Path(cause.filename), cause.lineno or 1)
    if isinstance(cause, ModuleNotFoundError) and cause.name == kata.module:
        return f"the file is missing; pytest --reset {kata.stem} brings it back", (kata.stub, 1)
    if isinstance(cause, ImportError) and cause.name == kata.module:
        missing = re.search(r"cannot import name '(\w+)'", str(cause))
        if missing:
            return f"{missing[1]} is missing: the spec asks for it by this name", (path, 1)
    frames = traceback.extract_tb(cause.__traceback__)
    steps = [frame for frame in frames if Path(frame.filename) == path]
    if not steps:
        return None
    return f"{type(cause).__name__}: {cause}".rstrip(": "), (path, steps[-1].lineno)


def _implementations(kata: Kata) -> list[Path]:
    """The files that ``import`` may have taken for ``kata``, the likely one first."""
    chosen_first = str(ROOT / "solutions") in sys.path
    return [kata.solution, kata.stub] if chosen_first else [kata.stub, kata.solution]


def _link(place: tuple[Path, int]) -> str:
    path, line = place
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return f"{shown.as_posix()}:{line}"
