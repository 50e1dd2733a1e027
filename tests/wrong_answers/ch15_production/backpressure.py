"""Wrong answers to ch15_production/backpressure, as people write them."""

import asyncio

from katas._dojo.writing.mistakes import instead_of


@instead_of("Gate")
class QueueLength:
    """The one that is being handled counts as waiting.

    Known: one_too_few.
    """

    def __init__(self, handler, limit):
        self.handler, self.limit = handler, limit
        self.queue = []
        self.lock = asyncio.Lock()

    async def ask(self, request):
        if len(self.queue) >= self.limit:
            raise asyncio.QueueFull()
        self.queue.append(request)
        try:
            async with self.lock:
                return await self.handler(request)
        finally:
            self.queue.remove(request)


@instead_of("Gate")
class ListThatKeeps:
    """The refused stay in the list.

    Known: the_refused_are_counted.
    """

    def __init__(self, handler, limit):
        self.handler = handler
        self.limit = limit
        self.requests = []
        self.lock = asyncio.Lock()

    async def ask(self, request):
        self.requests.append(request)
        if len(self.requests) > self.limit + 1:
            raise asyncio.QueueFull("too busy")
        try:
            async with self.lock:
                return await self.handler(request)
        finally:
            self.requests.remove(request)


@instead_of("Gate")
class AnswersOnly:
    """Errors and leavers keep their place.

    Known: a_place_lost_with_each_error.
    """

    def __init__(self, handler, limit):
        self.handler = handler
        self.free = limit + 1
        self.lock = asyncio.Lock()

    async def ask(self, request):
        if self.free == 0:
            raise asyncio.QueueFull
        self.free -= 1
        async with self.lock:
            result = await self.handler(request)
        self.free += 1
        return result


@instead_of("Gate")
class Unlocked:
    """Nobody waits for anybody, and one too many is let in.

    Known: all_at_once, one_too_many.
    """

    def __init__(self, handler, limit):
        self.handler, self.limit, self.n = handler, limit, 0

    async def ask(self, request):
        if self.n >= self.limit + 2:
            raise asyncio.QueueFull
        self.n += 1
        try:
            return await self.handler(request)
        finally:
            self.n -= 1


@instead_of("Gate")
class QueueAndWorker:
    """A worker takes requests out of a queue of limit places.

    Known: AQueueOfAsyncio.
    """

    def __init__(self, handler, limit):
        self.handler = handler
        self.queue = asyncio.Queue(maxsize=limit)
        self.worker = None

    async def ask(self, request):
        if self.worker is None:
            self.worker = asyncio.create_task(self._work())
        future = asyncio.get_running_loop().create_future()
        self.queue.put_nowait((request, future))
        return await future

    async def _work(self):
        while True:
            request, future = await self.queue.get()
            try:
                answer = await self.handler(request)
                if not future.done():
                    future.set_result(answer)
            except Exception as error:
                if not future.done():
                    future.set_exception(error)


@instead_of("Gate")
class TurnsByEvents:
    """A turn is given to the first in the list, who may have left.

    Known: a_turn_for_who_has_left.
    """

    def __init__(self, handler, limit):
        self.handler, self.limit = handler, limit
        self.waiting = []
        self.busy = False

    async def ask(self, request):
        if self.busy:
            if len(self.waiting) >= self.limit:
                raise asyncio.QueueFull
            turn = asyncio.Event()
            self.waiting.append(turn)
            await turn.wait()
        self.busy = True
        try:
            return await self.handler(request)
        finally:
            if self.waiting:
                self.waiting.pop(0).set()
            else:
                self.busy = False


@instead_of("Gate")
class WaitingBeforeTheLock:
    """Each counts as waiting for a moment.

    Known: nobody_let_in_at_limit_0, a_place_lost_with_each_who_waited.
    """

    def __init__(self, handler, limit):
        self.handler = handler
        self.limit = limit
        self.waiting = 0
        self.lock = asyncio.Lock()

    async def ask(self, request):
        if self.waiting == self.limit:
            raise asyncio.QueueFull
        self.waiting += 1
        await self.lock.acquire()
        self.waiting -= 1
        try:
            return await self.handler(request)
        finally:
            self.lock.release()


@instead_of("Gate")
class ATaskAndAQueue:
    """A queue with an end, and a task that ends with the first who leaves.

    Known: AQueueThatEndsWithALeaver, AQueueOfAsyncio.
    """

    def __init__(self, handler, limit):
        self.handler = handler
        self.queue = asyncio.Queue(limit)
        self.task = None

    async def ask(self, request):
        future = asyncio.get_running_loop().create_future()
        self.queue.put_nowait((request, future))
        if self.task is None:
            self.task = asyncio.create_task(self.work())
        return await future

    async def work(self):
        while True:
            request, future = await self.queue.get()
            try:
                future.set_result(await self.handler(request))
            except Exception as e:
                future.set_exception(e)
