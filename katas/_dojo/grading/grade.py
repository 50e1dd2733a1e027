"""``--grade``: what a run is worth, rule by rule, in the files that a teacher's tools read.

A rule is a test of a spec with all of its parameters: it holds, or it does not.  A kata is worth
one point, and its rules have equal shares in it, unless pyproject.toml says otherwise:

    [tool.torch-katas.points]
    "ch05_mechanics/losses" = 3
    "ch05_mechanics/losses::test_l1_is_a_mean" = 2  # twice the share of another rule
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, Kata, kata_named
from katas._dojo.judging.failures import BROKEN, TODO, WAITING, WRONG, verdict_of
from katas._dojo.judging.implementation import own_table
from katas._dojo.reading import sources_of_tests, stated
from katas._dojo.showing.progress import kata_of_report
from katas._dojo.showing.state import writable, write

PASS, FAIL, ERROR = "pass", "fail", "error"  # the worst comes last
STATUSES = {None: PASS, TODO: FAIL, WRONG: FAIL, WAITING: ERROR, BROKEN: ERROR}
LONGEST_OUTPUT = 500  # characters, in Exercism's format
DIGITS = 4
NOT_RUN = "It has not run."


@dataclass
class Row:
    """What became of one rule; ``points`` are those that it is worth."""

    kata: Kata
    test: str
    rule: str
    points: float
    status: str
    message: str
    output: str

    @property
    def earned(self) -> float:
        return self.points if self.status == PASS else 0.0


def pytest_addoption(parser):
    group = parser.getgroup("katas")
    group.addoption(
        "--grade", metavar="FILE", help="write what the run is worth, rule by rule, into a file"
    )
    group.addoption(
        "--grade-format",
        choices=FORMATS,
        default="exercism",
        help="for Exercism's test runners, for Gradescope, for GitHub Classroom, or as JUnit's XML",
    )


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    if config.option.grade is not None and not hasattr(config, "workerinput"):
        path = writable(config.option.grade, "--grade", config)
        grader = Grader(config, Points(config.rootpath))
        config.pluginmanager.register(grader, "kata-grader")
        config.pluginmanager.register(Writer(config, path, grader), "kata-grade-writer")


class Points:
    """What katas and their rules are worth, as pyproject.toml says it."""

    def __init__(self, root: Path):
        self.table: dict[str, float] = {}
        for key, points in own_table(root, "points").items():
            name, _, test = key.partition("::")
            kata = kata_named(name)
            if kata is None or (test and test not in {it.name for it in stated(kata).rules}):
                raise pytest.UsageError(f"pyproject.toml, points: there is no {key}")
            if isinstance(points, bool) or not isinstance(points, int | float) or points < 0:
                raise pytest.UsageError(f"pyproject.toml, points: {key} = {points!r}, no number")
            self.table[f"{kata}::{test}" if test else str(kata)] = points

    def of_rules(self, kata: Kata, tests: Iterable[str]) -> dict[str, float]:
        """What each of ``tests``, all rules of ``kata`` that count, is worth."""
        shares = {test: self.table.get(f"{kata}::{test}", 1.0) for test in tests}
        worth, total = self.table.get(str(kata), 1.0), sum(shares.values())
        return {test: worth * share / total if total else 0.0 for test, share in shares.items()}


class Grader:
    """Takes down what becomes of each rule."""

    def __init__(self, config, points: Points):
        self.config = config
        self.points = points
        self.seen: dict[tuple[str, str], tuple[str, str, str]] = {}  # status, message, output
        self.broken: dict[str, str] = {}
        self.left_out: set[tuple[str, str]] = set()  # what nobody can run here

    def pytest_runtest_logreport(self, report):
        verdict, test = verdict_of(report), _test_of(report.nodeid)
        if verdict is None:
            kata = kata_of_report(report, self.config)
            if kata and report.skipped:
                self.left_out.add((str(kata), test))
            elif kata and report.failed:
                self.seen[str(kata), test] = ERROR, str(report.longrepr), report.capstdout
        elif not test:  # the kata could not be imported
            self.broken[verdict.kata] = str(report.longrepr)
        else:
            status = STATUSES[verdict.status]
            key, order = (verdict.kata, test), [PASS, FAIL, ERROR]
            if key not in self.seen or order.index(status) > order.index(self.seen[key][0]):
                message = "" if status == PASS else str(report.longrepr)
                self.seen[key] = status, message, report.capstdout

    pytest_collectreport = pytest_runtest_logreport

    def rows(self) -> list[Row]:
        """The rules of all katas that were asked for, in the order of the book."""
        scores = self.config.pluginmanager.getplugin("kata-progress").scores
        asked = {kata: {_test_of(it) for it in score.expected} for kata, score in scores.items()}
        rows = []
        for kata in CURRICULUM:
            name = str(kata)
            if name not in asked and name not in self.broken:
                continue
            rules = [
                it
                for it in stated(kata).rules
                if (it.name in asked.get(name, ()) or name in self.broken)
                and ((name, it.name) in self.seen or (name, it.name) not in self.left_out)
            ]
            points = self.points.of_rules(kata, [it.name for it in rules])
            missing = ERROR, self.broken.get(name, NOT_RUN), ""
            for it in rules:
                ended = self.seen.get((name, it.name), missing)
                rows.append(Row(kata, it.name, it.text, points[it.name], *ended))
        return rows


class Writer:
    """Writes the grade when all else of a run is done."""

    def __init__(self, config, path: Path, grader: Grader):
        self.config = config
        self.path = path
        self.grader = grader

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session):
        result = yield
        if self.config.option.collectonly:
            return result
        terminal = self.config.pluginmanager.getplugin("terminalreporter")
        say = terminal.write_line if terminal else print
        name = self.config.option.grade
        rows = self.grader.rows()
        try:
            content = FORMATS[self.config.option.grade_format](rows)
            write(self.path, content.encode("utf-8", "xmlcharrefreplace"), self.path.parent)
        except OSError as error:
            say(f"--grade {name}: {error.strerror}; nothing was graded")
            session.exitstatus = pytest.ExitCode.USAGE_ERROR
        else:
            earned, worth = _totals(rows)
            say(f"{name}: {earned:g} of {worth:g} points")
        return result


def _test_of(nodeid: str) -> str:
    """The name of a test without its parameters: brackets break Exercism's and GitHub's tools."""
    return nodeid.partition("::")[2].partition("[")[0]


def _totals(rows: Iterable[Row]) -> tuple[float, float]:
    pairs = [(it.earned, it.points) for it in rows]
    earned, worth = (sum(it) for it in zip(*pairs, strict=True)) if pairs else (0.0, 0.0)
    return round(earned, DIGITS), round(worth, DIGITS)


def _by_kata(rows: Iterable[Row]) -> dict[Kata, list[Row]]:
    found: dict[Kata, list[Row]] = {}
    for it in rows:
        found.setdefault(it.kata, []).append(it)
    return found


def exercism(rows: list[Row]) -> str:
    return json.dumps(graded(rows), indent=1)


def graded(rows: list[Row], quoted: Iterable[Kata] | None = None) -> dict:
    """Version 3 of the interface of Exercism's test runners, and beside it the points.

    ``quoted`` are the katas whose tests are shown, if it is not all of them.
    """
    of_kata = _by_kata(rows)
    katas = list(of_kata)
    numbers = {kata: number for number, kata in enumerate(katas, 1)}
    sources = {kata: sources_of_tests(kata) for kata in (katas if quoted is None else quoted)}
    broken = bool(rows) and all(it.status == ERROR for it in rows)
    earned, worth = _totals(rows)
    passed = bool(rows) and all(it.status == PASS for it in rows)
    return {
        "version": 3,
        "status": PASS if passed else ERROR if broken or not rows else FAIL,
        "message": rows[0].message if broken else None if rows else "There was nothing to grade.",
        "points": earned,
        "max_points": worth,
        "katas": [_of_kata(kata, own) for kata, own in of_kata.items()],
        "tests": [
            {
                "name": f"{it.kata}: {it.rule}",
                "test_code": sources.get(it.kata, {}).get(it.test, ""),
                "status": it.status,
                "message": it.message or None,
                "output": it.output[:LONGEST_OUTPUT] or None,
                "task_id": numbers[it.kata],
                "points": round(it.earned, DIGITS),
                "max_points": round(it.points, DIGITS),
            }
            for it in rows
        ],
    }


def _of_kata(kata: Kata, rows: list[Row]) -> dict[str, str | float]:
    earned, worth = _totals(rows)
    return {"kata": str(kata), "points": earned, "max_points": worth}


def gradescope(rows: list[Row]) -> str:
    """The results.json of Gradescope's autograders."""
    tests = [
        {
            "name": it.rule,
            "number": f"{it.kata}::{it.test}",
            "status": "passed" if it.status == PASS else "failed",
            "score": round(it.earned, DIGITS),
            "max_score": round(it.points, DIGITS),
            "output": it.message,
            "output_format": "text",
        }
        for it in rows
    ]
    return json.dumps({"score": _totals(rows)[0], "tests": tests}, indent=1)


def classroom(rows: list[Row]) -> str:
    """What the reporter of GitHub Classroom reads, before base64: a test for each kata.

    It is handed over as a variable of the environment, which 128 KiB fill: too little for rules.
    """
    tests = []
    for kata, own in _by_kata(rows).items():
        held = sum(it.status == PASS for it in own)
        tests.append(
            {
                "name": f"{kata}: {held} of {len(own)} rules hold",
                "status": PASS if held == len(own) else FAIL,
                "score": _totals(own)[0],
                "line_no": 0,  # none is shown
            }
        )
    passed = bool(tests) and all(it["status"] == PASS for it in tests)
    graded = {"version": 1, "status": PASS if passed else FAIL, "max_score": _totals(rows)[1]}
    return json.dumps(graded | {"tests": tests}, indent=1)


def junit(rows: list[Row]) -> str:
    """JUnit's XML, a suite for each kata."""
    from xml.etree import ElementTree  # which every other run can do without

    root = ElementTree.Element("testsuites")
    for kata, own in _by_kata(rows).items():
        counts = {
            "tests": len(own),
            "failures": sum(it.status == FAIL for it in own),
            "errors": sum(it.status == ERROR for it in own),
        }
        named = {"name": str(kata), **{name: str(count) for name, count in counts.items()}}
        suite = ElementTree.SubElement(root, "testsuite", named)
        for it in own:
            place = {"classname": f"{kata.chapter}.{kata.stem}", "name": it.test}
            case = ElementTree.SubElement(suite, "testcase", place)
            if it.status != PASS:
                kind = "failure" if it.status == FAIL else "error"
                ElementTree.SubElement(case, kind, message=it.rule).text = it.message
            if it.output:
                ElementTree.SubElement(case, "system-out").text = it.output
    return ElementTree.tostring(root, encoding="unicode")


FORMATS = {
    "exercism": exercism,
    "gradescope": gradescope,
    "classroom": classroom,
    "junit": junit,
}
