"""Another system's Python, as far as this one can be taken for it: ``pytest -p other_system``.

``TORCH_KATAS_SYSTEM`` names it, "win32" or "darwin".  What that system lacks is gone before any
module of the suite is imported; torch and pytest stay as they are.  Every pytest that this one
starts is taken for the same.
"""

import asyncio  # noqa: F401  which looks at the real system now, as do those below
import ctypes
import importlib
import multiprocessing
import os
import re
import select
import subprocess
import sys
from types import ModuleType

import matplotlib.figure  # noqa: F401
import pytest
import torch.utils.data  # noqa: F401

SYSTEM = "TORCH_KATAS_SYSTEM"
# What only POSIX has: modules, and names in others.
MODULES = ["fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"]
NAMES = {
    "os": """chown fork forkpty getegid geteuid getgid getgroups getloadavg getpgid getpgrp getsid
        getuid killpg mkfifo nice openpty posix_spawn register_at_fork sched_getaffinity setgid
        setpgid setpgrp setsid setuid statvfs sysconf tcgetpgrp tcsetpgrp ttyname uname wait wait3
        wait4 WNOHANG""",
    "signal": """alarm pause pthread_kill setitimer sigwait SIGALRM SIGBUS SIGCHLD
        SIGCONT SIGHUP SIGKILL SIGPIPE SIGQUIT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGUSR1 SIGUSR2""",
    "faulthandler": "register unregister",
    "select": "epoll poll",
}
ONLY_POSIX = {f"{module}.{name}" for module, names in NAMES.items() for name in names.split()}
# What a terminal sends, and what Windows makes of it: "s" is half of Control-Left.
ARROWS = {b"\x1b[A": "\xe0H", b"\x1b[B": "\xe0P", b"\x1b[1;5D": "\xe0s"}


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests():
    sys.platform = os.environ[SYSTEM]
    sys.addaudithook(_without_proc)
    multiprocessing.set_start_method("spawn", force=True)
    os.environ["PYTEST_ADDOPTS"] = f"{os.environ.get('PYTEST_ADDOPTS', '')} -p {__name__}"
    if sys.platform == "win32":
        _become_windows()


def _become_windows() -> None:
    sys.modules["msvcrt"] = _keys()
    for name in MODULES:
        sys.modules[name] = None  # to import it is an ImportError
    for name in ONLY_POSIX:
        module, _, name = name.partition(".")
        delattr(importlib.import_module(module), name)
    subprocess.CREATE_NEW_PROCESS_GROUP = 0
    subprocess.Popen.kill = lambda process: process.send_signal(9)
    ctypes.CDLL = _Library


class _Library(ctypes.CDLL):
    def __init__(self, name, *args, **kwargs):
        if name is None:
            raise TypeError("Windows has no library of this name")
        super().__init__(name, *args, **kwargs)


def _without_proc(event, arguments):
    if event in ("open", "os.listdir") and str(arguments[0]).startswith("/proc"):
        raise FileNotFoundError(arguments[0])


def _keys() -> ModuleType:
    """A module msvcrt, over the terminal on stdin."""
    import termios
    import tty

    keys, waiting = ModuleType("msvcrt"), []

    def kbhit():
        tty.setcbreak(0, termios.TCSANOW)
        while select.select([0], [], [], 0)[0]:
            for typed in re.findall(rb"\x1b\[[0-9;]*\w|.", os.read(0, 64), re.DOTALL):
                waiting.extend(ARROWS.get(typed, typed.decode()))
        return bool(waiting)

    keys.kbhit, keys.getwch = kbhit, lambda: waiting.pop(0)
    return keys
