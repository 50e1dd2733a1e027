"""Python's audit events, for as long as somebody listens.

An audit hook can never be taken away, so there is one in a process, for whoever listens now.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Hear = Callable[[str, tuple], None]

_listeners: list[Hear] = []


@contextmanager
def listening(hear: Hear) -> Iterator[None]:
    """Call ``hear(event, arguments)`` for all that happens inside; it may raise, to forbid it."""
    _install()
    _listeners.append(hear)
    try:
        yield
    finally:
        _listeners.remove(hear)


@functools.cache
def _install() -> None:
    listeners = _listeners  # when Python ends, events still come, and modules have no names left

    def tell(event, arguments):
        for hear in reversed(listeners):
            hear(event, arguments)

    sys.addaudithook(tell)
