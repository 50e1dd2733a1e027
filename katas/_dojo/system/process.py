"""A forked process that works for this one: asked, followed from outside, ended when it must be.

It has at once all that this process has imported.  Whatever becomes of it, this process goes on:
it may die, hang, run something else in its place, or start processes of its own.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import gc
import json
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NoReturn

from katas._dojo.system.signals import TIME_TO_ANSWER, ask_where, tell_where

FORKS = sys.platform == "linux"  # elsewhere a fork of all that torch has started may hang
POLL = 0.02  # seconds between two looks at whether the process lives
LATE = "late"  # a message: what comes now has a deadline of its own
PAUSE = "pause"  # a message: a debugger waits for its user
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36  # from Linux's sys/prctl.h
# What Windows tells by an exit status, and POSIX by a signal.
CRASHES = {0xC0000005: "an access violation", 0xC00000FD: "a stack overflow"}
CRASHED = 70  # the exit status of a process that could not answer

_leave = os._exit  # as it is now: a run may replace it
_speaker: int | None = None  # in a process that was forked here, its own number


class EndedEarlyError(Exception):
    """The process has ended without an answer; ``trace`` holds its stack, if it could tell."""

    def __init__(self, reason: str, trace: str = "", *, late: bool = False):
        super().__init__(reason)
        self.reason = reason
        self.trace = trace
        self.late = late  # whether it is the deadline that ended it


class Process:
    """``serve(connection)``, in a process forked from this one."""

    def __init__(self, serve: Callable[[Connection], None]):
        self.trace = tempfile.TemporaryFile(  # noqa: SIM115  open as long as the process
            "w+", encoding="utf-8", errors="replace"
        )
        self.connection, theirs = multiprocessing.Pipe()
        self.others = _children(os.getpid())
        self.status: int | None = None
        self.debugged = False  # whether a debugger has the terminal, and no clock runs
        adopt_orphans()
        for stream in (sys.stdout, sys.stderr):  # or what waits in them is written twice
            with contextlib.suppress(Exception):
                stream.flush()
        with warnings.catch_warnings():
            # Python warns of this process's threads; the new one waits for none of them.
            warnings.simplefilter("ignore", DeprecationWarning)
            parent, self.pid = os.getpid(), os.fork()
        if self.pid == 0:
            self.connection.close()
            self._live(parent, serve, theirs)
        theirs.close()

    def ask(self, question: Any, seconds: float, told: Callable[[Any], None] | None = None) -> Any:
        """The answer to ``question``; ``told`` is handed what comes before it.

        Raises EndedEarlyError if there is none after ``seconds``, or ever: the process is gone.
        """
        answered = False
        try:
            send(self.connection, question)
            answer = self._answer(seconds, told)
            answered = True
            return answer
        except (EOFError, OSError):
            raise EndedEarlyError(self._cause_of_death(), self._stack()) from None
        except ValueError:
            raise EndedEarlyError("its process sent what nobody can read") from None
        finally:
            if self.debugged:
                self.debugged = False
                _pass_terminal(self.pid, os.getpgrp())
            if not answered:  # an answer that nobody waits for any more must not come later
                self.close()

    def _answer(self, seconds: float, told) -> Any:
        until = time.monotonic() + seconds
        while True:
            if not self._has_answered():
                if self._ended():
                    raise EOFError
                if time.monotonic() > until:
                    ask_where(self.pid, self._stack)
                    reason = f"it had not come to an end after {seconds:g} s"
                    raise EndedEarlyError(reason, self._stack(), late=True)
                continue
            kind, message = receive(self.connection)
            if kind == "answer":
                return message
            if kind == PAUSE:
                until, self.debugged = float("inf"), True
                _pass_terminal(os.getpgrp(), self.pid)
                # The system has stopped it if it asked for the terminal before it was given to it.
                os.kill(self.pid, signal.SIGCONT)
            else:
                until = time.monotonic() + seconds
                if told:
                    told(message)

    def _has_answered(self) -> bool:
        try:
            return self.connection.poll(POLL)
        except KeyboardInterrupt:
            if self.debugged:  # it is for the debugger, whose terminal it is now
                return False
            raise

    def close(self) -> None:
        """End the process and whatever it has started; nothing of them stays."""
        if not self._ended():
            end_tree(self.pid)
            self._wait()
        self.connection.close()
        # What it left when it died has come to this process.
        orphans = _children(os.getpid()) - self.others
        _end_all(lambda: [pid for it in orphans for pid in (it, *descendants(it)) if _runs(pid)])
        for orphan in orphans:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(orphan, os.WNOHANG)
        if not self.trace.closed:
            self.trace.close()

    def _ended(self) -> bool:
        if self.status is None:
            with contextlib.suppress(ChildProcessError):
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                self.status = status if pid else None
        return self.status is not None

    def _wait(self) -> None:
        with contextlib.suppress(ChildProcessError):
            _, self.status = os.waitpid(self.pid, 0)

    def _cause_of_death(self) -> str:
        """Why there is no answer; with a moment's patience, for what is just about to die."""
        give_up = time.monotonic() + TIME_TO_ANSWER
        while not self._ended() and time.monotonic() < give_up:
            time.sleep(POLL)
        if not self._ended():
            return "its process no longer listens: something else runs in its place"
        return cause_of_death(os.waitstatus_to_exitcode(self.status))

    def _stack(self) -> str:
        if self.trace.closed:
            return ""
        self.trace.seek(0)
        return self.trace.read()

    def _live(self, parent: int, serve, connection: Connection) -> NoReturn:
        """All that this process does from its beginning to its end."""
        global _speaker
        _speaker, status = os.getpid(), CRASHED
        try:
            end_with_parent()
            if os.getppid() != parent:
                _leave(CRASHED)
            os.setpgid(0, 0)  # what ends its whole group ends nobody else
            adopt_orphans()
            stay_in_this_process()
            gc.freeze()  # a collection that looked at all that is shared would have it copied
            _renew_torchs_threads()
            faulthandler.enable(self.trace)
            tell_where(self.trace)
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            serve(connection)
            status = 0
        finally:
            _leave(status)


def _renew_torchs_threads() -> None:
    """Whoever first uses torch's pool after a fork makes it anew; of two at once, one finds none.

    That ends Python, so it is done here, while there is one thread.
    """
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(torch.get_num_threads())


def _pass_terminal(owner: int, heir: int) -> None:
    """Let the processes of the group ``heir`` read the keyboard, if it is ``owner``'s now."""
    with contextlib.suppress(OSError, ValueError):
        terminal = os.open("/dev/tty", os.O_RDWR)
        try:
            if os.tcgetpgrp(terminal) == owner:
                before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)
                os.tcsetpgrp(terminal, heir)
                signal.signal(signal.SIGTTOU, before)
        finally:
            os.close(terminal)


def send(connection: Connection, message: Any) -> None:
    if _speaker not in (None, os.getpid()):  # a copy of the process, which nobody has asked
        _leave(0)
    connection.send_bytes(json.dumps(message).encode())


def receive(connection: Connection) -> Any:
    return json.loads(connection.recv_bytes())


def stay_in_this_process() -> Callable[[], None]:
    """Let ``os._exit`` be an exception here, though not in child processes; return the way back."""
    leave, here = os._exit, os.getpid()

    def stay(status):
        if os.getpid() != here:
            _leave(status)
        raise SystemExit(f"os._exit({status})")

    os._exit = stay
    return lambda: setattr(os, "_exit", leave)


def end_with_parent() -> None:
    """Have the system end this process if the one that would end it is killed itself."""
    if FORKS:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def cause_of_death(exitcode: int) -> str:
    if exitcode in CRASHES:
        return f"Python was ended by {CRASHES[exitcode]}"
    if exitcode >= 0:
        return f"Python was ended, with status {exitcode}, before the spec was through"
    number = -exitcode
    names = {it.value: it.name for it in signal.Signals}
    said = f"Python was ended by {names.get(number, number)} ({signal.strsignal(number)})"
    if number == getattr(signal, "SIGKILL", None):
        said += "; the system does that when memory runs out"
    return said


def lines_of(trace: str) -> Iterator[tuple[Path, int]]:
    """The lines on a stack that faulthandler has written, the innermost first."""
    for path, line in re.findall(r'File "(.+)", line (\d+) in ', trace):
        yield Path(path), int(line)


def command_of(pid: int) -> str:
    """What was called to start it, with its arguments; "" if it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text("utf-8", "replace").replace("\0", " ").strip()
    except OSError:
        return ""


def descendants(pid: int) -> list[int]:
    """The processes that ``pid`` and its children have started, as far as they still run."""
    children = _parents_to_children()
    found, to_visit = [], [pid]
    while to_visit:
        new = children.get(to_visit.pop(), [])
        found += new
        to_visit += new
    return found


def end_tree(pid: int) -> None:
    """Kill ``pid`` and all that descends from it, also what has left its group and session."""
    if not FORKS:
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGSTOP)  # so that it starts nothing more
    _end_all(lambda: descendants(pid))
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def end_descendants() -> None:
    """Kill all that descends from this process, also what has come to it as an orphan."""
    _end_all(lambda: descendants(os.getpid()))


def _end_all(running: Callable[[], list[int]]) -> None:
    """Kill until nothing runs: what is killed may just have started something."""
    while pids := running():
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.001)


def adopt_orphans() -> None:
    """Whoever loses their parent comes to this process, instead of getting lost."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _children(pid: int) -> set[int]:
    return set(_parents_to_children().get(pid, []))


def _runs(pid: int) -> bool:
    return pid in {child for children in _parents_to_children().values() for child in children}


def _parents_to_children() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                # The name of the program stands in brackets, and may hold any character.
                state, parent, *_ = file.read().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if state not in "ZX":
            found.setdefault(int(parent), []).append(int(name))
    return found
