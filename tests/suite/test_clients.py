"""Programs that show a run of pytest in their own way: each shows a kata as it is.

Four katas stand side by side: one is right, one is wrong in a known way, one is not begun,
and one cannot be imported.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.system.process import FORKS
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
from katas._dojo.writing.mistakes import instead_of

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
NAMES = {kata: [f"test_{number}_of_{kata.stem}" for number in ("one", "two")] for kata in KATAS}

# Chapter, kata and rule, and the learner's line: the function, or what is to be written there.
LINES = {RIGHT: (1, 5), WRONG: (1, 5), TODO: (2, 6), BROKEN: (1, 1)}
PLACES = {
    f"{kata.chapter}/test_{kata.stem}.py/{name}": f"katas/{kata}.py:{line}"
    for kata, lines in LINES.items()
    for name, line in zip(NAMES[kata], lines, strict=True)
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

# What is installed, by which names pytest knows it, and its modules: a run has none of them but
# what it asks for.
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
    tests = [
        (it["nodeid"], it["outcome"], it["call"].get("longrepr", "")) for it in report["tests"]
    ]
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
    assert shown.run.counts == {"failed": 1, "passed": 3, "error": 1, "rerun": 1, "todo": 2}


# It reads what VS Code's plugin does: which tests there are, how each ended, what it failed with.
STAND_IN = """
import json
import os
from pathlib import Path

import pytest

seen, told = [], {}


def pytest_collection_finish(session):
    for item in session.items:
        shown = item.parent.path.parts[-2:] + (item.name,)
        seen.append(["/".join(shown), f"{item.path}:{item.location[1] + 1}"])


def pytest_exception_interact(node, call, report):
    kind = "failure" if call.excinfo.typename == "AssertionError" else "error"
    told.setdefault(node.nodeid, [kind, report.longreprtext])


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_report_teststatus(report):
    if report.when == "call":
        kind = "failure" if report.failed else "success"
        told.setdefault(report.nodeid, [kind, report.longreprtext])
    return (yield)


def pytest_sessionfinish():
    Path(os.environ["TEST_RUN_PIPE"]).write_text(json.dumps([seen, told]))
"""
PLUGIN = "vscode_pytest"
VSCODE = "TORCH_KATAS_VSCODE"


@dataclass
class Editor:
    """An editor's plugin, in a pytest of ``learner``'s; what it sends is a file in ``folder``."""

    learner: Workshop
    folder: Path
    real: bool  # or a stand-in

    def run(self, *arguments: str) -> tuple[Run, str]:
        with pytest.MonkeyPatch.context() as patch:
            sent = self.folder / "sent"
            patch.setenv("TEST_RUN_PIPE", str(sent))
            sent.write_text("")
            patch.setattr(sys, "path", [str(self.folder), *sys.path])
            rootdir = f"--rootdir={self.learner.root}"
            run = self.learner.pytest(*OUT, "-p", PLUGIN, rootdir, *arguments)
            return run, sent.read_text("utf-8")

    def places(self, sent: str) -> dict[str, str]:
        """Where a click on each test of the panel leads, by what stands there in the tree."""
        if self.real:
            (payload,) = re.findall(r"^\{.*\}", sent, re.MULTILINE)
            found = _leaves(json.loads(payload)["params"]["tests"])
        else:
            found = json.loads(sent)[0]
        root = f"{self.learner.root}{os.sep}"
        return {shown.partition("katas/")[2] or shown: it.removeprefix(root) for shown, it in found}

    def outcomes(self, sent: str) -> dict[str, list[str]]:
        """How each test ended and what is told of it, by its name."""
        if not self.real:
            return {name.rpartition("::")[2]: told for name, told in json.loads(sent)[1].items()}
        payloads = re.findall(r"^\{.*?\}(?=content-length|\Z)", sent, re.MULTILINE)
        results = [json.loads(it)["params"]["result"] or {} for it in payloads]
        return {
            name.rpartition("::")[2]: [told["outcome"], told["message"] or ""]
            for result in results
            for name, told in result.items()
        }


def _leaves(node: dict, above: str = "") -> Iterator[tuple[str, str]]:
    shown = f"{above}{node['name']}"
    if node["type_"] == "test":
        yield shown, f"{node['path']}:{node['lineno']}"
    for child in node.get("children", []):
        yield from _leaves(child, f"{shown}/")


@pytest.fixture(scope="module", params=["a stand-in", "VS Code"])
def editor(request, learner, tmp_path_factory) -> Editor:
    if not FORKS:
        pytest.skip("only on Linux has each kata a process of its own")
    folder = tmp_path_factory.mktemp("editor")
    if request.param == "a stand-in":
        (folder / f"{PLUGIN}.py").write_text(STAND_IN)
        return Editor(learner, folder, real=False)
    if VSCODE not in os.environ:
        pytest.skip(f"{VSCODE} does not name the folder python_files of VS Code's extension")
    (folder / PLUGIN).symlink_to(Path(os.environ[VSCODE]) / PLUGIN)
    return Editor(learner, folder, real=True)


def test_an_editor_finds_every_test_also_of_a_kata_that_is_broken(editor):
    run, sent = editor.run("--collect-only", *(f"katas/{kata}.py" for kata in KATAS))
    assert run.status == 0, run.screen
    assert [name for names in NAMES.values() for name in names if name not in sent] == []
    assert "Error" not in sent
    assert editor.places(sent) == PLACES


def test_an_editor_shows_each_test_that_it_asks_for(editor):
    katas = editor.learner.root / "katas"
    run, sent = editor.run(*(f"{katas / str(it)}.py::{name}" for it in KATAS for name in NAMES[it]))
    assert run.status == 1, run.screen
    assert "INTERNALERROR" not in run.screen
    assert "Traceback" not in run.screen
    outcomes = editor.outcomes(sent)
    right, wrong, todo, broken = ([outcomes.pop(name) for name in NAMES[kata]] for kata in KATAS)
    assert outcomes == {}
    assert right == [["success", ""]] * 2
    assert wrong == [["failure", TOLD_OF_WRONG], ["success", ""]]
    assert {tuple(it) for it in todo} == {("failure", text) for text in TOLD_OF_TODO}
    assert [outcome for outcome, _ in broken] == ["failure", "failure"]
    assert broken[0][1].endswith(TOLD_OF_BROKEN)
    assert re.fullmatch(rf"waiting: .*katas/{BROKEN}\.py:1\b.*", broken[1][1])


USES_L1_LOSS = [
    "test_l1_is_the_mean_absolute_difference",
    "test_the_same_data_twice_cost_the_same",
    "test_the_first_loss_in_the_book",
    "test_a_loss_is_arithmetic",
]


def test_a_function_of_a_kata_stands_for_the_tests_that_use_it(workshop):
    run = workshop.pytest(*OUT, "katas/ch05_mechanics/losses.py::l1_loss", "-v")
    assert run.status == 1
    assert list(dict.fromkeys(re.findall(r"::(test_\w+)\S* TODO", run.screen))) == USES_L1_LOSS


def test_a_name_that_no_test_uses_is_refused_in_a_line(learner):
    run = learner.pytest(*OUT, f"katas/{RIGHT}.py::no_such_name")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    (line,) = run.screen.strip().splitlines()
    assert f"no test of {RIGHT} uses no_such_name" in line


def statuses(learner: Workshop) -> dict[str, str]:
    saved = json.loads((learner.root / ".katas" / "state.json").read_text("utf-8"))
    return {name: record["status"] for name, record in saved["records"].items()}


RECORDED = {str(RIGHT): "solved", str(WRONG): "partly", str(BROKEN): "broken"}


def test_a_run_without_other_plugins_is_recorded(learner):
    (learner.root / ".katas" / "state.json").unlink(missing_ok=True)
    run = learner.pytest(*(f"katas/{kata}.py" for kata in KATAS), "--disable-plugin-autoload")
    assert run.status == 1, run.screen
    assert "plugins: " not in run.screen
    assert TOLD_OF_WRONG in run.screen
    assert statuses(learner) == RECORDED


def test_a_run_with_another_root_is_recorded(learner, tmp_path):
    (learner.root / ".katas" / "state.json").unlink(missing_ok=True)
    run = run_of(learner, "--rootdir", str(tmp_path))
    assert run.status == 1, run.screen
    assert f"rootdir: {tmp_path}" in run.screen
    assert TOLD_OF_WRONG in run.screen
    assert statuses(learner) == RECORDED
