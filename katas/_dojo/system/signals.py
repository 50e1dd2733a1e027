"""Signals, and processes in groups, as far as the system has them: Windows has little of either."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, TextIO

POLL = 0.02  # seconds between two looks at what a process has written
TIME_TO_ANSWER = 1.0  # seconds that a hung process has to say where it hangs
# For subprocess.Popen: what is pressed here, Control-C for one, is not for the new process.
ON_ITS_OWN: dict[str, Any] = (
    {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    if sys.platform == "win32"
    else {"start_new_session": True}
)
# From the keyboard, from who asks politely, and from a window that is closed.
TO_LEAVE = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def on_leaving(handler) -> None:
    for name in TO_LEAVE:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), handler)


def begin_group() -> None:
    """Make this process, which was forked, one that can be ended with all that it starts."""
    os.setsid()


def end_group(pid: int) -> None:
    """Kill what is still in the group that ``pid`` has begun, or was started with."""
    # No such group: it had no time to make one. No permission: all in it have ended.
    with contextlib.suppress(AttributeError, ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def tell_where(trace: TextIO) -> None:
    """Let this process write its stack into ``trace`` when it is asked where it is.

    It can do so even from within native code.
    """
    if hasattr(signal, "SIGUSR1"):
        faulthandler.register(signal.SIGUSR1, trace)


def tell_where_after(seconds: float, trace: TextIO) -> None:
    """The same without being asked, on a system where nobody can ask."""
    if not hasattr(signal, "SIGUSR1"):
        faulthandler.dump_traceback_later(seconds, file=trace)


def ask_where(pid: int, read: Callable[[], str]) -> None:
    """Have the process ``pid`` tell where it is; return once ``read`` has all of it."""
    if hasattr(signal, "SIGUSR1"):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGUSR1)
    give_up = time.monotonic() + TIME_TO_ANSWER
    seen = [""]  # it is written line by line: all of it is there once it grows no more
    while (not seen[-1] or len(set(seen[-5:])) > 1) and time.monotonic() < give_up:
        time.sleep(POLL)
        seen.append(read())
