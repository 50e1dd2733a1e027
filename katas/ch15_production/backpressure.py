"""Backpressure (§15.1.3).

If requests come faster than they are answered, a queue without an end grows until memory is full,
and everybody in it waits too long.  Better to refuse at once what cannot be answered soon: whoever
is refused can ask elsewhere, or later.
"""

from collections.abc import Awaitable, Callable
from typing import Any


class Gate:
    """Lets requests through to a handler, one at a time; at most ``limit`` others wait."""

    def __init__(self, handler: Callable[[Any], Awaitable], limit: int):
        """``await handler(request)`` answers one request, or raises an error."""
        raise NotImplementedError

    async def ask(self, request: Any) -> Any:
        """Return what ``handler`` gives for ``request``, or raise its error.

        The handler does one request at a time, in the order in which they came.  If one is with it
        and ``limit`` others wait, one more is refused at once: asyncio.QueueFull.  Whoever is
        cancelled leaves their place to the next.
        """
        raise NotImplementedError
