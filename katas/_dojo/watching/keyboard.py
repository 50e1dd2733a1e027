"""Single keys from the terminal, without Return; the terminal is left as it was found."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

try:
    import select
    import termios
    import tty
except ImportError:  # Windows
    import msvcrt

    termios = None


ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[@-~]|O.|.)?")  # an arrow, say, is several characters
CLOSED = "\x04"  # Control-D, and a terminal that is gone


class Keyboard:
    """The terminal on stdin; ``present`` tells whether there is one."""

    def __init__(self):
        self.present = sys.stdin is not None and sys.stdin.isatty()
        self.before = termios.tcgetattr(sys.stdin) if termios and self.present else None
        self.begun = False  # on Windows: half of what is no letter, which is two characters

    def __enter__(self) -> Keyboard:
        self._listen()
        if self.before:  # a shell sets the terminal to its own liking before it continues us
            signal.signal(signal.SIGCONT, lambda *_: self._listen())
        return self

    def __exit__(self, *raised) -> None:
        if self.before:
            signal.signal(signal.SIGCONT, signal.SIG_DFL)
        self._stop_listening()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """The terminal as it was found, for another program."""
        self._stop_listening()
        try:
            yield
        finally:
            self._listen()

    def pressed(self, seconds: float) -> str:
        """The keys pressed within ``seconds``, at most; "" for none."""
        if not self.present:
            time.sleep(seconds)
            return ""
        if self.before is None:
            time.sleep(seconds)
            return self._key() if msvcrt.kbhit() else ""
        if not select.select([sys.stdin], [], [], seconds)[0]:
            return ""
        try:
            typed = os.read(sys.stdin.fileno(), 64)
        except OSError:
            typed = b""
        return ESCAPES.sub("", typed.decode(errors="ignore")) if typed else CLOSED

    def _key(self) -> str:
        key, halved = msvcrt.getwch(), self.begun
        self.begun = not halved and key in "\x00\xe0"
        return "" if halved or self.begun else key

    def _listen(self) -> None:
        if self.before:
            tty.setcbreak(sys.stdin, termios.TCSANOW)

    def _stop_listening(self) -> None:
        if self.before:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self.before)
