"""Wrong answers to ch15_production/request_batcher, as people write them."""

import asyncio

import torch

from katas._dojo.writing.mistakes import instead_of


class _Queued:
    def __init__(self, model, max_batch, max_wait):
        self.model = model
        self.n = max_batch
        self.wait = max_wait
        self.q = asyncio.Queue()

    async def predict(self, x):
        fut = asyncio.get_running_loop().create_future()
        await self.q.put((x, fut, asyncio.get_running_loop().time()))
        return await fut

    async def _fill(self, batch, until):
        loop = asyncio.get_running_loop()
        while len(batch) < self.n:
            if not self.q.empty():
                batch.append(self.q.get_nowait())
                continue
            left = until - loop.time()
            if left <= 0:
                break
            try:
                batch.append(await asyncio.wait_for(self.q.get(), left))
            except TimeoutError:
                break

    async def _answer(self, batch):
        batch = [request for request in batch if not request[1].cancelled()]
        try:
            out = await self.model(torch.stack([x for x, _, _ in batch]))
        except Exception as e:
            for _, fut, _ in batch:
                if not fut.done():
                    fut.set_exception(e)
            return
        for (_, fut, _), row in zip(batch, out, strict=True):
            if not fut.done():
                fut.set_result(row)


@instead_of("Batcher")
class NoErrorsExpected(_Queued):
    """An error of the model ends the loop.

    Known: an_error_ends_it_as_in_the_book.
    """

    async def run(self):
        while True:
            batch = [await self.q.get()]
            await self._fill(batch, batch[0][2] + self.wait)
            batch = [request for request in batch if not request[1].cancelled()]
            if not batch:
                continue
            out = await self.model(torch.stack([x for x, _, _ in batch]))
            for (_, fut, _), row in zip(batch, out, strict=True):
                if not fut.done():
                    fut.set_result(row)


@instead_of("Batcher")
class TheClockRunsBefore(_Queued):
    """The time runs from before the first request.

    Known: counted_from_the_pause_as_in_the_book.
    """

    async def run(self):
        while True:
            start = asyncio.get_running_loop().time()
            batch = [await self.q.get()]
            await self._fill(batch, start + self.wait)
            await self._answer(batch)


@instead_of("Batcher")
class NobodyEverLeaves(_Queued):
    """Cancelled callers are computed, and their futures set.

    Known: computed_for_nobody, who_leaves_ends_it.
    """

    async def run(self):
        while True:
            batch = [await self.q.get()]
            await self._fill(batch, batch[0][2] + self.wait)
            try:
                out = await self.model(torch.stack([x for x, _, _ in batch]))
            except Exception as e:
                for _, fut, _ in batch:
                    if not fut.done():
                        fut.set_exception(e)
                continue
            for (_, fut, _), row in zip(batch, out, strict=True):
                fut.set_result(row)


@instead_of("Batcher")
class SleepsFirst(_Queued):
    """It sleeps for max_wait however many there are.

    Known: full_and_still_waiting.
    """

    async def run(self):
        while True:
            batch = [await self.q.get()]
            await asyncio.sleep(batch[0][2] + self.wait - asyncio.get_running_loop().time())
            await self._fill(batch, 0)
            await self._answer(batch)


@instead_of("Batcher")
class WokenByArrivals(_Queued):
    """What is left in the queue runs only when somebody else comes.

    Known: nothing.
    """

    def __init__(self, model, max_batch, max_wait):
        super().__init__(model, max_batch, max_wait)
        self.requests = []
        self.event = asyncio.Event()

    async def predict(self, x):
        loop = asyncio.get_running_loop()
        fut = loop.create_future()
        self.requests.append((x, fut, loop.time()))
        if len(self.requests) >= self.n:
            self.event.set()
        else:
            loop.call_later(self.wait, self.event.set)
        return await fut

    async def run(self):
        while True:
            await self.event.wait()
            self.event.clear()
            batch, self.requests = self.requests[: self.n], self.requests[self.n :]
            await self._answer(batch)
