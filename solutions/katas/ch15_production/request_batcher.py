import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import torch
from torch import Tensor


class Batcher:
    def __init__(
        self, model: Callable[[Tensor], Awaitable[Tensor]], max_batch: int, max_wait: float
    ):
        self.model = model
        self.max_batch = max_batch
        self.max_wait = max_wait
        self.queue = asyncio.Queue()

    async def predict(self, x: Tensor) -> Tensor:
        loop = asyncio.get_running_loop()
        answer = loop.create_future()
        self.queue.put_nowait((x, answer, loop.time() + self.max_wait))
        return await answer

    async def run(self) -> None:
        while True:
            requests = [await self.queue.get()]
            _, _, deadline = requests[0]
            with suppress(TimeoutError):
                async with asyncio.timeout_at(deadline):
                    while len(requests) < self.max_batch:
                        requests.append(await self.queue.get())
            requests = [it for it in requests if not it[1].done()]
            try:
                batch = torch.stack([x for x, _, _ in requests])
                outputs = await self.model(batch)
            except Exception as error:
                for _, answer, _ in requests:
                    if not answer.done():
                        answer.set_exception(error)
            else:
                for (_, answer, _), output in zip(requests, outputs, strict=True):
                    if not answer.done():
                        answer.set_result(output)
