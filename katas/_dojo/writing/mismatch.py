"""What a failed comparison leaves behind: words for the learner, and the values themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_read = True


class MismatchError(AssertionError):
    """What came back is not what was expected; ``got`` and ``expected`` are those values.

    An exception stands for itself, and ``what`` names the value where the call does not.
    """

    def __init__(self, text: str, what: str, got: Any, expected: Any):
        super().__init__(text)
        self.what, self.got, self.expected = what, got, expected


class ChangedError(MismatchError):
    """Something that was to stay as it was, ``expected``, is now ``got``."""


@contextmanager
def unread() -> Iterator[None]:
    """While only the values count: to write down what differs takes longer than to compare."""
    global _read
    before, _read = _read, False
    try:
        yield
    finally:
        _read = before


def is_read() -> bool:
    return _read
