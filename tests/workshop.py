"""A learner's copy of the project: write answers into it, run pytest in it, read the screen."""

from __future__ import annotations

import atexit
import functools
import gc
import importlib
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TextIO

import pytest

from katas._dojo.curriculum import ROOT, Kata
from katas._dojo.reading import is_stub
from katas._dojo.system.imports import LATE_IMPORTS, import_quietly
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
        _copy(_pattern(tuple(katas)).root, root)

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

    def pytest(self, *arguments: str, become: Callable[..., NoReturn] | None = None) -> Run:
        """Run pytest as a learner would, in a process of its own.

        Where the system can fork, the child inherits what it would have to import, as torch.
        """
        if sys.platform != "linux":
            done = _begun_anew(self.root, arguments, stderr=subprocess.STDOUT)
            return Run(done.returncode, done.stdout)
        screen = self.root / "screen.txt"
        with screen.open("w") as file:
            status = forked(become or become_pytest, self.root, arguments, file, file)
        return Run(status, screen.read_text("utf-8"))

    def _stub(self, kata: Kata) -> Path:
        return self.root / kata.stub.relative_to(ROOT)


class _Pattern(Workshop):
    """The workshop that all others are copies of, with what Python compiles of the suite."""

    def __init__(self, root: Path, katas: Iterable[Kata]):
        self.root = root
        for name in ("katas", "solutions"):
            shutil.copytree(ROOT / name, root / name, ignore=_not_copied)
        for name in ("conftest.py", "pyproject.toml"):
            shutil.copy(ROOT / name, root / name)
        for kata in katas:
            self.answer(kata, stub_source(kata))
        self.pytest("--map", become=_become_compiling_pytest)
        (root / "screen.txt").unlink(missing_ok=True)


@functools.cache
def _pattern(katas: tuple[Kata, ...]) -> _Pattern:
    folder = tempfile.TemporaryDirectory(prefix="workshop-")
    atexit.register(folder.cleanup)
    return _Pattern(Path(folder.name), katas)


def _copy(source: Path, target: Path) -> None:
    """Copy all that is in ``source``: where there is cp, in a quarter of Python's time."""
    if sys.platform == "win32":
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        subprocess.run(["cp", "-pR", f"{source}/.", target], check=True)


def _not_copied(folder: str, names: list[str]) -> list[str]:
    """What Python has compiled, but for the suite itself, which every run would compile anew."""
    return [] if "_dojo" in Path(folder).parts else ["__pycache__"]


def run_pytest(
    root: Path, *arguments: str, become: Callable[..., NoReturn] | None = None
) -> subprocess.CompletedProcess:
    """Run it as Workshop.pytest does, in any folder, with stdout and stderr apart."""
    if sys.platform != "linux":
        return _begun_anew(root, arguments, stderr=subprocess.PIPE)
    with tempfile.TemporaryFile("w+") as stdout, tempfile.TemporaryFile("w+") as stderr:
        status = forked(become or become_pytest, root, arguments, stdout, stderr)
        said = [it.seek(0) or it.read() for it in (stdout, stderr)]
    return subprocess.CompletedProcess(arguments, status, *said)


def _begun_anew(root: Path, arguments: Sequence[str], stderr: int) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=root,
        env=_without_pytests(os.environ) | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
        errors="replace",
    )


def forked(
    become: Callable[..., NoReturn],
    root: Path,
    arguments: Sequence[str],
    stdout: TextIO,
    stderr: TextIO,
) -> int:
    """The exit status of a copy of this process, from what it becomes in ``root``."""
    import_ahead()
    with warnings.catch_warnings():
        # Python 3.12 warns of the parent's threads; the child starts none and waits for none.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        with stdout, stderr:
            os.dup2(stdout.fileno(), 1)
            os.dup2(stderr.fileno(), 2)
        become(root, list(arguments))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def import_ahead() -> None:
    """Import what nearly every run needs, before it is forked from this process."""
    import torch  # noqa: F401

    for name in LATE_IMPORTS:
        import_quietly(name)


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
    status = 70
    try:
        _forget()
        ours = (str(ROOT), str(ROOT / "solutions"))
        sys.path[:] = [path for path in sys.path if path not in ours]
        _enter(root)
        if "-n" in arguments:
            _fork_workers()
        status = int(pytest.main(arguments))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _become_compiling_pytest(root: Path, arguments: list[str]) -> NoReturn:
    sys.dont_write_bytecode = False
    become_pytest(root, arguments)


def become_python(root: Path, arguments: list[str]) -> NoReturn:
    """End this forked process as a Python that starts anew, and runs pytest in ``root``."""
    _enter(root)
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *arguments])


def _enter(root: Path) -> None:
    environment = _without_pytests(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(root)


def _forget() -> None:
    """Let this forked process be as one that has just begun, with all that was imported."""
    import torch

    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", closefd=False)
    gc.freeze()  # pytest collects garbage several times at its end; torch's heap is large
    torch.set_num_threads(1)  # the parent's thread pool does not survive a fork
    logging.root.handlers.clear()  # those of the pytest that tests
    # A shell that runs us in the background has us ignore Control-C, and so would this.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in list(sys.modules):
        if name.partition(".")[0] in ("conftest", "katas", "solutions", "tests"):
            del sys.modules[name]


def _fork_workers() -> None:
    """Let xdist's workers be forked from this process: each would import torch for itself."""
    from execnet import gateway_base, gateway_io

    def start(io, command, execmodel):
        io.popen = _ForkedPython()
        gateway_base.Popen2IO.__init__(io, io.popen.stdin, io.popen.stdout, execmodel=execmodel)

    gateway_io.Popen2IOMaster.__init__ = start


class _ForkedPython:
    """What execnet needs of a process: a Python that runs the line which it is sent."""

    def __init__(self):
        (reads, to_child), (from_child, writes) = os.pipe(), os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            try:
                os.dup2(reads, 0)
                os.dup2(writes, 1)
                os.closerange(3, os.sysconf("SC_OPEN_MAX"))
                _forget()
                exec(eval(sys.stdin.readline()))
            finally:
                os._exit(0)
        os.close(reads)
        os.close(writes)
        self.stdin, self.stdout = os.fdopen(to_child, "wb"), os.fdopen(from_child, "rb")

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
