"""``--map``: the curriculum on one screen; and the record that it is drawn from.

A chapter in which there is nothing to tell apart is one line: with -v each of its katas is named.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime
from itertools import groupby, zip_longest

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import CURRICULUM
from katas._dojo.judging.failures import BROKEN, TODO
from katas._dojo.judging.implementation import ELSEWHERE
from katas._dojo.showing.progress import Score, kata_of_report
from katas._dojo.showing.reset import keep_stubs
from katas._dojo.showing.state import (
    PARTLY,
    RECHECK,
    SKIPPED,
    SOLVED,
    Green,
    Record,
    Standing,
    State,
    digest,
    load,
    next_kata,
    relative,
    standings,
)

MARKUP = {
    SOLVED: {"green": True},
    PARTLY: {"yellow": True},
    BROKEN: {"red": True},
    RECHECK: {"cyan": True},
    SKIPPED: {},
    TODO: {},
}


CHAPTER = max(len(kata.chapter) for kata in CURRICULUM)


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--map",
        action="store_true",
        help="show the curriculum: what is solved, and what comes next; with -v, every kata",
    )


def pytest_configure(config):
    option = config.option
    learners_own = not option.solutions and ELSEWHERE not in config.stash
    if learners_own and not (option.collectonly or hasattr(config, "workerinput")):
        config.pluginmanager.register(Recorder(config), "kata-recorder")


def pytest_cmdline_main(config):
    if not config.option.map or config.option.help:
        return None
    terminal = create_terminal_writer(config, sys.stdout)
    state = load(terminal.line)
    draw(terminal, standings(state), state.green, whole=config.option.verbose > 0)
    return pytest.ExitCode.OK


class Recorder:
    """Writes down how each kata of the learner's own ended, as soon as it has."""

    def __init__(self, config):
        self.config = config
        self.digests: dict[str, str | None] = {}
        self.ended: dict[str, Record] = {}
        self.newly_solved: list[str] = []
        self.forgetful = False  # whether nothing can be written, which is said once

    def pytest_sessionstart(self):
        if self.config.pluginmanager.hasplugin("dsession"):  # the files are read in workers
            self.digests = {str(kata): digest(kata) for kata in CURRICULUM}

    def pytest_collectstart(self, collector):
        if kata := getattr(collector, "kata", None):
            self.digests[str(kata)] = digest(kata)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report):
        """A run may be killed at any moment: what has ended by then is not lost."""
        if report.when == "teardown" and (kata := kata_of_report(report, self.config)):
            scores = self.config.pluginmanager.getplugin("kata-progress").scores
            if str(kata) in scores and scores[str(kata)].complete:
                self._record([str(kata)])

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self):
        result = yield
        progress = self.config.pluginmanager.getplugin("kata-progress")
        if progress and progress.scores:
            begun = [kata for kata, score in progress.scores.items() if score.begun]
            self._record(begun, last=True)  # what is not is seen at a glance
            keep_stubs()
        return result

    def _record(self, names: list[str], *, last: bool = False) -> None:
        if self.forgetful:
            return
        progress = self.config.pluginmanager.getplugin("kata-progress")
        chosen = [kata for kata in CURRICULUM if str(kata) in names]
        # A file that was saved during the run may not be what ran.
        unchanged = [str(k) for k in chosen if self.digests[str(k)] == digest(k) is not None]
        found = {
            name: record_of(progress.scores[name], self.digests[name], progress.partial)
            for name in unchanged
        }
        if not last and found == {name: self.ended.get(name) for name in found}:
            return
        say = getattr(self.config.pluginmanager.getplugin("terminalreporter"), "write_line", print)
        state = load(say)
        for name, record in found.items():
            before = state.records.get(name)
            known = before is not None and before.digest == self.digests[name]
            was_solved = known and before.status == SOLVED
            if record:
                self.ended[name] = state.records[name] = record
                if record.status == SOLVED and not was_solved:
                    self.newly_solved.append(name)
            elif was_solved and progress.scores[name].unmet:
                del state.records[name]  # a part that fails is enough to doubt it
        if last:
            self._forget_unbegun(state, progress)
            self._note_green(state, progress.scores)
        self.forgetful = not state.save(say)

    def _forget_unbegun(self, state: State, progress) -> None:
        """What was solved before a kata became a stub again says nothing of it any more."""
        for name, score in progress.scores.items():
            if score.unmet and not (score.begun or progress.partial):
                state.records.pop(name, None)

    def _note_green(self, state: State, scores: dict[str, Score]) -> None:
        solved = [name for name in self.ended if self.ended[name].status == SOLVED]
        green = self.newly_solved or (
            solved if not any(score.unmet for score in scores.values()) else []
        )
        if green:
            latest = max(green, key=list(map(str, CURRICULUM)).index)
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            state.green = Green(latest, now)


def record_of(score: Score, digest: str, partial: bool) -> Record | None:
    """What ``score`` proves; None if it proves nothing, as when only a part of the spec ran."""
    if any(verdict.status == BROKEN for verdict in score.unmet):
        return Record(digest, BROKEN)
    if partial or not score.complete or not (score.passed or score.unmet):
        return None
    unmet = {verdict.rule for verdict in score.unmet}
    kept = {verdict.rule for verdict in score.passed} - unmet
    if not unmet:
        status = SOLVED
    elif not kept and all(verdict.status == TODO for verdict in score.unmet):
        status = TODO
    else:
        status = PARTLY
    return Record(digest, status, len(kept), len(kept | unmet))


def draw(terminal, standings: list[Standing], green: Green | None, *, whole: bool = False) -> None:
    upcoming = next_kata(standings)
    solved = sum(it.status == SOLVED for it in standings)
    terminal.line(f"{solved} of {len(standings)} katas are solved")
    for chapter, grouped in groupby(standings, lambda it: it.kata.chapter):
        members = list(grouped)
        counts = Counter(it.status for it in members)
        if (
            not whole
            and counts.keys() - {SKIPPED} in ({TODO}, {SOLVED})
            and not (upcoming and chapter == upcoming.chapter)
        ):
            terminal.write(f"{chapter:{CHAPTER}}", bold=True)
            for separator, (status, n) in zip(("  ", ", "), counts.items(), strict=False):
                terminal.write(separator)
                terminal.write(f"{n} {status}", **MARKUP[status])
            terminal.line()
            continue
        terminal.line(chapter, bold=True)
        columns = _columns(members, terminal.fullwidth)
        for row in zip_longest(*columns):
            for it, column in zip(row, columns, strict=True):
                if it is None:
                    continue
                mark = "*" if green and str(it.kata) == green.kata else " "
                mark = ">" if it.kata == upcoming else mark
                names, texts = _widths(column)
                terminal.write(f"  {mark} {it.kata.stem:{names}}  ")
                terminal.write(f"{it!s:{texts}}", **MARKUP[it.status])
            terminal.line()
    for missing in dict.fromkeys(it.kata.missing for it in standings if it.status == SKIPPED):
        terminal.line(f"skipped: {missing}")
    if upcoming:
        terminal.line(f"> next: pytest {relative(upcoming.spec)}")
    if green:
        at = datetime.fromisoformat(green.at).astimezone()
        terminal.line(f"* last green run: {green.kata}, {at:%Y-%m-%d %H:%M}")
    if any(it.status == RECHECK for it in standings):
        terminal.line("recheck: changed since it last ran as a whole; pytest katas tells")


def _columns(cells: list[Standing], width: int) -> list[list[Standing]]:
    """As many columns as fit into ``width``, to be read down and then across."""
    for rows in range(1, len(cells)):
        columns = [cells[start : start + rows] for start in range(0, len(cells), rows)]
        if sum(6 + sum(_widths(column)) for column in columns) <= width:
            return columns
    return [cells]


def _widths(column: list[Standing]) -> tuple[int, int]:
    return max(len(it.kata.stem) for it in column), max(len(str(it)) for it in column)
