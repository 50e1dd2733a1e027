"""Threads and processes that outlive the test that has started them."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from _thread import _count

from katas._dojo.system.process import FORKS, command_of, descendants

GRACE = 0.5  # seconds that what is about to end may take
# What Python and torch keep running beside every process that once needed it.
KEPT = ("multiprocessing.resource_tracker", "multiprocessing.forkserver", "torch_shm_manager",
        "torch/_inductor/compile_worker")  # fmt: skip


class Leftovers:
    """What runs beside the test when it begins; ``names`` tells of what has come since."""

    def __init__(self):
        self.n_threads = _count()
        self.threads = set(threading.enumerate())
        if _known is None:  # to look for processes takes a while: once, and then as they come
            _remember(_processes())

    def names(self, processes: bool) -> list[str]:
        """``processes`` is whether any was started at all: to look for them takes a while."""
        if _count() <= self.n_threads and not processes:
            return []
        gc.collect()  # of a DataLoader's iterator, say, whose workers end with it
        give_up = time.monotonic() + GRACE
        while (found := self._found(processes)) and time.monotonic() < give_up:
            time.sleep(0.01)
        if processes:
            _remember(_processes())
        return found

    def _found(self, processes: bool) -> list[str]:
        new = [it for it in threading.enumerate() if it not in self.threads]
        threads = [it for it in new if it is not _sharer()]
        found = [f"the thread {it.name}" for it in threads]
        if not found and _count() > self.n_threads + len(new):
            found = ["a thread"]
        if processes:
            commands = {pid: command_of(pid) for pid in set(_processes()) - _known}
            found += [
                f"the process {command or pid}"
                for pid, command in commands.items()
                if not any(kept in command for kept in KEPT)
            ]
        return found


_known: set[int] | None = None


def _remember(processes: list[int]) -> None:
    global _known
    _known = set(processes)


def _sharer() -> threading.Thread | None:
    """Python's thread that hands files to other processes: tensors to a DataLoader's workers."""
    module = sys.modules.get("multiprocessing.resource_sharer")
    return module and module._resource_sharer._thread


def _processes() -> list[int]:
    return descendants(os.getpid()) if FORKS else []
