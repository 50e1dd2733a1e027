"""What only talks starts at once: torch takes seconds to import, and stays out of it."""

import subprocess
import sys

import pytest

from katas._dojo.curriculum import ROOT, kata_named

BROADCASTING = kata_named("broadcasting")
RUN = """
import sys, pytest
pytest.main(sys.argv[1:])
print("imported:", *{"torch", "torchvision", "hypothesis"}.intersection(sys.modules))
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
    assert heavy_imports("tests/test_start.py", "--co") == {"hypothesis"}


@pytest.mark.parametrize(
    "arguments", [["--map"], ["--hint"], ["--reset", "all"], ["--undo-reset", "all"]]
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


def test_chapter_5_does_without_torchvision():
    assert heavy_imports("katas/ch05_mechanics", "--solutions", "--co", "-q") == {
        "torch",
        "hypothesis",
    }
