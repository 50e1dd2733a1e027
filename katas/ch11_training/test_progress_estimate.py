"""When will it be done (§11.7.2): enumerate, and an estimate now and then."""

import pytest

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas._dojo.writing.mismatch import MismatchError
from katas.ch11_training.progress_estimate import enumerate_with_estimate


class _Clock:
    """A clock that stands still until somebody takes time."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now


@pytest.mark.parametrize("n", [0, 1, 3, 12])
def test_it_yields_what_enumerate_yields(n):
    """Numbers count from 0, and every item comes, of a list or of a stream."""
    expected = [(ndx, f"item {ndx}") for ndx in range(n)]
    for items, settings in (
        ([f"item {ndx}" for ndx in range(n)], {}),
        ((f"item {ndx}" for ndx in range(n)), {"n_items": n}),
    ):
        found = list(enumerate_with_estimate(items, _Clock(0.0), lambda *_: None, **settings))
        assert_equal(found, expected, what="what it yields")


def test_items_are_asked_for_one_by_one():
    """The next item is asked for once the body has run for the one before: a stream may be long."""
    asked = []

    def stream():
        for ndx in range(9):
            asked.append(ndx)
            yield ndx

    found = []
    for ndx, _ in enumerate_with_estimate(stream(), _Clock(0.0), lambda *_: None, n_items=9):
        found.append(len(asked) - ndx)
    assert_equal(found, [1] * 9, what="how many items were asked for at a time")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, [4, 8, 16, 32]),
        ({"print_ndx": 1}, [1, 2, 4, 8, 16, 32]),
        ({"print_ndx": 3, "backoff": 3}, [3, 9, 27]),
        ({"print_ndx": 5, "backoff": 4}, [5, 20]),
        ({"start_ndx": 2}, [4, 8, 16, 32]),
        ({"start_ndx": 3}, [8, 16, 32]),
        ({"start_ndx": 8, "print_ndx": 3}, [24]),
        ({"start_ndx": 3, "print_ndx": 1, "backoff": 4}, [16]),
    ],
    ids=str,
)
def test_reports_get_rarer(settings, expected):
    """The numbers that are reported are multiplied by backoff, and come after the warm-up."""
    reported = [ndx for ndx, _ in _reports(_Clock(0.0), [1.0] * 40, **settings)]
    assert_equal(reported, expected, what="the numbers of the items reported")


def test_a_report_comes_behind_the_body():
    """Item 2 is reported once the body has run for it, the last one of all as well."""
    events = []

    def report(ndx, end):
        events.append(f"report {ndx}")

    for ndx, _ in enumerate_with_estimate("abcde", _Clock(0.0), report, print_ndx=2):
        events.append(f"body {ndx}")
    expected = ["body 0", "body 1", "body 2", "report 2", "body 3", "body 4", "report 4"]
    assert_equal(events, expected, what="what happens, in order")


@pytest.mark.parametrize("n", [9, 20])
def test_at_a_steady_pace_it_is_exact(n):
    """If each item takes 3 seconds, the end is 3 seconds times their number after the start."""
    reports = _reports(_Clock(1000.0), [3.0] * n)
    _assert_ends(reports, [1000.0 + 3 * n] * len(reports))


def test_it_goes_by_the_average_so_far():
    """What is to come takes as long as what has been; what an item takes to load counts, too."""
    seconds = [1.0, 1.0, 4.0, 2.0, 2.0, 8.0]
    reports = _reports(_Clock(50.0), seconds, print_ndx=1)
    _assert_ends(reports, [50 + 6 * 1.0, 50 + 6 * 2.0, 50 + 6 * 2.0])
    reports = _reports(_Clock(50.0), [0.0] * 6, print_ndx=1, loading=seconds)
    _assert_ends(reports, [50 + 6 * 1.0, 50 + 6 * 2.0, 50 + 6 * 2.0])


@pytest.mark.parametrize("kind", ["running", "loading"])
@pytest.mark.parametrize("start_ndx", [1, 3])
def test_the_warm_up_does_not_count(start_ndx, kind):
    """The first items are slow: time and number are counted once they are behind."""
    seconds = [50.0] * start_ndx + [2.0] * (10 - start_ndx)
    times = (seconds, None) if kind == "running" else ([0.0] * 10, seconds)
    reports = _reports(_Clock(7.0), times[0], start_ndx=start_ndx, print_ndx=4, loading=times[1])
    end = 7 + sum(seconds)
    _assert_ends(reports, [end] * len(reports))


def test_a_stream_says_how_many_there_are():
    """With n_items nobody asks for len: a stream has none, and a list may go on."""
    ends = _reports(_Clock(0.0), [2.0] * 9, n_items=30, stream=True)
    _assert_ends(ends, [60.0, 60.0])
    ends = _reports(_Clock(0.0), [2.0] * 9, n_items=30)
    _assert_ends(ends, [60.0, 60.0])


@pytest.mark.parametrize("backoff", [1, 0, -2])
@pytest.mark.parametrize("start_ndx", [0, 1])
def test_a_backoff_below_2_is_refused(backoff, start_ndx):
    """Reports would never get rarer: ValueError names the backoff."""
    with assert_raises(ValueError, (backoff, "backoff")):
        settings = {"start_ndx": start_ndx, "print_ndx": 4, "backoff": backoff}
        next(iter(enumerate_with_estimate("abc", _Clock(0.0), lambda *_: None, **settings)))


class _Items:
    """Items that take so many seconds to load, and then the loop's body to run."""

    def __init__(self, clock, loading, running):
        self.clock = clock
        self.loading = loading
        self.running = running

    def __len__(self):
        return len(self.running)

    def __iter__(self):
        for ndx, seconds in enumerate(self.loading):
            self.clock.now += seconds
            yield ndx


def _reports(clock, running, loading=None, stream=False, **settings):
    """All reports on items of which each takes so many seconds."""
    items = _Items(clock, loading or [0.0] * len(running), running)
    reports = []

    def report(ndx, end):
        reports.append((ndx, end))

    every = enumerate_with_estimate(iter(items) if stream else items, clock, report, **settings)
    for ndx, _ in every:
        clock.now += running[ndx]
    return reports


def _assert_ends(reports, expected):
    __tracebackhide__ = True
    ends = [end for _, end in reports]
    if len(ends) != len(expected) or not ends:
        assert_equal(ends, expected, what="the ends that were foretold")
    if any(abs(one - other) > 1e-6 for one, other in zip(ends, expected, strict=True)):
        what = "the ends that were foretold, in seconds"
        ends = [round(end, 3) for end in ends]
        text = f"{what}\ngot       {ends}\nexpected  {expected}"
        raise MismatchError(text, what, ends, expected)
