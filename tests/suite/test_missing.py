"""A kata for which something is not installed is neither solved nor failed: its needs are told."""

import importlib.util
import json
import re
import shutil
import sys
import tomllib

import pytest

from katas._dojo.curriculum import CURRICULUM, GROUPS, ROOT, Kata
from katas._dojo.showing import state
from katas._dojo.watching.run import Ending
from katas._dojo.watching.verdict import verdict
from tests.suite.test_submissions import foldered

ONNX, PROFILE = Kata("ch15_production", "onnx_agreement"), Kata("ch15_production", "profile")
SAID = "it needs onnx: uv sync --group onnx, or pip install --group onnx"
RULES = 7


@pytest.fixture(autouse=True)
def without_onnxruntime(monkeypatch):
    """Here, and in what is forked from here."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)


@pytest.mark.parametrize("source", ["stub", "solved", "def broken(:\n"])
@pytest.mark.parametrize("option", ["-v", "--solutions"])
def test_its_rules_are_skipped_whatever_the_file_holds(workshop, source, option):
    if source == "solved":
        workshop.solve(ONNX)
    elif source != "stub":
        workshop.answer(ONNX, source)
    run = workshop.pytest(f"katas/{ONNX}.py", "-rs", option)
    assert run.counts == {"skipped": RULES}
    assert (run.status, run.lines[-2:]) == (0, [f"{ONNX} is skipped: {SAID}", "0 of 1 katas"])
    assert f"SKIPPED [1] katas/{ONNX.chapter}/test_{ONNX.stem}.py" in run.screen


def test_what_there_is_to_do_is_told_first(workshop):
    run = workshop.pytest(f"katas/{ONNX}.py", f"katas/{PROFILE}.py")
    assert run.lines[-3] == f"0 of 2 katas · next: {PROFILE}"


def test_the_map_says_why(workshop):
    run = workshop.pytest("--map")
    todo = sum(kata.chapter == ONNX.chapter for kata in CURRICULUM) - 1
    assert f"\n{ONNX.chapter}" in run.screen
    assert f" {todo} todo, 1 skipped\n" in run.screen
    assert run.lines[-2] == f"skipped: {SAID}"
    assert re.search(rf" {ONNX.stem} +skipped\b", workshop.pytest("--map", "-v").screen)


@pytest.mark.parametrize(("status", "shown"), [("solved", "solved"), ("partly", "skipped")])
def test_only_what_was_solved_where_it_could_run_stays_so(status, shown):
    record = state.Record(state.digest(ONNX), status, 1, RULES)
    stands = state.standing(ONNX, state.State({str(ONNX): record}))
    assert (stands.status, stands.settled) == (shown, True)


def test_a_grade_does_not_count_it(workshop):
    workshop.solve(PROFILE)
    workshop.pytest(f"katas/{ONNX}.py", f"katas/{PROFILE}.py", "--grade", "grade.json")
    grade = json.loads((workshop.root / "grade.json").read_text())
    assert (grade["points"], grade["max_points"], grade["status"]) == (1, 1, "pass")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing can hold a submission")
def test_a_course_does_not_count_it(workshop):
    from tests.suite.test_course import become_grader

    answer = PROFILE.solution.read_bytes()
    foldered(workshop.root / "course" / "alice", {f"katas/{PROFILE}.py": answer})
    foldered(workshop.root / "course" / "bob", {f"katas/{ONNX}.py": b"x = 1\n"})
    asked = [f"katas/{ONNX}.py", f"katas/{PROFILE}.py", "--grade-submissions", "course"]
    run = workshop.pytest(*asked, "--out", "results", become=become_grader)
    assert f"{ONNX} is left out: {SAID}" in run.lines
    results = [workshop.root / "results" / f"{name}.json" for name in ("alice", "bob")]
    found = [json.loads(it.read_text()) for it in results]
    assert [(it["points"], it["max_points"]) for it in found] == [(1, 1), (0, 1)]


def test_a_watch_and_a_notebook_say_why():
    shown = verdict(ONNX, Ending(None, ""))
    assert [text for text, _ in shown.lines] == [f"{ONNX} · skipped\n", SAID]
    assert (shown.solved, shown.failed) == (False, False)


def test_the_page_says_why(workshop):
    workshop.pytest(f"katas/{ONNX}.py", "--report", "me.html")
    page = (workshop.root / "me.html").read_text("utf-8")
    assert SAID in page
    assert '<li class="skipped"><a href="#ch15_production/onnx_agreement">' in page


def test_what_is_asked_of_every_kata_is_not_asked_of_it(workshop):
    shutil.copytree(ROOT / "tests", workshop.root / "tests")
    names = ("catalogue", "layout", "mutants")
    files = [f"tests/test_{name}.py" for name in names]
    run = workshop.pytest(*files, "--solutions", "--mutants", "-k", ONNX.stem, "-rs")
    assert run.counts.keys() <= {"passed", "skipped", "deselected"}
    assert run.counts["skipped"] == 6
    assert SAID in run.screen


def test_what_is_needed_is_a_group_of_pyproject(monkeypatch):
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    for kata, (group, modules) in GROUPS.items():
        assert kata in map(str, CURRICULUM)
        assert [re.match(r"[\w.-]+", it)[0] for it in groups[group]] == list(modules)
    monkeypatch.delitem(sys.modules, "onnxruntime")
    assert (ONNX.missing == "") == all(map(importlib.util.find_spec, modules))
