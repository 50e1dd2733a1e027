"""A learner's copy of the project: write answers into it, run pytest in it, read the screen."""

from __future__ import annotations

import gc
import importlib
import os
import re
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from katas._dojo.curriculum import ROOT, Kata
from katas._dojo.reading import is_stub
from katas._dojo.writing.mistakes import Edit
from tests.matrix import stub_source


@dataclass
class Run:
    """What a run of pytest left: its exit status and its screen."""

    status: int
    screen: str

    @property
    def lines(self) -> list[str]:
        return self.screen.splitlines()

    @property
    def counts(self) -> dict[str, int]:
        """The outcomes that pytest's own last line counts: {"passed": 3, "todo": 4}."""
        line = next(line for line in reversed(self.lines) if re.search(r" in \d+\.\d+s", line))
        return {outcome: int(n) for n, outcome in re.findall(r"(\d+) (\w+)(?=,| in )", line)}


class Workshop:
    def __init__(self, root: Path, katas: list[Kata]):
        self.root = root
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("katas", "solutions"):
            shutil.copytree(ROOT / name, root / name, ignore=ignored)
        for name in ("conftest.py", "pyproject.toml"):
            shutil.copy(ROOT / name, root / name)
        for kata in katas:
            self.answer(kata, stub_source(kata))

    def answer(self, kata: Kata, text: str) -> None:
        self._stub(kata).write_text(text, "utf-8")

    def solve(self, kata: Kata) -> None:
        self.answer(kata, kata.solution.read_text("utf-8"))

    def make_mistake(self, kata: Kata, *names: str) -> None:
        """Solve ``kata`` but for these known mistakes, as if the learner had made them."""
        self.answer(kata, mistaken(kata, *names))

    def plain_spec(self, kata: Kata, text: str) -> None:
        """Give ``kata`` a spec that takes no time, for tests of what surrounds a run.

        A kata that was not begun is solved, or the spec would only be read.
        """
        if is_stub(self._stub(kata).read_bytes()):
            self.solve(kata)
        spec = self.root / kata.spec.relative_to(ROOT)
        spec.write_text(text, "utf-8")

    def pytest(self, *arguments: str) -> Run:
        """Run pytest as a learner would, in a process of its own.

        Where the system can fork, the child inherits torch instead of importing it again.
        """
        if sys.platform != "linux":
            command = [sys.executable, "-m", "pytest", *arguments]
            done = subprocess.run(
                command,
                cwd=self.root,
                env=_without_pytests(os.environ) | {"PYTHONUTF8": "1"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
            return Run(done.returncode, done.stdout)
        import torch  # noqa: F401

        screen = self.root / "screen.txt"
        with warnings.catch_warnings():
            # Python 3.12 warns of the parent's threads; the child starts none and waits for none.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            with screen.open("w") as file:
                os.dup2(file.fileno(), 1)
                os.dup2(file.fileno(), 2)
            become_pytest(self.root, list(arguments))
        _, status = os.waitpid(child, 0)
        return Run(os.waitstatus_to_exitcode(status), screen.read_text("utf-8"))

    def _stub(self, kata: Kata) -> Path:
        return self.root / kata.stub.relative_to(ROOT)


def mistaken(kata: Kata, *names: str) -> str:
    """The solution of ``kata`` but for these known mistakes.

    What stands in for a name may build on the solution: the file runs itself once more, so that
    this is not the mistake.
    """
    catalogue = importlib.import_module(f"solutions.mistakes.{kata.chapter}.{kata.stem}")
    chosen = {name: it for name, it in vars(catalogue).items() if name in names}
    edits = [it for it in chosen.values() if isinstance(it, Edit)]
    changes = {old: new for it in edits for old, new in it.changes.items()}
    solution = Edit("", changes).applied_to(kata.solution.read_text("utf-8"))
    names = [name for name, it in chosen.items() if not isinstance(it, Edit)]
    if not names:
        return solution
    adopt = [
        "if 'solved' not in globals():",
        "    solved = {'__name__': __name__, 'solved': True}",
        "    with open(__file__, encoding='utf-8') as file:",
        "        exec(compile(file.read(), __file__, 'exec'), solved)",
        *(f"    globals()[solved[{name!r}].instead_of] = solved[{name!r}]" for name in names),
    ]
    mistakes = kata.mistakes.read_text("utf-8")
    return "\n\n".join([solution, mistakes, "\n".join(adopt)])


def _without_pytests(environment: Mapping[str, str]) -> dict[str, str]:
    """What is set for the pytest that tests is not for the one that is tested."""
    kept = {name: it for name, it in environment.items() if not name.startswith("PYTEST_")}
    # These two act without being asked; who looks at one of them turns it on.
    return kept | {"PYTEST_ADDOPTS": "-p no:sugar -p no:rerunfailures"}


def become_pytest(root: Path, arguments: list[str]) -> NoReturn:
    """End this forked process as pytest in ``root``: it has torch, but has never seen a kata."""
    import torch

    status = 70
    try:
        sys.stdin = os.fdopen(0, closefd=False)
        sys.stdout = os.fdopen(1, "w", closefd=False)
        sys.stderr = os.fdopen(2, "w", closefd=False)
        gc.freeze()  # pytest collects garbage several times at its end; torch's heap is large
        torch.set_num_threads(1)  # the parent's thread pool does not survive a fork
        # A shell that runs us in the background has us ignore Control-C, and so would this.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for name in list(sys.modules):
            if name.partition(".")[0] in ("conftest", "katas", "solutions", "tests"):
                del sys.modules[name]
        ours = (str(ROOT), str(ROOT / "solutions"))
        sys.path[:] = [path for path in sys.path if path not in ours]
        environment = _without_pytests(os.environ)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(root)
        status = int(pytest.main(arguments))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
