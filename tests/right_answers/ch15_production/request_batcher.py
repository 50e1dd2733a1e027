"""Right answers to ch15_production/request_batcher, written differently."""

import asyncio
import collections
import contextlib

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A single request is there.": [("deadline = requests[0]", "deadline = requests[-1]")],
    "The model gives a row for each row.": [
        ("zip(requests, outputs, strict=True)", "zip(requests, outputs)"),
        ("zip(requests, outputs, strict=True)", "zip(requests, outputs, strict=False)"),
    ],
}


@instead_of("Batcher")
class ListAndEvent:
    def __init__(self, model, max_batch, max_wait):
        self.model, self.max_batch, self.max_wait = model, max_batch, max_wait
        self.waiting = []
        self.arrived = asyncio.Event()

    async def predict(self, x):
        loop = asyncio.get_running_loop()
        request = x, loop.create_future(), loop.time()
        self.waiting.append(request)
        self.arrived.set()
        try:
            return await request[1]
        except asyncio.CancelledError:
            self.waiting = [it for it in self.waiting if it is not request]
            raise

    async def run(self):
        loop = asyncio.get_running_loop()
        while True:
            if not self.waiting:
                self.arrived.clear()
                await self.arrived.wait()
                continue
            left = self.waiting[0][2] + self.max_wait - loop.time()
            if len(self.waiting) < self.max_batch and left > 1e-9:
                self.arrived.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.arrived.wait(), left)
                continue
            taken = self.waiting[: self.max_batch]
            self.waiting = self.waiting[self.max_batch :]
            inputs, futures, _ = zip(*taken, strict=True)
            try:
                for future, row in zip(futures, await self.model(torch.stack(inputs)), strict=True):
                    if not future.cancelled():
                        future.set_result(row)
            except Exception as error:
                for future in futures:
                    if not future.done():
                        future.set_exception(error)


@instead_of("Batcher")
class EachWaitsForTheRest:
    def __init__(self, model, max_batch, max_wait):
        self.model, self.max_batch, self.max_wait = model, max_batch, max_wait
        self.queue = collections.deque()
        self.condition = asyncio.Condition()

    async def predict(self, x):
        loop = asyncio.get_running_loop()
        told = loop.create_future()
        self.queue.append((loop.time(), x, told))
        async with self.condition:
            self.condition.notify_all()
        kind, answer = await told
        if kind == "error":
            raise answer
        return answer

    async def run(self):
        while True:
            async with self.condition:
                await self.condition.wait_for(lambda: self.queue)
                arrived = self.queue[0][0]
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout_at(arrived + self.max_wait):
                        await self.condition.wait_for(lambda: len(self.queue) >= self.max_batch)
            taken = [self.queue.popleft() for _ in range(min(self.max_batch, len(self.queue)))]
            taken = [it for it in taken if not it[2].cancelled()]
            if taken:
                await self._answer([x for _, x, _ in taken], [told for *_, told in taken])

    async def _answer(self, inputs, all_told):
        try:
            said = [("row", row) for row in await self.model(torch.stack(inputs))]
        except Exception as error:
            said = [("error", error)] * len(inputs)
        for told, it in zip(all_told, said, strict=True):
            if not told.done():
                told.set_result(it)
