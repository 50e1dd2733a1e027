"""A run of pytest in a process of its own: followed from outside, and ended when it must be."""

from __future__ import annotations

import contextlib
import gc
import importlib.util
import io
import json
import linecache
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT
from katas._dojo.judging.failures import link, where_it_was
from katas._dojo.judging.spec import WATCHED
from katas._dojo.system.process import FORKS, cause_of_death, end_tree
from katas._dojo.system.signals import ON_ITS_OWN, ask_where, begin_group, end_group
from katas._dojo.watching.messenger import FAILURE, STEP, TOLD, TRACE

SCREEN = "screen.txt"
ONCE_LOADED = "Once it is there, a verdict takes half a second."


@dataclass
class Ending:
    """How a run ended.

    ``told`` is its last message; None if it ended without one, and then ``reason`` says why,
    ``step`` what it was doing, and ``place`` is the ``path:line`` of the learner's that ran.
    """

    told: dict | None
    screen: str
    reason: str = ""
    step: str = ""
    place: str = ""


class Run:
    """``pytest *arguments``, begun; ``poll`` until there is an ``Ending``, then ``close``.

    A forked process has at once what this one has imported; a spawned one has to begin anew.
    """

    def __init__(self, arguments: list[str], *, deadline: float, fork: bool):
        # A run that has a process for its kata holds the deadline, and this one is for its own end.
        self.deadline = 3 * deadline + 10 if FORKS else deadline
        self.folder = Path(tempfile.mkdtemp(prefix="torch-katas-"))
        for name in (TOLD, TRACE, SCREEN):
            (self.folder / name).touch()
        _forget_compiled_katas()
        begin = self._fork if fork else self._spawn
        self.process, self.exitcode, self.wait = begin(arguments)
        self.messages = (self.folder / TOLD).open(encoding="utf-8")
        self.screen = (self.folder / SCREEN).open(encoding="utf-8", errors="replace")
        self.unread = self.step = ""
        self.since: float | None = None  # when it told of its step; before, no kata can run
        self.failure: dict | None = None  # the first, as soon as it is known
        self.told: dict | None = None

    def poll(self) -> Ending | None:
        """How the run ended; None while it goes on."""
        exitcode = self.exitcode()  # asked first: all that it told is there by then
        self._listen()
        if self.told:
            return self._ending()
        if exitcode is not None:
            return self._ending(cause_of_death(exitcode))
        if self.since and time.monotonic() - self.since > self.deadline:
            ask_where(self.process.pid, self._trace)
            return self._ending(f"it had not come to an end after {self.deadline:g} s")
        return None

    def printed(self) -> str:
        """What has come onto its screen since it was asked last."""
        return self.screen.read()

    def close(self) -> None:
        """End the process and whatever it has started; nothing of them stays."""
        if self.exitcode() is None:
            end_tree(self.process.pid)
        end_group(self.process.pid)
        self.process.kill()
        self.wait()
        self.messages.close()
        self.screen.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _fork(self, arguments: list[str]):
        context = multiprocessing.get_context("fork")
        process = context.Process(target=_pytest, args=(arguments, self.folder))
        with warnings.catch_warnings():
            # Python warns of this process's threads; the new one waits for none of them.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        return process, lambda: process.exitcode, process.join

    def _spawn(self, arguments: list[str]):
        with (self.folder / SCREEN).open("w", encoding="utf-8") as screen:
            process = subprocess.Popen(
                [sys.executable, "-m", "pytest", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=screen,
                stderr=screen,
                env={
                    **os.environ,
                    WATCHED: str(self.folder),
                    "PYTHONUTF8": "1",
                    "PYTHONUNBUFFERED": "1",
                },
                **ON_ITS_OWN,
            )
        return process, process.poll, process.wait

    def _listen(self) -> None:
        *lines, self.unread = (self.unread + self.messages.read()).split("\n")
        for kind, message in map(json.loads, lines):
            if kind == STEP:
                self.step, self.since = message, time.monotonic()
            elif kind == FAILURE:
                self.failure = message
            else:
                self.told = message

    def _ending(self, reason: str = "") -> Ending:
        screen = (self.folder / SCREEN).read_text("utf-8", errors="replace")
        return Ending(self.told, screen, reason, self.step, self._place() if reason else "")

    def _place(self) -> str:
        """The innermost line of a kata in the stack that the process has written."""
        place = where_it_was(CURRICULUM, self._trace())
        return link(place) if place else ""

    def _trace(self) -> str:
        return (self.folder / TRACE).read_text("utf-8", errors="replace")


def load_torch() -> None:
    """Have torch in this process, so that a run forked from it has it at once."""
    # Asked otherwise whether there is a GPU, CUDA cannot be used in a process forked later.
    os.environ["PYTORCH_NVML_BASED_CUDA_CHECK"] = "1"
    import torch

    torch.set_num_threads(1)  # a pool of threads does not survive a fork


def source_line(place: str) -> str:
    """The text of the line ``path:line``."""
    path, _, line = place.rpartition(":")
    linecache.checkcache()
    return linecache.getline(str(ROOT / path), int(line)).strip()


def _pytest(arguments: list[str], folder: Path) -> None:
    """In the forked process: pytest as from the command line, its screen a file."""
    begin_group()
    gc.freeze()  # a collection that looked at all that is shared would have it copied
    with (folder / SCREEN).open("wb") as screen:
        for number in (1, 2):
            os.dup2(screen.fileno(), number)
    sys.stdout, sys.stderr = map(_unbuffered, (1, 2))
    os.environ[WATCHED] = str(folder)
    sys.exit(pytest.main(arguments))


def _unbuffered(number: int) -> io.TextIOWrapper:
    file = os.fdopen(number, "wb", buffering=0, closefd=False)
    return io.TextIOWrapper(file, "utf-8", errors="replace", write_through=True)


def _forget_compiled_katas() -> None:
    """Python takes two files of one size, saved within one second, for the same."""
    folders = {Path(importlib.util.cache_from_source(kata.stub)).parent for kata in CURRICULUM}
    for folder in folders:
        for compiled in folder.glob("*.pyc"):
            with contextlib.suppress(OSError):
                compiled.unlink()
