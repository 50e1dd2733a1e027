"""Right answers to ch15_production/backpressure, written differently."""

import asyncio
import collections

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A number has no other way to change.": [
        ("self.inside += 1", "self.inside = self.inside + 1"),
        ("self.inside -= 1", "self.inside = self.inside - 1"),
    ],
}


@instead_of("Gate")
class CountsWhoWaits:
    def __init__(self, handler, limit):
        self.handler, self.limit = handler, limit
        self.turn = asyncio.Semaphore(1)
        self.waiting = set()

    async def ask(self, request):
        if self.turn.locked() and len(self.waiting) == self.limit:
            raise asyncio.QueueFull(f"{self.limit} are waiting")
        me = object()
        self.waiting.add(me)
        try:
            await self.turn.acquire()
        finally:
            self.waiting.remove(me)
        try:
            return await self.handler(request)
        finally:
            self.turn.release()


@instead_of("Gate")
class HandsOn:
    def __init__(self, handler, limit):
        self.handler, self.limit = handler, limit
        self.queue = collections.deque()
        self.busy = False

    async def ask(self, request):
        if self.busy:
            await self._turn()
        self.busy = True
        try:
            return await self.handler(request)
        finally:
            self._next()

    async def _turn(self):
        if len(self.queue) >= self.limit:
            raise asyncio.QueueFull
        mine = asyncio.Event()
        self.queue.append(mine)
        try:
            await mine.wait()
        except asyncio.CancelledError:
            if mine in self.queue:
                self.queue.remove(mine)
            else:
                self._next()
            raise

    def _next(self):
        self.busy = bool(self.queue)
        if self.queue:
            self.queue.popleft().set()
