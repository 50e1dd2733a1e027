"""An event loop that never waits: where others would sleep, its clock jumps ahead."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from katas._dojo.writing.mismatch import MismatchError

STANDSTILL = "nobody answers any more: whoever waits would wait for ever"


def run_at_once(main: Callable[[], Coroutine]) -> Any:
    """Return what ``await main()`` gives, on a clock of its own that begins at 0.

    Where all wait and no time is set at which one of them goes on, that is an error.
    """
    with asyncio.Runner(loop_factory=_JumpingLoop) as runner:
        return runner.run(main())


def now() -> float:
    """What the clock of the running loop shows, rounded to what a test can compare."""
    return round(asyncio.get_running_loop().time(), 6)


class _JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self._elapsed = 0.0
        self._select = self._selector.select
        self._selector.select = self._jump
        self.set_exception_handler(_tell)

    def time(self) -> float:
        return self._elapsed

    def _jump(self, timeout: float | None) -> list:
        if timeout is None:
            raise MismatchError(f"got       {STANDSTILL}", "", STANDSTILL, None)
        self._elapsed += timeout
        return self._select(0)


def _tell(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """In one line: asyncio's traceback parses code, perhaps while something else is parsed.

    That a task has failed is noticed when it is thrown away, in the middle of whatever runs.
    """
    print(f"{context['message']}: {context.get('exception')!r}", file=sys.stderr)
