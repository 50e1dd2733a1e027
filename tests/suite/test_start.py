"""What only talks starts at once: torch takes seconds to import, and stays out of it."""

import subprocess
import sys

import pytest

from katas._dojo.curriculum import ROOT, kata_named
from katas._dojo.system.imports import LATE_IMPORTS
from tests.matrix import stub_source

BROADCASTING, ADAM = kata_named("broadcasting"), kata_named("adam")
HEAVY = {"torch", "torchvision", "hypothesis", *LATE_IMPORTS}
RUN = f"""
import sys, pytest
pytest.main(sys.argv[1:])
print("imported:", *{HEAVY}.intersection(sys.modules))
"""


def heavy_imports(*arguments: str, root=ROOT) -> set[str]:
    """Which of what takes long a run of pytest with ``arguments`` imports."""
    command = [sys.executable, "-c", RUN, *arguments]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_torch_is_not_imported_without_need(arguments):
    assert heavy_imports(*arguments) == set()


def test_the_suites_own_tests_import_what_they_need():
    assert heavy_imports("tests/suite/test_start.py", "--co") == {"hypothesis"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--map"],
        ["--hint"],
        ["--contracts"],
        ["--reset", "all"],
        ["--undo-reset", "all"],
        ["--update"],
    ],
)
def test_what_only_talks_imports_no_torch(workshop, arguments):
    assert heavy_imports(*arguments, root=workshop.root) == set()


@pytest.mark.parametrize("arguments", [["katas"], ["katas", "--co"]])
def test_what_is_not_begun_costs_nothing(workshop, arguments):
    assert heavy_imports(*arguments, root=workshop.root) == set()


def test_its_specification_can_be_read_at_once(workshop):
    """With -v the plugin of Hypothesis shows its settings, so these are there."""
    assert heavy_imports("katas", "-v", root=workshop.root) == {"hypothesis"}


def test_what_is_begun_costs_torch(workshop):
    workshop.solve(BROADCASTING)
    assert heavy_imports("katas", root=workshop.root) == {"torch", "hypothesis"}


def test_what_torch_imports_for_optimizers_is_imported_for_them_alone(workshop):
    workshop.solve(ADAM)
    assert heavy_imports(f"katas/{ADAM}.py", root=workshop.root) >= {"torch", *LATE_IMPORTS}


def test_what_a_lesson_forbids_is_watched_without_torchs_compiler():
    assert heavy_imports("katas/ch07_images/test_softmax.py", "--solutions", "-q") == {
        "torch",
        "hypothesis",
    }


def test_chapter_5_does_without_torchvision():
    assert heavy_imports("katas/ch05_mechanics", "--solutions", "--co", "-q") == {
        "torch",
        "hypothesis",
    }


@pytest.mark.parametrize(("options", "listens"), [([], False), (["--log-level", "INFO"], True)])
def test_pytest_listens_to_what_rules_log_only_if_asked(workshop, options, listens):
    spec = "import logging\n\n\ndef test_it():\n    print(logging.root.handlers)\n"
    workshop.plain_spec(BROADCASTING, spec)
    run = workshop.pytest(f"katas/{BROADCASTING}.py", "--solutions", "-rP", *options)
    assert ("LogCaptureHandler" in run.screen) == listens, run.screen
    assert run.counts == {"passed": 1}


def test_a_parameter_can_be_named_of_what_is_not_begun(workshop):
    test = f"katas/{BROADCASTING.chapter}/test_broadcasting.py::test_the_shapes_in_the_book"
    run = workshop.pytest(f"{test}[x*y]", "-v")
    assert run.counts == {"todo": 1}
    assert "test_the_shapes_in_the_book[x*y] TODO" in run.screen
    assert workshop.pytest(f"{test}[no such]").status == pytest.ExitCode.USAGE_ERROR
    assert workshop.pytest(test).counts == {"todo": 1}


def test_what_is_not_begun_can_be_chosen_by_name_and_by_mark(workshop):
    katas = f"katas/{BROADCASTING.chapter}"
    assert workshop.pytest(katas, "-k", "the_shapes_in_the_book").counts["todo"] == 1
    marked = workshop.pytest(katas, "-m", "only_the_stub_fails").counts
    assert 0 < marked["todo"] < marked["deselected"]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("import math\n", "test_the_shapes_in_the_book[x*y] TODO"),
        ("raise SystemExit\n", "SystemExit"),
    ],
    ids=["an import that fails", "an import", "a statement"],
)
def test_a_word_of_their_own_is_a_beginning(workshop, before, told):
    workshop.answer(BROADCASTING, before + stub_source(BROADCASTING))
    run = workshop.pytest(f"katas/{BROADCASTING}.py", "-v")
    assert told in run.screen


def test_a_comment_and_an_empty_line_are_none(workshop):
    words = '\n# itertools?\n"""Words."""\n'
    workshop.answer(BROADCASTING, stub_source(BROADCASTING) + words)
    assert heavy_imports(f"katas/{BROADCASTING}.py", root=workshop.root) == set()


@pytest.mark.parametrize("parallel", [[], ["-n", "1"]], ids=["alone", "workers"])
def test_last_failed_is_not_about_what_was_not_begun(workshop, parallel):
    """Once it is begun, its tests have other ids."""
    first = workshop.pytest("katas/ch05_mechanics", *parallel)
    assert first.counts["todo"] > 100
    workshop.make_mistake(BROADCASTING, "aligned_on_the_left")
    run = workshop.pytest(f"katas/{BROADCASTING}.py", "--lf", *parallel)
    assert run.counts["passed"] > 0
    again = workshop.pytest("katas/ch05_mechanics", "--lf", *parallel)
    assert again.counts["failed"] == run.counts["failed"] > 0
    assert again.counts.keys() <= {"failed", "deselected"}


def test_a_missing_solution_costs_a_run_and_nothing_else(workshop):
    (workshop.root / BROADCASTING.solution.relative_to(ROOT)).unlink()
    run = workshop.pytest(f"katas/{BROADCASTING}.py")
    assert run.counts.keys() - {"skipped", "deselected"} == {"todo"}


def test_what_is_begun_in_two_chapters_is_kept_apart_by_what_is_not(workshop):
    """What the first chapter has set up is torn down before the second, whatever is between."""
    for name in ("losses", "call_and_forward"):
        workshop.solve(kata_named(name))
    run = workshop.pytest("katas")
    assert run.counts.keys() <= {"passed", "todo", "skipped", "deselected"}
    assert run.lines[-3].startswith("2 of ")


@pytest.mark.parametrize("arguments", [[], ["--solutions"]], ids=["learner", "reference"])
def test_garbage_is_collected_while_a_kata_runs(workshop, arguments):
    """Not while specs are collected: all that there is then stays, and is searched in vain."""
    spec = "import gc\nOFF = not gc.isenabled()\n\n\ndef test_it():\n    assert gc.isenabled()\n"
    spec += "\n\ndef test_it_was_off():\n    assert OFF\n" if arguments else ""
    workshop.plain_spec(ADAM, spec)
    assert "failed" not in workshop.pytest(f"katas/{ADAM}.py", *arguments).counts


def test_the_end_neither_waits_for_garbage_nor_complains_of_it(workshop):
    """What torch compiles with is imported for optimizers, and takes all that is left for leaks."""
    end = 'lambda: print("kept", gc.get_freeze_count() > 0)'
    lines = [
        "import atexit, gc, torch._dynamo",
        f"atexit.register({end})",
        "def test_it():",
        "  pass",
    ]
    workshop.plain_spec(ADAM, "\n".join(lines))
    command = [sys.executable, "-m", "pytest", f"katas/{ADAM}.py", "--solutions"]
    run = subprocess.run(command, cwd=workshop.root, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "kept True"
    assert run.stderr == ""
