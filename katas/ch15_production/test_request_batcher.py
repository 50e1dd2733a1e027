"""Batches of requests (§15.1.3): who waits how long, and what becomes of errors and of leavers."""

import asyncio

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.event_loop import now, run_at_once
from katas.ch15_production.request_batcher import Batcher


def test_each_caller_gets_their_own_answer(device):
    """Three hundred callers, who come in any order, get the answer to what they asked."""

    async def scenario(ask):
        async def caller(n):
            await asyncio.sleep(n * 37 % 300 / 128)
            return await ask(n)

        return await asyncio.gather(*map(caller, range(300)))

    answers, asked = _serve(scenario, max_batch=32, max_wait=0.25, takes=0.125, device=device)
    assert_close(torch.stack(answers), 10 * torch.arange(300.0, device=device)[:, None])
    rows = sorted(n for _, rows in asked for n in rows)
    assert_equal(rows, list(range(300)), what="the inputs of all batches, sorted")


@pytest.mark.parametrize("max_batch", [1, 2, 4])
def test_a_full_batch_runs_at_once(max_batch):
    """Eight requests that come together run in full batches, in their order, without waiting."""

    async def scenario(ask):
        await asyncio.gather(*map(ask, range(8)))

    _, asked = _serve(scenario, max_batch, max_wait=5)
    starts = range(0, 8, max_batch)
    expected = [(0.0, list(range(start, start + max_batch))) for start in starts]
    assert_equal(asked, expected, what="when each batch ran, and its inputs")


def test_the_first_request_of_a_batch_waits_longest():
    """After a pause a batch runs 1 s after its first request, however late the others come."""

    async def scenario(ask):
        await asyncio.gather(*(_after(s, ask(s)) for s in [10.5, 11.25, 11.375, 12.25, 13.125]))

    _, asked = _serve(scenario, max_batch=4, max_wait=1)
    expected = [(11.5, [10.5, 11.25, 11.375]), (13.25, [12.25, 13.125])]
    assert_equal(asked, expected, what="when each batch ran, and its inputs")


def test_who_comes_last_fills_the_batch():
    """A batch whose last place is taken while it waits runs then, and not later."""

    async def scenario(ask):
        await asyncio.gather(*(_after(s, ask(s)) for s in [1.0, 1.25, 1.75, 2.5]))

    _, asked = _serve(scenario, max_batch=3, max_wait=2)
    expected = [(1.75, [1.0, 1.25, 1.75]), (4.5, [2.5])]
    assert_equal(asked, expected, what="when each batch ran, and its inputs")


def test_a_long_queue_is_worked_off():
    """While the model is busy others wait; then they run, at once if they have waited enough."""

    async def scenario(ask):
        await asyncio.gather(*map(ask, range(5)), _after(22.25, ask(5)), _after(29.5, ask(6)))

    _, asked = _serve(scenario, max_batch=2, max_wait=1, takes=10)
    expected = [(0.0, [0, 1]), (10.0, [2, 3]), (20.0, [4]), (30.0, [5, 6])]
    assert_equal(asked, expected, what="when each batch ran, and its inputs")


def test_an_error_reaches_each_caller():
    """Where the model fails, each caller of that batch is raised its error, and no one else."""

    async def scenario(ask):
        requests = [asyncio.wait_for(ask(n), timeout=60) for n in range(6)]
        return await asyncio.gather(*requests, return_exceptions=True)

    told, _ = _serve(scenario, max_batch=2, max_wait=1, broken=[3])
    assert_equal(_kinds(told), ["Tensor"] * 2 + ["ArithmeticError"] * 2 + ["Tensor"] * 2)


def test_after_an_error_the_next_are_served():
    """An error does not end the run: whoever asks afterwards is answered."""

    async def scenario(ask):
        unlucky = asyncio.create_task(ask(3))
        await asyncio.sleep(5)
        unlucky.cancel()
        return await ask(4)

    answer, _ = _serve(scenario, max_batch=2, max_wait=1, broken=[3])
    assert_close(answer, torch.tensor([40.0]))


def test_rows_that_do_not_fit_are_an_error_as_well():
    """Where inputs of two shapes meet in a batch both callers are told, and the run goes on."""

    async def scenario(ask):
        pair = await asyncio.gather(ask(1), ask([2, 3]), return_exceptions=True)
        return [*pair, await ask(4)]

    told, _ = _serve(scenario, max_batch=2, max_wait=1)
    assert_equal(_kinds(told), ["RuntimeError", "RuntimeError", "Tensor"])


def test_who_left_has_no_row():
    """Who leaves before the batch runs is not computed; where all have left, nothing is."""

    async def scenario(ask):
        tasks = [asyncio.create_task(ask(n)) for n in range(3)]
        await asyncio.sleep(0.5)
        tasks[1].cancel()
        await asyncio.sleep(5)
        alone = asyncio.create_task(ask(7))
        await asyncio.sleep(0.5)
        alone.cancel()
        await asyncio.sleep(5)
        return [tasks[0].result(), tasks[2].result(), await ask(8)]

    answers, asked = _serve(scenario, max_batch=9, max_wait=1)
    assert_close(torch.stack(answers), torch.tensor([[0.0], [20.0], [80.0]]))
    assert_equal([rows for _, rows in asked], [[0, 2], [8]], what="the inputs of the batches")


@pytest.mark.parametrize("broken", [[], [2]], ids=["all well", "an error"])
def test_who_leaves_while_the_model_runs_harms_nobody(broken):
    """Who leaves while the batch runs is missed by nobody: the others are told, then the next."""

    async def scenario(ask):
        tasks = [asyncio.create_task(ask(n)) for n in range(3)]
        await asyncio.sleep(2)
        tasks[0].cancel()
        return await asyncio.gather(*tasks[1:], ask(5), return_exceptions=True)

    told, _ = _serve(scenario, max_batch=3, max_wait=1, takes=4, broken=broken)
    assert_equal(_kinds(told), [*["ArithmeticError" if broken else "Tensor"] * 2, "Tensor"])


def test_it_ends_when_it_is_cancelled():
    """Whoever cancels the run ends it, even while the model runs: there is no batch after that."""

    async def scenario(ask):
        requests = [asyncio.wait_for(ask(n), timeout=60) for n in range(3)]
        await asyncio.gather(*requests, return_exceptions=True)

    _, asked = _serve(scenario, max_batch=1, max_wait=1, takes=4, cancelled_at=6)
    assert_equal(asked, [(0.0, [0]), (4.0, [1])], what="when each batch ran, and its inputs")


async def _after(seconds, request):
    await asyncio.sleep(seconds)
    return await request


def _kinds(answers):
    return [type(it).__name__ for it in answers]


def _serve(scenario, max_batch, max_wait, takes=0, broken=(), device="cpu", cancelled_at=None):
    """What ``scenario`` returns, and when the model was asked for which numbers.

    The model takes ``takes`` seconds to multiply by 10, and fails on the numbers in ``broken``.
    """
    asked = []

    async def model(batch):
        rows = batch[:, 0].tolist()
        asked.append((now(), rows))
        await asyncio.sleep(takes)
        if set(rows) & set(broken):
            raise ArithmeticError("broken")
        return batch * 10

    async def main():
        batcher = Batcher(model, max_batch, max_wait)

        async def ask(number):
            numbers = number if isinstance(number, list) else [number]
            return await batcher.predict(torch.tensor(numbers, dtype=torch.float32, device=device))

        running = asyncio.create_task(batcher.run())
        if cancelled_at is not None:
            asyncio.get_running_loop().call_at(cancelled_at, running.cancel)
        try:
            return await scenario(ask)
        finally:
            running.cancel()

    return run_at_once(main), asked
