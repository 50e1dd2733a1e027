import asyncio
from collections.abc import Awaitable, Callable
from typing import Any


class Gate:
    def __init__(self, handler: Callable[[Any], Awaitable], limit: int):
        self.handler = handler
        self.limit = limit
        self.lock = asyncio.Lock()
        self.inside = 0

    async def ask(self, request: Any) -> Any:
        if self.inside > self.limit:
            raise asyncio.QueueFull
        self.inside += 1
        try:
            async with self.lock:
                return await self.handler(request)
        finally:
            self.inside -= 1
