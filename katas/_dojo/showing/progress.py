"""The last word of a run: the failures, a line for how far you are, and the next thing to do."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata, in_turn, kata_of
from katas._dojo.judging.failures import BROKEN, TODO, WAITING, WRONG, Verdict, verdict_of
from katas._dojo.writing.devices import runs_on_cuda

PRINTED = 5  # lines of a learner's own output; Hypothesis calls a kata dozens of times
ORDER = [str(kata) for kata in CURRICULUM]
CHOOSING = ("keyword", "markexpr", "deselect", "lf", "stepwise")  # options that leave tests out
MANY_KATAS = 12  # more than this, and a line for each no longer fits on one screen


@dataclass
class Score:
    """What a run has seen of one kata.

    ``expected`` and ``ended`` are node ids: of the tests that were collected, and of those
    that came to an end which says something, a skip included.  ``begun`` is whether any was run.
    """

    passed: list[Verdict] = field(default_factory=list)
    unmet: list[Verdict] = field(default_factory=list)
    begun: bool = False
    todo_shown: bool = False
    expected: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    errors: int = 0  # of fixtures, of a worker that died: failures without a verdict

    @property
    def complete(self) -> bool:
        """Whether every expected test has ended: an interrupted run proves nothing."""
        return self.expected == self.ended and not self.errors

    @property
    def solved(self) -> bool:
        """Whether every test that the spec declares was reported, and none of them failed."""
        return self.complete and bool(self.passed) and not self.unmet


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Progress(config), "kata-progress")


class Progress:
    def __init__(self, config):
        self.config = config
        self.scores: dict[str, Score] = {}
        self.many = False
        # With xdist the workers deselect, and here only the options tell of it.
        self.partial = any("::" in argument for argument in config.args) or any(
            getattr(config.option, name, None) for name in CHOOSING
        )
        self.headings: dict[str, list[str]] = {}
        self.above: list[str] = []
        self.notes: list[str] = []
        self.stopped: list[str] = []  # what a run that claims to be green has not gone through

    def pytest_collection_finish(self, session):
        self._expect(item.nodeid for item in session.items)
        if self.config.get_verbosity() > 0:
            for item in filter(lambda item: kata_of(item.path), session.items):
                self.headings[item.nodeid] = [f"\n{item.parent.title}", f"  {item.rule}"]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid):
        """With -v, the titles and rules stand above their tests: it reads as the specification."""
        headings = self.headings.get(nodeid, [])
        above, self.above = self.above or [None, None], headings
        new = [it for it, last in zip(headings, above, strict=False) if it != last]
        if new:
            terminal = self.config.pluginmanager.getplugin("terminalreporter")
            terminal.ensure_newline()
            terminal.write("\n".join(new))  # pytest ends the line when it begins its own

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node, ids):
        self._expect(ids)

    def pytest_deselected(self, items):
        # Tests on CUDA are left out where there is none: nobody chose that.
        self.partial |= not all(map(runs_on_cuda, items))

    def _expect(self, nodeids: Iterable[str]) -> None:
        katas = set()
        for nodeid in nodeids:
            if kata := _kata_of_test(nodeid, self.config):
                katas.add(kata)
                self.scores.setdefault(str(kata), Score()).expected.add(nodeid)
        if len(katas) > MANY_KATAS and self.config.get_verbosity() == 0:
            self.many = True
            self.config.pluginmanager.getplugin("terminalreporter").showfspath = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report):
        """Where there are many katas, a single t stands for all that is todo in one of them."""
        if not self.many or not kata_of_report(report, self.config):
            return None
        if report.skipped:
            return "skipped", "", "SKIPPED"
        verdict = verdict_of(report)
        if verdict and verdict.status == TODO:
            begun = self.scores[verdict.kata].todo_shown
            self.scores[verdict.kata].todo_shown = True
            return TODO, "" if begun else "t", "TODO"
        return None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report):
        verdict = verdict_of(report)
        if verdict is None:
            self._note(report)
            return
        if verdict.note:
            self.notes.append(verdict.note)
        score = self.scores.setdefault(verdict.kata, Score())
        score.begun |= not getattr(report, "unbegun", False)
        if verdict.status:
            score.unmet.append(verdict)
        else:
            score.passed.append(verdict)
        if report.nodeid in score.expected:
            score.ended.add(report.nodeid)

    pytest_collectreport = pytest_runtest_logreport

    def _note(self, report) -> None:
        """Keep count of what ended without a verdict: skips, and errors outside of the test."""
        score = self.scores.get(str(kata_of_report(report, self.config)))
        if score and report.skipped:
            score.ended.add(report.nodeid)
        elif score and report.failed:
            score.errors += 1

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter):
        """Tell of wrong answers in our own words, and let pytest tell of all other failures."""
        # A reporter of another kind has shown each failure when it came.
        if self.config.option.tbstyle != "auto" or type(terminalreporter) is not TerminalReporter:
            return (yield)
        stats = terminalreporter.stats
        everything = {category: stats.get(category, []) for category in ("failed", "error")}
        for category, reports in everything.items():
            for title, lines in self.explained(reports):
                terminalreporter.write_sep("_", title, red=True, bold=True)
                for line in [*lines, ""]:
                    terminalreporter.write_line(line)
            stats[category] = [report for report in reports if not verdict_of(report)]
        try:
            return (yield)
        finally:
            for category, reports in everything.items():
                if reports:
                    stats[category] = reports
                else:
                    stats.pop(category)

    def explained(self, reports) -> Iterator[tuple[str, list[str]]]:
        """Title and lines for each rule that failed in ``reports``, in the order of the book."""
        by_rule: dict[tuple[str, str], list] = {}
        for report in sorted(filter(verdict_of, reports), key=_place):
            verdict = verdict_of(report)
            by_rule.setdefault((verdict.kata, verdict.rule), []).append(report)
        for (kata, _), (report, *others) in by_rule.items():
            name = report.nodeid.partition("::")[2]
            lines = str(report.longrepr).splitlines()
            if report.capstdout:
                printed = report.capstdout.rstrip().splitlines()
                lines.append("It printed last:" if printed[PRINTED:] else "It printed:")
                lines += [f"    {line}" for line in printed[-PRINTED:]]
            also = [other.nodeid.partition("[")[2].removesuffix("]") for other in others]
            if also:
                lines.append(f"The same rule fails for {', '.join(also)}.")
            yield f"{kata} {name}".strip(), lines

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session):
        option = self.config.option
        looks_only = option.collectonly or option.setuponly
        if session.exitstatus == pytest.ExitCode.OK and not looks_only:
            self.stopped = [kata for kata, score in self.scores.items() if not score.complete]
        if self.stopped:  # green is a report of every test
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        result = yield
        terminal = self.config.pluginmanager.getplugin("terminalreporter")
        if self.scores and not self.config.option.collectonly and terminal:
            for line in [*self.notes, *self._last_words()]:
                terminal.write_line(line)
        return result

    def _last_words(self) -> list[str]:
        order = [kata for kata in CURRICULUM if str(kata) in self.scores]
        scores = {kata: self.scores[str(kata)] for kata in order}
        solved = [kata for kata in order if scores[kata].solved]
        line = f"{len(solved)} of {len(order)} katas"
        if self.partial:
            line += " (only the tests you chose)"
        unmet = [kata for kata in order if scores[kata].unmet or scores[kata].errors]
        if self.stopped and not unmet:
            return [f"The run ended before all of {', '.join(self.stopped)} was reported.", line]
        if not unmet:
            missing = [f"{kata} is skipped: {kata.missing}" for kata in order if kata.missing]
            return [*missing, line]
        todo = [kata for kata in unmet if all(it.status == TODO for it in scores[kata].unmet)]
        kata = in_turn(unmet, begun=set(order).difference(todo))[0]
        run = f"Then run: pytest {kata.spec.relative_to(ROOT).as_posix()}"
        if not scores[kata].unmet:
            return [f"{line} · next: {kata}", run]
        verdict = min(scores[kata].unmet, key=lambda verdict: verdict.line)
        verb = {TODO: "solve", WRONG: "mend", BROKEN: "mend", WAITING: "mend"}[verdict.status]
        return [
            f"{line} · next: {kata}",
            f"{verb.capitalize()} {verdict.edit}: {verdict.rule}",
            run,
        ]


def kata_of_report(report, config) -> Kata | None:
    return _kata_of_test(report.nodeid, config)


def _kata_of_test(nodeid: str, config) -> Kata | None:
    return _kata_at(config.rootpath, nodeid.partition("::")[0])


@functools.cache
def _kata_at(root: Path, path: str) -> Kata | None:
    return kata_of(_resolved(root) / path)


@functools.cache
def _resolved(root: Path) -> Path:
    return root.resolve()


def _place(report) -> tuple[int, int]:
    """Where the book and the spec state the rule of ``report``: workers finish in any order."""
    verdict = verdict_of(report)
    return ORDER.index(verdict.kata), verdict.line
