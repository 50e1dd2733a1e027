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


@instead_of("Batcher")
class AWaitForEach:
    """Each may come max_wait after the last.

    Known: counted_from_the_last.
    """

    def __init__(self, model, max_batch, max_wait):
        self.model, self.max_batch, self.max_wait = model, max_batch, max_wait
        self.queue = asyncio.Queue()

    async def predict(self, x):
        future = asyncio.get_running_loop().create_future()
        await self.queue.put((x, future))
        return await future

    async def run(self):
        while True:
            batch = [await self.queue.get()]
            while len(batch) < self.max_batch:
                try:
                    batch.append(await asyncio.wait_for(self.queue.get(), self.max_wait))
                except TimeoutError:
                    break
            batch = [(x, f) for x, f in batch if not f.done()]
            if not batch:
                continue
            try:
                out = await self.model(torch.stack([x for x, _ in batch]))
                for (_, f), row in zip(batch, out, strict=False):
                    if not f.done():
                        f.set_result(row)
            except Exception as e:
                for _, f in batch:
                    if not f.done():
                        f.set_exception(e)


@instead_of("Batcher")
class RaisedOnceMore:
    """Callers are told, and the error is raised.

    Known: alone_once_it_is_late.
    """

    def __init__(self, model, max_batch, max_wait):
        self.model, self.max_batch, self.max_wait = model, max_batch, max_wait
        self.queue = asyncio.Queue()

    async def predict(self, x):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        self.queue.put_nowait((x, future, loop.time()))
        return await future

    async def run(self):
        loop = asyncio.get_running_loop()
        while True:
            x, f, came = await self.queue.get()
            batch = [(x, f)]
            while len(batch) < self.max_batch:
                left = max(0, came + self.max_wait - loop.time())
                try:
                    x, f, _ = await asyncio.wait_for(self.queue.get(), left)
                except TimeoutError:
                    break
                batch.append((x, f))
            batch = [(x, f) for x, f in batch if not f.done()]
            if not batch:
                continue
            try:
                rows = await self.model(torch.stack([x for x, _ in batch]))
            except Exception as e:
                for _, f in batch:
                    f.set_exception(e)
                raise
            for (_, f), row in zip(batch, rows, strict=False):
                if not f.done():
                    f.set_result(row)


@instead_of("Batcher")
class ATaskForEachBatch:
    """Batches are answered by tasks.

    Known: several_at_once.
    """

    def __init__(self, model, max_batch, max_wait):
        self.model, self.max_batch, self.max_wait = model, max_batch, max_wait
        self.waiting, self.tasks = [], []
        self.changed = asyncio.Condition()

    async def predict(self, x):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        async with self.changed:
            self.waiting.append((x, future, loop.time()))
            self.changed.notify()
        return await future

    async def answer(self, batch):
        try:
            rows = await self.model(torch.stack([x for x, _, _ in batch]))
            for (_, f, _), row in zip(batch, rows, strict=False):
                if not f.done():
                    f.set_result(row)
        except Exception as e:
            for _, f, _ in batch:
                if not f.done():
                    f.set_exception(e)

    async def run(self):
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: self.waiting)
                end = self.waiting[0][2] + self.max_wait
                try:
                    async with asyncio.timeout_at(end):
                        await self.changed.wait_for(lambda: len(self.waiting) >= self.max_batch)
                except TimeoutError:
                    pass
                batch = self.waiting[: self.max_batch]
                del self.waiting[: self.max_batch]
            batch = [b for b in batch if not b[1].done()]
            if batch:
                self.tasks.append(asyncio.create_task(self.answer(batch)))


@instead_of("Batcher")
class StackedBefore:
    """Rows are stacked before the try.

    Known: stacked_outside_of_the_try.
    """

    def __init__(self, model, max_batch, max_wait):
        self.model, self.max_batch, self.max_wait = model, max_batch, max_wait
        self.queue = asyncio.Queue()

    async def predict(self, x):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        self.queue.put_nowait((x, future, loop.time()))
        return await future

    async def collect(self):
        loop = asyncio.get_running_loop()
        x, f, came = await self.queue.get()
        batch = [(x, f)]
        while len(batch) < self.max_batch:
            try:
                async with asyncio.timeout(came + self.max_wait - loop.time()):
                    x, f, _ = await self.queue.get()
            except TimeoutError:
                break
            batch.append((x, f))
        return batch

    async def run(self):
        while True:
            batch = [(x, f) for x, f in await self.collect() if not f.cancelled()]
            x = torch.stack([x for x, _ in batch])
            try:
                rows = await self.model(x)
            except Exception as error:
                for _, f in batch:
                    if not f.done():
                        f.set_exception(error)
            else:
                for (_, f), row in zip(batch, rows, strict=False):
                    if not f.done():
                        f.set_result(row)


@instead_of("Batcher")
class NeverLooked:
    """Nobody looks whether a caller is still there; the wait begins as the first one is taken.

    Known: computed_for_nobody, who_leaves_ends_it, counted_from_when_it_was_taken,
    alone_once_it_is_late.
    """

    def __init__(self, model, max_batch, max_wait):
        self.model = model
        self.max_batch = max_batch
        self.max_wait = max_wait
        self.queue = asyncio.Queue()

    async def predict(self, x):
        future = asyncio.get_running_loop().create_future()
        await self.queue.put((x, future))
        return await future

    async def run(self):
        loop = asyncio.get_running_loop()
        while True:
            batch = [await self.queue.get()]
            deadline = loop.time() + self.max_wait
            while len(batch) < self.max_batch and (left := deadline - loop.time()) > 0:
                try:
                    batch.append(await asyncio.wait_for(self.queue.get(), left))
                except TimeoutError:
                    break
            try:
                rows = await self.model(torch.stack([x for x, _ in batch]))
            except Exception as error:
                for _, f in batch:
                    f.set_exception(error)
                continue
            for (_, f), row in zip(batch, rows, strict=True):
                f.set_result(row)
