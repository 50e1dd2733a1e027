"""Backpressure (§15.1.3): who is let in, who waits, who is refused, and for how long."""

import asyncio

import pytest

from katas._dojo.writing.assertions import assert_equal
from katas._dojo.writing.event_loop import now, run_at_once
from katas.ch15_production.backpressure import Gate

FULL = "QueueFull"


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_one_is_answered_and_the_limit_waits(limit):
    """Of seven who come together, one is answered, limit of them wait, the others are refused."""
    told = _told(lambda ask: [ask(n) for n in range(7)], limit)
    assert_equal([it for it, _ in told], [*range(0, 10 * limit + 1, 10), *[FULL] * (6 - limit)])


def test_who_is_refused_is_told_at_once():
    """A refusal takes no time; an answer takes 4 s for each request that is there before."""
    told = _told(lambda ask: [ask(n) for n in range(4)], limit=2)
    assert_equal(told, [(0, 4.0), (10, 8.0), (20, 12.0), (FULL, 0.0)])


def test_an_answer_makes_room_for_one():
    """When a request is answered, the next is with the handler, and one more may wait."""
    told = _told(lambda ask: [ask(n, at=at) for n, at in enumerate([0, 1, 2, 3, 5, 6, 9])], limit=2)
    expected = [(0, 4.0), (10, 8.0), (20, 12.0), (FULL, 3.0), (40, 16.0), (FULL, 6.0), (60, 20.0)]
    assert_equal(told, expected, what="what each was told, and when")


def test_the_refused_take_no_place():
    """However many were refused, there is as much room as before, and they are never handled."""
    handled = []
    told = _told(lambda ask: [ask(n, at=n * 0.375) for n in range(60)], 0, handled=handled)
    answered = {it: at for it, at in told if it != FULL}
    assert_equal(answered, {0: 4.0, 110: 8.125, 220: 12.25, 330: 16.375, 440: 20.5, 550: 24.625})
    assert_equal(handled, [0, 11, 22, 33, 44, 55], what="what the handler was given")


def test_one_after_the_other_in_their_order():
    """The handler is never given a second request before it has answered the first."""
    handled = []
    told = _told(lambda ask: [ask(n, at=n / 8) for n in range(5)], 4, handled=handled)
    assert_equal([at for _, at in told], [4.0, 8.0, 12.0, 16.0, 20.0], what="when each was told")
    assert_equal(handled, [0, 1, 2, 3, 4], what="what the handler was given")


def test_an_error_makes_room_as_well():
    """Where the handler fails, that caller alone is told, and their place is free."""
    told = _told(lambda ask: [ask(n, at=n) for n in [0, -1, 2, 9, 10, 11]], 1)
    expected = [(0, 4.0), ("KeyError", 8.0), (FULL, 2.0), (90, 13.0), (100, 17.0), (FULL, 11.0)]
    assert_equal(told, expected, what="what each was told, and when")


def test_who_leaves_makes_room_as_well():
    """Who waited and left is not handled; who was with the handler and left lets the next in."""
    handled = []

    def requests(ask):
        leave = ask(0, leaves=1.0), ask(1, leaves=0.5)
        return [*leave, ask(2, at=0.75), ask(3, at=1.25), ask(4, at=1.5)]

    told = _told(requests, 1, handled=handled)
    expected = [("left", 1.0), ("left", 0.5), (20, 5.0), (30, 9.0), (FULL, 1.5)]
    assert_equal(told, expected, what="what each was told, and when")
    assert_equal(handled, [0, 2, 3], what="what the handler was given")


def _told(requests, limit, handled=None):
    """What each of ``requests(ask)`` was told, and when; a request below 0 is a KeyError.

    The handler takes 4 s, and multiplies by 10.
    """
    handled = [] if handled is None else handled

    async def handler(request):
        handled.append(request)
        await asyncio.sleep(4)
        if request < 0:
            raise KeyError(request)
        return request * 10

    async def main():
        gate = Gate(handler, limit)

        async def ask(n, at=0, leaves=None):
            await asyncio.sleep(abs(at))
            try:
                async with asyncio.timeout_at(leaves):
                    answer = await gate.ask(n)
            except TimeoutError:
                answer = "left"
            except Exception as error:
                answer = type(error).__name__
            return answer, now()

        return await asyncio.gather(*requests(ask))

    return run_at_once(main)
