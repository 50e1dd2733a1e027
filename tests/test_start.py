"""What only talks starts at once: torch takes seconds to import, and stays out of it."""

import subprocess
import sys

import pytest

from katas._dojo.curriculum import ROOT

RUN = """
import sys, pytest
pytest.main(sys.argv[1:])
print("imported:", *{"torch", "torchvision"}.intersection(sys.modules))
"""


def heavy_imports(*arguments: str, root=ROOT) -> set[str]:
    """Which of torch and torchvision a run of pytest with ``arguments`` imports."""
    command = [sys.executable, "-c", RUN, *arguments]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["tests/test_start.py", "--co"]])
def test_torch_is_not_imported_without_need(arguments):
    assert heavy_imports(*arguments) == set()


@pytest.mark.parametrize(
    "arguments", [["--map"], ["--hint"], ["--reset", "all"], ["--undo-reset", "all"]]
)
def test_what_only_talks_imports_no_torch(workshop, arguments):
    assert heavy_imports(*arguments, root=workshop.root) == set()


def test_chapter_5_does_without_torchvision():
    assert heavy_imports("katas/ch05_mechanics", "--co", "-q") == {"torch"}
