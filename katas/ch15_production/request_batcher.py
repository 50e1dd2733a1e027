"""Batches of requests (§15.1.3).

A model answers 32 inputs in little more time than one.  So requests that come one by one wait
for each other, but not for long: a batch runs as soon as it is full, or once its first request
has waited long enough.  Then every caller is to get an answer, their own.
"""

from collections.abc import Awaitable, Callable

from torch import Tensor


class Batcher:
    """Takes requests one by one, and has them answered in batches."""

    def __init__(
        self, model: Callable[[Tensor], Awaitable[Tensor]], max_batch: int, max_wait: float
    ):
        """``await model(batch)`` gives a row for each row of ``batch``, and takes its time.

        A batch has at most ``max_batch`` rows, and is as full as requests are there.  If it is not
        full, it runs ``max_wait`` seconds after its first request came, by the clock of asyncio.
        """
        raise NotImplementedError

    async def predict(self, x: Tensor) -> Tensor:
        """Return the model's row for ``x``.

        Where a batch goes wrong, be it in the model or as its rows are stacked, each of its
        callers is raised the error.
        """
        raise NotImplementedError

    async def run(self) -> None:
        """Run one batch after the other, in the order of the requests, until it is cancelled.

        No error in a batch ends it, nor does a caller who leaves: who left before the batch
        runs (``predict`` is cancelled) has no row in it.
        """
        raise NotImplementedError
