"""A terminal in which a test starts the real watch, presses real keys and reads the screen."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from tests.workshop import become_pytest, import_ahead

LONG = 120.0  # seconds: what has not come by then never will, on a busy machine either
CLEARED = "\x1b[H\x1b[2J"


class Terminal:
    """``pytest *arguments``, in the foreground of a terminal of its own."""

    def __init__(
        self,
        root: Path,
        *arguments: str,
        become: Callable[..., NoReturn] = become_pytest,
        **environment: str,
    ):
        import_ahead()
        with warnings.catch_warnings():
            # Python 3.12 warns of this process's threads; the new one waits for none of them.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(environment, TERM="xterm", COLUMNS="100")
            become(root, list(arguments))
        self.text = ""
        self.status: int | None = None

    @property
    def screen(self) -> str:
        """What a reader sees: all since the screen was last cleared, without its colours."""
        shown = self.text.rpartition(CLEARED)[2]
        return re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")

    def press(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def read(self, seconds: float = 0.0) -> bool:
        """Whether anything new has come onto the screen within ``seconds``."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            new = os.read(self.fd, 1 << 16)
        except OSError:  # what Linux says once the other end is closed
            new = b""
        self.text += new.decode("utf-8", errors="replace")
        return bool(new)

    def wait_for(self, *texts: str) -> str:
        """The screen, as soon as all of ``texts`` stand on it."""
        give_up = time.monotonic() + LONG
        while not all(text in self.screen for text in texts):
            if time.monotonic() > give_up or (not self.read(0.5) and self.ended):
                raise AssertionError(f"not on the screen: {texts}\n{self.screen}")
        return self.screen

    def wait_for_the_end(self) -> int:
        give_up = time.monotonic() + LONG
        while not self.ended:
            assert time.monotonic() < give_up, self.screen
            self.read(0.05)
        return self.status

    @property
    def ended(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status is not None

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def close(self) -> None:
        if not self.ended:
            with contextlib.suppress(ProcessLookupError):
                self.kill(signal.SIGTERM)
            self.wait_for_the_end()
        os.close(self.fd)
