"""A process that has torch and the specs loaded, and forks for each submission.

Who asks connects to it, hands in the katas, and waits for what has become of each rule.  Whatever
a submission does, it does in a fork of its own.  When whoever started the server is gone, so is it.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import hashlib
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import asdict
from multiprocessing.connection import Client, Connection
from pathlib import Path
from typing import Any

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT
from katas._dojo.grading import limits
from katas._dojo.grading.grade import Grader, Points
from katas._dojo.judging.failures import describe
from katas._dojo.system.imports import LATE_IMPORTS, import_quietly
from katas._dojo.system.process import adopt_orphans, end_with_parent, receive, send
from katas._dojo.writing.cifar10 import drawn

RAN = ("kata", "test", "status", "message", "output")  # what is told of a rule
SCREEN, SOCKET = "screen.txt", "socket"
NEEDED = (*limits.KEPT, "HOME", "PYTHONPATH", "VIRTUAL_ENV")  # to start Python and torch
OPTIONS = ["-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin", "-p", "xdist.plugin", "-q"]
LATE = (*LATE_IMPORTS, "katas._dojo.judging.relations.relation")
IDLE = 600  # seconds, and a server that nobody asks ends


KATAS = {str(kata): kata for kata in CURRICULUM}


class NotGradedError(Exception):
    """Nothing can be said of a submission, through no fault of its own."""


class Server:
    """The server, from outside: any number of threads may ask it at once."""

    def __init__(self, setup: str):
        self.folder = Path(tempfile.mkdtemp(prefix="torch-katas-"))
        (self.folder / "katas").mkdir()  # a tree in which nothing is begun or unbegun
        katas, options, *_ = json.loads(setup)
        specs = [str(kata.spec) for kata in CURRICULUM if str(kata) in katas]
        asked = ["--collect-only", "--katas-in", str(self.folder), "--grade-desk", setup]
        environment = {name: os.environ[name] for name in NEEDED if name in os.environ}
        with (self.folder / SCREEN).open("w") as screen:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "pytest", *specs, *asked, *OPTIONS, *options],
                cwd=ROOT,
                env=environment | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
                stdin=subprocess.PIPE,  # which ends when this process does
                stdout=screen,
                stderr=screen,
                start_new_session=True,  # Control-C is for whoever started it
            )
        while not (self.folder / SOCKET).exists():
            time.sleep(0.05)
            if self.process.poll() is not None:
                said = (self.folder / SCREEN).read_text(errors="replace").split("\n\n")
                self.close()
                raise NotGradedError(f"grading cannot begin: {said[-1].strip()}")

    def grade(self, files: dict[str, str]) -> dict[str, Any]:
        try:
            with Client(str(self.folder / SOCKET), "AF_UNIX") as connection:
                send(connection, files)
                return receive(connection)
        except (OSError, EOFError) as error:
            raise NotGradedError(f"its process was lost: {describe(error)}") from None

    def close(self) -> None:
        self.process.stdin.close()
        self.process.kill()  # it may still be collecting; what it forked ends with it
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Servers:
    """One server for each setup, from when it is first asked for until all are closed."""

    def __init__(self):
        self.running: dict[str, Server] = {}
        self.lock = threading.Lock()
        self.closed = False

    def grade(self, setup: str, files: dict[str, str]) -> dict[str, Any]:
        """What becomes of ``files``; asked twice, if a server was killed that had no part in it."""
        try:
            return self._server(setup).grade(files)
        except NotGradedError:
            return self._server(setup).grade(files)

    def close(self) -> None:
        with self.lock:
            self.closed = True
            while self.running:
                self.running.popitem()[1].close()

    def _server(self, setup: str) -> Server:
        with self.lock:
            if self.closed:
                raise NotGradedError("the run is over")
            if setup in self.running and self.running[setup].process.poll() is not None:
                self.running.pop(setup).close()
            if setup not in self.running:
                self.running[setup] = Server(setup)
            return self.running[setup]


@functools.cache
def here() -> Servers:
    """Those of a process that works for others, as long as it lives."""
    return Servers()


def setup_for(katas: list[str], options: list[str], root: Path, held: limits.Limits) -> str:
    """What a server is to be ready for, in a word."""
    return json.dumps([katas, options, str(root), asdict(held), digest_of_specs(katas)])


def digest_of_specs(katas: Iterable[str]) -> str:
    specs = [hashlib.sha256(KATAS[it].spec.read_bytes()).hexdigest() for it in katas]
    return hashlib.sha256("".join(specs).encode()).hexdigest()


class Desk:
    """The server, from inside."""

    def __init__(self, folder: Path, setup: str):
        katas, self.options, root, held, digest = json.loads(setup)
        if digest != digest_of_specs(katas):
            raise pytest.UsageError("this machine has another version of the suite")
        self.folder, self.root, self.limits = folder, Path(root), limits.Limits(**held)
        self.walls = limits.walls_here(folder)

    def pytest_collection_finish(self, session):
        """Have at hand all that submissions need: walled off, they cannot draw images."""
        import torch

        torch.set_num_threads(1)
        for name in LATE:
            import_quietly(name)
        if any("cifar10_root" in item.fixturenames for item in session.items):
            drawn(session.config)

    def serve(self) -> None:
        """Until whoever has started this process is gone, or nobody asks any more."""
        door = socket.socket(socket.AF_UNIX)
        door.bind(str(self.folder / f"{SOCKET}.new"))
        door.listen(128)
        os.rename(self.folder / f"{SOCKET}.new", self.folder / SOCKET)  # who finds it can come in
        while (ready := select.select([door, 0], [], [], IDLE)[0]) and 0 not in ready:
            connection = Connection(door.accept()[0].detach())
            if os.fork() == 0:
                try:
                    self._attend(connection)
                finally:
                    os._exit(0)
            connection.close()
            with contextlib.suppress(ChildProcessError):  # of those that have ended by now
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
        shutil.rmtree(self.folder, ignore_errors=True)

    def _attend(self, connection: Connection) -> None:
        """In a fork: have one submission graded by another fork, and see to it that it ends."""
        end_with_parent()
        adopt_orphans()
        files, began = receive(connection), time.monotonic()
        walled = self.walls == limits.ALL  # then nothing of what lies there is seen from inside
        folder = self.folder if walled else Path(tempfile.mkdtemp(dir=self.folder))
        limits.wall_off(folder, self.limits, self.walls)
        rows = os.memfd_create("rows")  # for which there is always room
        if (pid := os.fork()) == 0:
            try:
                connection.close()
                limits.hold(folder, self.limits, self.walls)
                self._judge(folder, files, rows)
            finally:
                os._exit(0)
        told = {"reason": limits.wait(pid, self.limits, self.walls), "rows": None}
        try:
            found = json.loads(os.pread(rows, os.fstat(rows).st_size, 0))
            told["rows"] = [[str(it[name]) for name in RAN] for it in found]
        except (ValueError, TypeError, LookupError):  # it may have been written by anybody
            told["reason"] = told["reason"] or "it has ended the process that judges it"
        told |= {"seconds": round(time.monotonic() - began, 2), "walls": self.walls}
        send(connection, told)
        if not walled:
            shutil.rmtree(folder, ignore_errors=True)

    def _judge(self, folder: Path, files: dict[str, str], rows: int) -> None:
        """In the fork that is held: pytest as from the command line, on what was handed in."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        gc.freeze()  # a collection that looked at all that is shared would have it copied
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        judge = os.getpid()

        def forget():  # what a kata's own process has no business with
            if os.getppid() == judge:
                os.closerange(rows, rows + 1)

        os.register_at_fork(after_in_child=forget)
        for kata, content in files.items():
            path = folder / "katas" / f"{kata}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("latin-1"))
        asked = ["--katas-in", str(folder), *OPTIONS, *self.options]
        clerk = Clerk(rows, self.root)
        pytest.main([*(str(KATAS[kata].spec) for kata in files), *asked], plugins=[clerk])


class Clerk:
    """Writes down what has become of each rule."""

    def __init__(self, file: int, root: Path):
        self.file, self.root = file, root

    def pytest_configure(self, config):
        self.grader = Grader(config, Points(self.root))
        config.pluginmanager.register(self.grader, "kata-grader")

    def pytest_unconfigure(self):
        rows = json.dumps([{**vars(it), "kata": str(it.kata)} for it in self.grader.rows()])
        os.truncate(self.file, 0)
        os.pwrite(self.file, rows.encode(), 0)
