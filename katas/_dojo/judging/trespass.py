"""What an answer may not do, however it is written: read the solution, split the run in two.

Python's audit events tell of it.  An answer that catches the exception is told all the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from katas._dojo.curriculum import ROOT
from katas._dojo.system import audit

SOLUTIONS = str(ROOT / "solutions") + os.sep
READ = (
    "Your code reads the solution, solutions/{path}: this kata counts once it is your own. "
    "When it is solved, s in --watch shows the two side by side."
)
FORKED = "os.fork() would run all tests twice from here on: start other processes by subprocess"
# Of Python's own, these fork and never come back to the test.
FORKING = tuple(str(Path(os.__file__).parent / name) for name in ("multiprocessing", "subprocess"))
PROCESSES = ("subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system")


class TrespassError(AssertionError):
    """Something that no answer may do."""


class Watchman:
    """``watching`` tells of what the code inside does; ``started`` whether it began a process."""

    def __init__(self):
        self.reading = False
        self.caught: str | None = None
        self.started = False

    @contextmanager
    def watching(self, *, reading: bool = True) -> Iterator[None]:
        """Raise TrespassError for what the code inside may not do, at once and at the end.

        ``reading`` is whether the solution is forbidden: known mistakes build on it.
        """
        self.caught, self.started, self.reading = None, False, reading
        with audit.listening(self._hear):
            yield
        if self.caught:
            raise TrespassError(self.caught)

    def _hear(self, event: str, arguments: tuple) -> None:
        if event == "open":
            if self.reading:
                self._read(arguments[0])
        elif event == "import":
            if self.reading and str(arguments[0]).partition(".")[0] == "solutions":
                self._catch(READ.format(path=str(arguments[0]).replace(".", "/")[10:]))
        elif event in PROCESSES:
            self.started = True
            if event.startswith("os.fork") and not _forked_by_python():
                self._catch(FORKED)

    def _read(self, path) -> None:
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if isinstance(path, str) and "solutions" in path:
            path = os.path.realpath(path)
            if path.startswith(SOLUTIONS):
                self._catch(READ.format(path=Path(path).relative_to(SOLUTIONS).as_posix()))

    def _catch(self, said: str) -> None:
        self.caught = self.caught or said
        raise TrespassError(said)


def _forked_by_python() -> bool:
    frame = sys._getframe()
    while frame and frame.f_code.co_filename in (__file__, audit.__file__):
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename.startswith(FORKING)
