"""What a failed comparison leaves behind: words for the learner, and the values themselves."""

from __future__ import annotations

from typing import Any


class MismatchError(AssertionError):
    """What came back is not what was expected; ``got`` and ``expected`` are those values.

    An exception stands for itself, and ``what`` names the value where the call does not.
    """

    def __init__(self, text: str, what: str, got: Any, expected: Any):
        super().__init__(text)
        self.what, self.got, self.expected = what, got, expected


class ChangedError(MismatchError):
    """Something that was to stay as it was, ``expected``, is now ``got``."""
