"""Programs that show a run of pytest in their own way: each shows a kata as it is.

Four katas stand side by side: one is right, one is wrong in a known way, one is not begun,
and one cannot be imported.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.process import FORKS
from tests.workshop import Run, Workshop

RIGHT, WRONG, TODO, BROKEN = KATAS = CURRICULUM[:4]
SPEC = '''
from katas.{module} import one, two

def test_one_of_{stem}():
    """One is 1, in {stem}."""
    assert one() == 1

def test_two_of_{stem}():
    """Two is 2, in {stem}."""
    assert two() == 2
'''
SOLUTION = "def one():\n    return 1\n\n\ndef two():\n    return 2\n"
MISTAKES = '''
from katas._dojo.mistakes import instead_of

@instead_of("one")
def seven():
    """You took 7 for 1."""
    return 7
'''
ANSWERS = {
    RIGHT: SOLUTION,
    WRONG: SOLUTION.replace("return 1", "return 7"),
    TODO: re.sub(r"return \d", "raise NotImplementedError", SOLUTION),
    BROKEN: "def one(:\n",
}
NODE_IDS = {
    kata: [f"katas/{kata.chapter}/test_{kata.stem}.py::test_{n}_of_{kata.stem}" for n in numbers]
    for numbers in [("one", "two")]
    for kata in KATAS
}

TOLD_OF_WRONG = f"""\
One is 1, in {WRONG.stem}.
    called    one()
    got       7
    expected  1
A known mistake: You took 7 for 1.
Edit katas/{WRONG}.py:1"""
TOLD_OF_TODO = {
    f"todo: One is 1, in {TODO.stem}. Edit katas/{TODO}.py:2",
    f"todo: Two is 2, in {TODO.stem}. Edit katas/{TODO}.py:6",
}
TOLD_OF_BROKEN = f"SyntaxError: invalid syntax\nEdit katas/{BROKEN}.py:1"

# What each is installed as, and the modules by which pytest knows it: all are kept out of a run
# but those that it asks for.
PLUGINS = {
    "pytest-instafail": {"instafail": "pytest_instafail"},
    "pytest-json-report": {
        "metadata": "pytest_metadata",
        "pytest_jsonreport": "pytest_jsonreport",
    },
    "pytest-rerunfailures": {"rerunfailures": "pytest_rerunfailures"},
    "pytest-sugar": {"sugar": "pytest_sugar"},
    "teamcity-messages": {"pytest-teamcity": "teamcity"},
}
OUT = [it for names in PLUGINS.values() for name in names for it in ("-p", f"no:{name}")]

Test = tuple[str, str, str]  # its name, its outcome, and what is told of it


@dataclass
class Client:
    """``read`` takes a run and the folder of its files; ``package`` is None for pytest's own."""

    package: str | None
    options: list[str]
    read: Callable[[Run, Path], list[Test]]
    todo: str = "failed"  # its word for what is not begun; none if it has no words for it

    @property
    def is_installed(self) -> bool:
        modules = PLUGINS.get(self.package, {}).values()
        return all(map(importlib.util.find_spec, modules))

    def chosen(self, folder: Path) -> list[str]:
        plugins = [it for name in PLUGINS.get(self.package, ()) for it in ("-p", name)]
        return plugins + [option.format(folder=folder) for option in self.options]


@dataclass
class Shown:
    """What a client shows of a run."""

    client: Client
    run: Run
    tests: list[Test]

    def of(self, kata: Kata) -> list[tuple[str, str]]:
        """Outcomes and texts."""
        return [(outcome, text) for name, outcome, text in self.tests if kata.stem in name]


def read_junit(run: Run, folder: Path) -> list[Test]:
    cases = ElementTree.parse(folder / "junit.xml").iter("testcase")
    return [
        (f"{case.get('classname')}.{case.get('name')}", outcome_of(case), "".join(case.itertext()))
        for case in cases
    ]


def outcome_of(case: ElementTree.Element) -> str:
    return {"failure": "failed", "error": "failed"}[case[0].tag] if len(case) else "passed"


def read_json(run: Run, folder: Path) -> list[Test]:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    tests = [(it["nodeid"], it["outcome"], it["call"].get("longrepr", "")) for it in report["tests"]]
    broken = [it for it in report["collectors"] if it["outcome"] != "passed"]
    return tests + [(it["nodeid"], it["outcome"], it["longrepr"]) for it in broken]


def read_teamcity(run: Run, folder: Path) -> list[Test]:
    found = {}
    for kind, said in re.findall(r"##teamcity\[(\w+) (.*)\]$", run.screen, re.MULTILINE):
        pairs = re.findall(r"(\w+)='((?:[^'|]|\|.)*)'", said)
        values = {name: re.sub(r"\|(.)", _unescaped, value) for name, value in pairs}
        if kind == "testFailed":
            found[values["name"]] = ("failed", values["details"])
        elif kind == "testFinished":
            found.setdefault(values["name"], ("passed", ""))
    return [(name, *rest) for name, rest in found.items()]


def _unescaped(match: re.Match) -> str:
    return {"n": "\n", "r": "\r"}.get(match[1], match[1])


def read_screen(run: Run, folder: Path) -> list[Test]:
    """The failures under their titles; of what passed there is a number only."""
    screen = re.sub(r"\x1b\[[0-9;]*m", "", run.screen)
    _, *rows = re.split(r"(?m)^[_―]+ (.+) [_―]+\n", screen)
    texts = [re.split(r"\n\s*(?:\[100%\])?\n", text)[0] for text in rows[1::2]]
    passed = int(re.search(r"(\d+) passed", screen)[1])
    failed = [(name, "failed", text) for name, text in zip(rows[::2], texts, strict=True)]
    return failed + [("", "passed", "")] * passed


CLIENTS = {
    "JUnit": Client(None, ["--junitxml={folder}/junit.xml"], read_junit),
    "JSON": Client(
        "pytest-json-report",
        ["--json-report", "--json-report-file={folder}/report.json"],
        read_json,
        todo="todo",
    ),
    "TeamCity": Client("teamcity-messages", ["--teamcity"], read_teamcity),
    "rerunfailures": Client("pytest-rerunfailures", ["--reruns=1"], read_screen, todo=""),
    "instafail": Client("pytest-instafail", ["--instafail"], read_screen),
    "sugar": Client("pytest-sugar", ["--force-sugar"], read_screen),
}
IN_PARALLEL = ["JUnit", "JSON", "sugar"]  # those that nothing keeps from it
ALL = [*CLIENTS, *(f"{name}, in parallel" for name in IN_PARALLEL)]


@pytest.fixture(scope="module")
def learner(tmp_path_factory) -> Workshop:
    workshop = Workshop(tmp_path_factory.mktemp("learner"), CURRICULUM)
    for kata, answer in ANSWERS.items():
        module = f"{kata.chapter}.{kata.stem}"
        workshop.plain_spec(kata, SPEC.format(module=module, stem=kata.stem))
        (workshop.root / kata.solution.relative_to(ROOT)).write_text(SOLUTION)
        (workshop.root / kata.mistakes.relative_to(ROOT)).write_text(MISTAKES)
        workshop.answer(kata, answer)
    return workshop


def run_of(learner: Workshop, *options: str) -> Run:
    return learner.pytest(*OUT, *(f"katas/{kata}.py" for kata in KATAS), *options)


@pytest.fixture(scope="module")
def parallel(learner, tmp_path_factory) -> tuple[Run, Path]:
    """One run for all of them, since workers take their time to start."""
    folder = tmp_path_factory.mktemp("parallel")
    clients = [CLIENTS[name] for name in IN_PARALLEL if CLIENTS[name].is_installed]
    chosen = [option for client in clients for option in client.chosen(folder)]
    return run_of(learner, "-n", "2", *chosen), folder


@pytest.fixture(scope="module", params=ALL)
def shown(request, learner, tmp_path_factory) -> Shown:
    name, _, way = request.param.partition(", ")
    client = CLIENTS[name]
    if not client.is_installed:
        pytest.skip(f"{client.package} is not installed: uv sync --group clients")
    if way:
        run, folder = request.getfixturevalue("parallel")
    else:
        folder = tmp_path_factory.mktemp(name)
        run = run_of(learner, *client.chosen(folder))
    assert run.status == 1, run.screen
    assert "INTERNALERROR" not in run.screen
    tests = [(test, outcome, _own(text)) for test, outcome, text in client.read(run, folder)]
    return Shown(client, run, tests)


def _own(text: str) -> str:
    """The text without the line that xdist puts above it: which worker it was."""
    return re.sub(r"\A\[gw\d\].*\n?", "", text)


def test_a_wrong_kata_is_told_whole_and_once(shown):
    (failed,) = [it for it in shown.of(WRONG) if it[0] != "passed"]
    assert failed == ("failed", TOLD_OF_WRONG)


def test_a_right_kata_has_passed(shown):
    assert [outcome for outcome, _ in shown.of(RIGHT) if outcome != "passed"] == []
    # the two of the right kata, and one of the wrong one
    assert [outcome for _, outcome, _ in shown.tests].count("passed") == 3


def test_what_is_not_begun_takes_one_line(shown):
    expected = {(shown.client.todo, text) for text in TOLD_OF_TODO if shown.client.todo}
    assert sorted(shown.of(TODO)) == sorted(expected)


def test_a_broken_kata_is_told_once(shown):
    ((outcome, text),) = shown.of(BROKEN)
    assert outcome == "failed"
    assert text.startswith(TOLD_OF_BROKEN)


def test_nothing_goes_wrong_on_the_way(shown):
    assert "Traceback" not in shown.run.screen
    assert "Warning" not in shown.run.screen
    assert "raised AttributeError" not in shown.run.screen
    assert f"1 of 4 katas · next: {WRONG}" in shown.run.lines


@pytest.mark.parametrize("shown", ["TeamCity"], indirect=True)
def test_teamcity_sets_what_came_back_beside_what_was_expected(shown):
    (line,) = [line for line in shown.run.lines if "comparisonFailure" in line]
    assert "actual='7'" in line
    assert "expected='1'" in line


@pytest.mark.parametrize("shown", ["rerunfailures"], indirect=True)
def test_what_is_run_again_is_counted_once(shown):
    assert shown.run.counts == {"failed": 1, "passed": 3, "error": 1, "rerun": 3, "todo": 2}
