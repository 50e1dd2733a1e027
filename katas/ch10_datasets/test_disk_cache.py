"""A cache on disk (§10.5.1): computed once, and found again by every later run."""

import builtins
import contextlib
import multiprocessing
import sys

import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch10_datasets.disk_cache import disk_cached


def test_the_same_call_is_computed_once(tmp_path):
    """A second call with the same arguments gives the same result, and asks nobody."""
    calls = []
    area = disk_cached(_area(calls), tmp_path)
    results = [area(3, 4), area(3, width=4), area(3, 4), area(3, width=4), area(5, 4)]
    assert_equal(results, [12, 12, 12, 12, 20])
    # Whether 4 by position is the same as width=4 is left open.
    assert_equal(calls in ([(3, 4), (5, 4)], [(3, 4), (3, 4), (5, 4)]), True, what=f"from {calls}")


def test_the_next_run_finds_the_result(tmp_path):
    """Cached anew in the same folder, as in a later run, the function is not asked again."""
    earlier, later = [], []
    # Both are there at once, so that they cannot have the same address.
    area, area_of_later = _area(earlier), _area(later)
    disk_cached(area, tmp_path)("7", 2)
    assert_equal(disk_cached(area_of_later, tmp_path)("7", 2), "77")
    assert_equal(later, [], what="what is computed in the later run")


def test_a_result_is_found_at_once(tmp_path):
    """What others have kept since the function was cached is found, too."""
    calls = []
    area = disk_cached(_area(calls), tmp_path)
    disk_cached(_area([]), tmp_path)("7", 2)
    assert_equal(area("7", 2), "77")
    assert_equal(calls, [], what="what is computed although it was there")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux a fork beside torch is safe")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Python's, of a fork beside threads
def test_another_process_finds_the_result(tmp_path):
    """What a process has kept is found by another one, after the first has ended."""

    def work():
        with contextlib.suppress(Exception):  # it will be raised here as well
            disk_cached(_area([]), tmp_path)("7", 2)

    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    calls = []
    assert_equal(disk_cached(_area(calls), tmp_path)("7", 2), "77")
    assert_equal(calls, [], what="what is computed in the second process")


def test_each_run_has_hashes_of_its_own(tmp_path, monkeypatch):
    """In the next run, where hash() of a string is another number, the result is found."""
    calls, in_this_run = [], hash
    area = _area(calls)
    with monkeypatch.context() as earlier_run:
        earlier_run.setattr(builtins, "hash", lambda it: in_this_run(("another run", it)))
        disk_cached(area, tmp_path)("7", 2)
    assert_equal(disk_cached(area, tmp_path)("7", 2), "77")
    assert_equal(calls, [("7", 2)], what="what is computed in two runs")


@pytest.mark.parametrize("result", [None, False, 0, "", ()], ids=repr)
def test_none_is_a_result(tmp_path, result):
    """None, and all else that counts as false, is kept like any other result."""
    calls = []

    def look(place):
        calls.append(place)
        return result

    for _ in range(2):
        cached = disk_cached(look, tmp_path)
        assert_equal([cached("here"), cached("here")], [result, result])
    assert_equal(calls, ["here"], what="what is computed")


@pytest.mark.parametrize(
    "calls",
    [
        [((1, 23), {}), ((12, 3), {}), ((123,), {})],
        [(("a", "b"), {}), (("b", "a"), {}), (("a, b",), {}), (("ab",), {})],
        [((1, (2, 3)), {}), (((1, 2), 3), {}), (((1, 2, 3),), {})],
        [((1,), {}), ((1.0,), {}), ((True,), {}), (("1",), {})],
        [((-1,), {}), ((-2,), {})],
        [((), {"start": 1, "stop": 2}), ((), {"start": 2, "stop": 1}), ((), {"start": 1})],
        [((7,), {"width": 3}), ((7,), {"width": 4}), ((7,), {})],
    ],
    ids=["digits", "letters", "tuples", "types", "hashes", "keywords", "position and keyword"],
)
def test_different_calls_have_different_results(tmp_path, calls):
    """Whatever differs in value, type, order or keyword is a call of its own."""
    echo = disk_cached(_echo, tmp_path)
    expected = [_echo(*args, **kwargs) for args, kwargs in calls]
    for _ in range(2):
        assert_equal([echo(*args, **kwargs) for args, kwargs in calls], expected)


def test_functions_may_share_a_folder(tmp_path):
    """Functions of different names have results of their own, also for the same arguments."""
    area, echo = disk_cached(_area([]), tmp_path), disk_cached(_echo, tmp_path)
    for _ in range(2):
        assert_equal([area(3, 4), echo(3, 4)], [12, "(3, 4) {}"])


@pytest.mark.parametrize("n_before", [0, 1, 2])
def test_whoever_edits_a_result_edits_a_copy(tmp_path, n_before):
    """A list that its first or a later reader has changed is for the next one what it was."""
    numbers = disk_cached(lambda n: list(range(n)), tmp_path)
    for _ in range(n_before):
        numbers(3)
    numbers(3).append(99)
    assert_equal(numbers(3), [0, 1, 2])


def test_an_error_is_not_kept(tmp_path):
    """An error comes through; the next call tries again, and its result is kept."""
    outcomes = [ValueError("the disk is full"), 8]

    def load(series):
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    cached = disk_cached(load, tmp_path)
    with assert_raises(ValueError):
        cached("1.3.6")
    for _ in range(2):
        assert_equal(cached("1.3.6"), 8)


def test_crops_come_back_as_they_were(tmp_path):
    """Arrays, tensors and tuples of them have the same dtype and shape, and the same values."""
    crop = np.arange(-12, 12, dtype=np.int16).reshape(2, 3, 4)
    tensor = torch.arange(6, dtype=torch.bfloat16).reshape(2, 3)
    cached = disk_cached(lambda width: (crop, tensor, width), tmp_path)
    for _ in range(2):
        array, found, width = cached((2, 3, 4))
        assert_close(array, crop, what="the array")
        assert_close(found, tensor, what="the tensor")
        assert_equal(width, (2, 3, 4), what="the tuple")


def _area(calls):
    def area(height, width):
        calls.append((height, width))
        return height * width

    return area


def _echo(*args, **kwargs):
    return f"{args} {kwargs}"
