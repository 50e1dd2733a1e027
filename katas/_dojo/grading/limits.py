"""What holds a submission while it is graded: its own folder, time, memory, and nothing else.

Where the system lets anybody have namespaces of their own, as Linux mostly does outside of
containers, there is no network either but a loopback of its own, no other process can be seen, and
all but the folder is read-only.  Elsewhere the limits are all there is.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import signal
import socket
import struct
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

try:
    import fcntl
    import resource
except ImportError:  # Windows, where nothing is graded, though its options are known
    fcntl = resource = None

from katas._dojo.system.process import descendants, end_descendants, end_tree, end_with_parent

SHARED_MEMORY = Path("/dev/shm")  # where the workers of a DataLoader meet
POLL, ROUND = 0.01, 0.1  # seconds between two looks at whether it has ended, at all it started
GRACE = 15  # seconds that it has to say what it knows when its time is over
KEPT = ("PATH", "LANG", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES")  # of the environment
ALL, NETWORK, NONE = "all", "network", "none"  # how much of the system is walled off

# From Linux's sched.h, mount.h, prctl.h, capability.h, sockios.h and if.h.
NEW_FILES, NEW_IPC, NEW_USER = 0x20000, 0x8000000, 0x10000000
NEW_PROCESSES, NEW_NETWORK = 0x20000000, 0x40000000
NO_SUID, NO_DEV, NO_EXEC, READ_ONLY, PRIVATE = 2, 4, 8, 1, 1 << 18
RECURSIVE, MOUNT_SETATTR, NO_NEW_PRIVILEGES, CAPABILITIES_3 = 0x8000, 442, 38, 0x20080522
SET_FLAGS, UP = 0x8914, 1


@dataclass(frozen=True)
class Limits:
    """What a submission may take: ``seconds`` in all; MiB of memory and of files; processes."""

    seconds: float = 900
    memory: int = 4096
    files: int = 256
    processes: int = 128


class Attributes(ctypes.Structure):
    _fields_ = tuple((it, ctypes.c_uint64) for it in ("set", "clear", "propagation", "namespace"))


def walls_here(folder: Path) -> str:
    """The most that the system lets anybody do; tried in processes that end at once."""
    for walls in (ALL, NETWORK):
        if (pid := os.fork()) == 0:
            try:
                wall_off(folder, Limits(), walls)
                if (pid := os.fork()) == 0:
                    hold(folder, Limits(), walls)
                    os._exit(0)
                os._exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
            finally:
                os._exit(1)
        if os.waitpid(pid, 0)[1] == 0:
            return walls
    return NONE


def wall_off(folder: Path, limits: Limits, walls: str) -> None:
    """Leave this process, and what it forks, with ``folder`` alone, as far as ``walls`` go.

    The processes that it forks are the ones that see no others: it stays outside and can end them.
    """
    if walls == NONE:
        return
    ids = {"uid_map": os.getuid(), "gid_map": os.getgid()}
    _call("unshare", NEW_USER | NEW_NETWORK)
    Path("/proc/self/setgroups").write_text("deny", "ascii")
    for name, number in ids.items():
        Path("/proc/self", name).write_text(f"{number} {number} 1", "ascii")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as it:  # what it serves, it may ask
        fcntl.ioctl(it, SET_FLAGS, struct.pack("16sh14x", b"lo", UP))
    if walls == ALL:
        _call("unshare", NEW_FILES | NEW_PROCESSES | NEW_IPC)
        changed = Attributes(READ_ONLY, 0, PRIVATE, 0)
        size = ctypes.sizeof(changed)
        _check(libc().syscall(MOUNT_SETATTR, -100, b"/", RECURSIVE, ctypes.byref(changed), size))
        for place in (folder, SHARED_MEMORY):
            size = f"size={limits.files}m".encode()
            _call("mount", b"tmpfs", bytes(place), b"tmpfs", NO_SUID | NO_DEV, size)


def hold(folder: Path, limits: Limits, walls: str) -> None:
    """In the process that is to run a submission: from here on it has no more than that."""
    os.setsid()  # a group of its own, which can be ended as a whole
    end_with_parent()
    if walls == ALL:
        _call("unshare", NEW_FILES)
        _call("mount", b"proc", b"/proc", b"proc", NO_SUID | NO_DEV | NO_EXEC, None)
    if walls != NONE:  # or it could take back what was taken from it
        _check(libc().prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0))
        _call("capset", (ctypes.c_uint32 * 2)(CAPABILITIES_3, 0), (ctypes.c_uint32 * 6)())
        _limit(resource.RLIMIT_NPROC, limits.processes)
    with contextlib.suppress(OSError):  # the first to go, not the grader
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    page, pages = resource.getpagesize(), Path("/proc/self/statm").read_text("ascii").split()
    _limit(resource.RLIMIT_DATA, int(pages[5]) * page + (limits.memory << 20))
    _limit(resource.RLIMIT_FSIZE, limits.files << 20)
    _limit(resource.RLIMIT_CPU, int(limits.seconds + GRACE))
    _limit(resource.RLIMIT_CORE, 0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    os.environ.clear()
    os.environ.update(kept, HOME=str(folder), TMPDIR=str(folder))
    tempfile.tempdir = None
    os.chdir(folder)


def wait(pid: int, limits: Limits, walls: str) -> str:
    """Wait for the process that was held, and end all it has started; why it had to be ended."""

    def end():
        if walls == ALL:  # the system ends all that it has started
            os.kill(pid, signal.SIGKILL)
        else:
            end_tree(pid)

    until, look, reason = time.monotonic() + limits.seconds, 0.0, ""
    fewest = len(os.listdir("/proc"))
    while not os.waitpid(pid, os.WNOHANG)[0]:
        now = time.monotonic()
        if now > until + GRACE:
            end()
        elif now > until and not reason:
            reason = f"it had not come to an end after {limits.seconds:g} s"
            os.kill(pid, signal.SIGINT)
        elif now > look:
            look = now + ROUND
            running = len(os.listdir("/proc"))
            fewest = min(fewest, running)
            # To see whose they are takes a while: only where they have become more.
            grown = running - fewest > limits.processes / 2
            if grown and len(descendants(pid)) > limits.processes:
                reason = f"it started more than {limits.processes} processes"
                end()
        time.sleep(POLL)
    end_descendants()
    return reason


def _limit(kind: int, most: int) -> None:
    _, highest = resource.getrlimit(kind)
    most = most if highest == resource.RLIM_INFINITY else min(most, highest)
    resource.setrlimit(kind, (most, most))


def _call(name: str, *arguments) -> None:
    _check(getattr(libc(), name)(*arguments))


def _check(result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


@functools.cache
def libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
