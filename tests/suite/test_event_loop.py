"""The loop whose clock jumps: nobody waits in it, and what goes wrong in it is told."""

import asyncio
import gc
import time

import pytest

from katas._dojo.writing.event_loop import STANDSTILL, now, run_at_once
from katas._dojo.writing.mismatch import MismatchError


def test_an_hour_takes_no_time_and_has_its_order():
    seen = []

    async def sleeper(seconds):
        await asyncio.sleep(seconds)
        seen.append((seconds, now()))

    async def main():
        await asyncio.gather(*map(sleeper, (3600, 0.02, 60)))
        return now()

    began = time.monotonic()
    assert run_at_once(main) == 3600
    assert seen == [(0.02, 0.02), (60, 60), (3600, 3600)]
    assert time.monotonic() - began < 60


def test_who_waits_for_ever_is_told():
    async def main():
        await asyncio.Event().wait()

    with pytest.raises(MismatchError, match=STANDSTILL):
        run_at_once(main)


def test_a_task_that_failed_unheard_is_told_in_one_line(capsys):
    async def failing():
        raise LookupError("17 gremlins")

    async def main():
        task = asyncio.ensure_future(failing())
        await asyncio.sleep(1)
        del task
        gc.collect()

    run_at_once(main)
    told = "Task exception was never retrieved: LookupError('17 gremlins')\n"
    assert capsys.readouterr().err == told
