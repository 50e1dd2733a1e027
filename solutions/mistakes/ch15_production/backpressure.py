"""Known wrong answers to ch15_production/backpressure."""

import asyncio

from katas._dojo.writing.mistakes import Edit, instead_of

one_too_few = Edit(
    """You let one too few in. The request that is with the handler does not wait: beside it there
    is room for limit others.""",
    {"self.inside > self.limit": "self.inside >= self.limit"},
)

one_too_many = Edit(
    """You let one too many in. When limit requests wait, the next is refused.""",
    {"self.inside > self.limit": "self.inside > self.limit + 1"},
)

nobody_refused = Edit(
    """You refuse nobody. Then the queue grows as fast as requests come, and everyone waits longer
    than the one before: raise asyncio.QueueFull.""",
    {
        "if self.inside > self.limit:\n    raise asyncio.QueueFull\n": "",
    },
)

the_refused_are_counted = Edit(
    """You count requests that you have refused as if they were there. After a rush nobody is let in
    any more: count after the refusal.""",
    {
        """
        if self.inside > self.limit:
            raise asyncio.QueueFull
        self.inside += 1
        """: """
        self.inside += 1
        if self.inside > self.limit + 1:
            raise asyncio.QueueFull
        """,
    },
)

the_refused_make_room = Edit(
    """You give back a place for each request that you refuse, which has none. After a rush too many
    are let in: refuse before the try.""",
    {
        """
        if self.inside > self.limit:
            raise asyncio.QueueFull
        self.inside += 1
        try:
        """: """
        try:
            if self.inside > self.limit:
                raise asyncio.QueueFull
            self.inside += 1
        """,
    },
)

a_place_lost_with_each_error = Edit(
    """You give the place back only after an answer. An error or a caller who leaves takes it away
    for ever: finally.""",
    {
        """
        try:
            async with self.lock:
                return await self.handler(request)
        finally:
            self.inside -= 1
        """: """
        async with self.lock:
            answer = await self.handler(request)
        self.inside -= 1
        return answer
        """,
    },
)

a_place_lost_with_each_leaver = Edit(
    """You give the place back after an answer or an error, but not where a caller is cancelled:
    that is no Exception. Each one who leaves takes a place away for ever: finally.""",
    {
        """
        try:
            async with self.lock:
                return await self.handler(request)
        finally:
            self.inside -= 1
        """: """
        try:
            async with self.lock:
                answer = await self.handler(request)
        except Exception:
            self.inside -= 1
            raise
        self.inside -= 1
        return answer
        """,
    },
)

a_place_lost_with_each_who_waited = Edit(
    """You let a caller who leaves while they wait keep their place for ever. Begin the try before
    you wait.""",
    {
        """
        try:
            async with self.lock:
                return await self.handler(request)
        finally:
            self.inside -= 1
        """: """
        await self.lock.acquire()
        try:
            return await self.handler(request)
        finally:
            self.lock.release()
            self.inside -= 1
        """,
    },
)

a_turn_for_who_has_left = Edit(
    """You answer nobody any more once a caller has left. They do not take their turn, or their
    answer: pass over whoever is not there, and go on with the next.""",
    {
        "self.lock = asyncio.Lock()": "self.waiting, self.busy = [], False",
        """
        async with self.lock:
            return await self.handler(request)
        """: """
        if self.busy:
            self.waiting.append(turn := asyncio.Event())
            await turn.wait()
        self.busy = True
        try:
            return await self.handler(request)
        finally:
            if self.waiting:
                self.waiting.pop(0).set()
            else:
                self.busy = False
        """,
    },
)

nobody_let_in_at_limit_0 = Edit(
    """You refuse everyone if limit is 0. Nobody waits then, but one may be with the handler.""",
    {
        "self.inside = 0": "self.waiting = 0",
        "if self.inside > self.limit:": "if self.waiting >= self.limit:",
        """
        self.inside += 1
        try:
            async with self.lock:
                return await self.handler(request)
        finally:
            self.inside -= 1
        """: """
        self.waiting += 1
        try:
            await self.lock.acquire()
        finally:
            self.waiting -= 1
        try:
            return await self.handler(request)
        finally:
            self.lock.release()
        """,
    },
)

all_at_once = Edit(
    """You let several requests to the handler at a time. It does one: the others wait for a
    lock.""",
    {"async with self.lock:": "async with asyncio.Lock():"},
)

nobody_waits = Edit(
    """You refuse everyone who comes while the handler is busy. There is room for limit others, who
    wait.""",
    {"self.inside > self.limit": "self.lock.locked()"},
)

the_last_come_first_served = Edit(
    """You let the last one who came go first. The others wait and wait: keep their order.""",
    {
        "self.lock = asyncio.Lock()": "self.waiting, self.busy = [], False",
        """
        async with self.lock:
            return await self.handler(request)
        """: """
        if self.busy:
            self.waiting.append(asyncio.get_running_loop().create_future())
            await self.waiting[-1]
        self.busy = True
        try:
            return await self.handler(request)
        finally:
            self.busy = False
            while self.waiting and self.waiting[-1].done():
                self.waiting.pop()
            if self.waiting:
                self.busy = True
                self.waiting.pop().set_result(None)
        """,
    },
)


@instead_of("Gate")
class AQueueOfAsyncio:
    """You refuse nobody if limit is 0, and else one too many of those who come together. So does an
    asyncio.Queue(limit): 0 is no limit to it, and a place is free only once a request is taken out.
    """

    def __init__(self, handler, limit):
        self.handler, self.queue, self.working = handler, asyncio.Queue(limit), None

    async def ask(self, request):
        self.working = self.working or asyncio.create_task(self._work())
        answer = asyncio.get_running_loop().create_future()
        self.queue.put_nowait((request, answer))
        return await answer

    async def _work(self):
        while True:
            request, answer = await self.queue.get()
            try:
                given = await self.handler(request)
            except Exception as error:
                if not answer.done():
                    answer.set_exception(error)
            else:
                if not answer.done():
                    answer.set_result(given)


@instead_of("Gate")
class AQueueThatEndsWithALeaver(AQueueOfAsyncio):
    """You refuse nobody if limit is 0, and else one too many of those who come together, as a queue
    of asyncio does. And when someone has left, nobody is answered any more: their future takes no
    answer.
    """

    async def _work(self):
        while True:
            request, answer = await self.queue.get()
            try:
                answer.set_result(await self.handler(request))
            except Exception as error:
                answer.set_exception(error)
