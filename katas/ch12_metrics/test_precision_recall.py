"""Precision, recall (§12.3): shares of all that was said, and of all that was there."""

import math

import pytest

from katas._dojo.writing.assertions import assert_equal
from katas.ch12_metrics.precision_recall import precision_recall


@pytest.mark.parametrize(
    ("counts", "precision", "recall"),
    [
        ((3, 1, 2), 0.75, 0.6),
        ((1, 4, 0), 0.2, 1.0),
        ((2, 0, 6), 1.0, 0.25),
        ((0, 3, 5), 0.0, 0.0),
        ((1, 1, 1), 0.5, 0.5),
    ],
    ids=["both", "Roxie", "Preston", "nothing right", "half and half"],
)
def test_shares_of_what_is_said_and_of_what_is_there(counts, precision, recall):
    """Precision is TP by all that was said to be positive, recall TP by all that is positive."""
    _assert_pair(precision_recall([counts]), precision, recall)


def test_the_wines_of_chapter_4():
    """Of 2727 wines called good 2018 are, of 3258 good ones: .740007 and .619398 (§4.3.6)."""
    _assert_pair(precision_recall([(2018, 709, 1240)]), 0.740007, 0.619398)


@pytest.mark.parametrize(
    ("batches", "precision", "recall"),
    [
        ([(9, 1, 0), (0, 3, 2)], 9 / 13, 9 / 11),
        ([(0, 0, 4), (5, 1, 0), (1, 0, 1)], 6 / 7, 6 / 11),
        ([(0, 4, 0), (0, 0, 0), (3, 2, 3)], 3 / 9, 3 / 6),
        ([(0, 0, 1), (0, 3, 0)], 0.0, 0.0),
    ],
    ids=["two", "nothing said in one", "nothing there in one", "never both"],
)
def test_batches_are_counted_together(batches, precision, recall):
    """Counts are added up over the batches, and divided once: not a mean of batches' shares."""
    _assert_pair(precision_recall(batches), precision, recall)
    _assert_pair(precision_recall(iter(batches[::-1])), precision, recall)


@pytest.mark.parametrize(
    ("batches", "precision", "recall"),
    [
        ([(0, 0, 136)], math.nan, 0.0),
        ([(0, 51, 0)], 0.0, math.nan),
        ([(0, 0, 0)], math.nan, math.nan),
        ([(0, 0, 0), (0, 0, 2)], math.nan, 0.0),
        ([], math.nan, math.nan),
    ],
    ids=["nothing said", "nothing there", "neither", "two batches", "no batches"],
)
def test_a_share_of_nothing_is_no_number(batches, precision, recall):
    """Where nothing was said to be positive precision is nan; where nothing is there, recall."""
    _assert_pair(precision_recall(batches), precision, recall)


def _assert_pair(actual, *expected):
    """Two floats; nan equals nan."""
    __tracebackhide__ = True
    pair = tuple(actual) if isinstance(actual, tuple) else actual  # a named tuple will do
    kinds = ["float" if isinstance(it, float) else type(it).__name__ for it in pair]
    assert_equal(kinds, ["float", "float"], what="the types of precision, recall")
    both = zip(pair, expected, strict=True)
    near = tuple(one if _close(it, one) else it for it, one in both)
    assert_equal(near, expected, what="precision, recall")


def _close(actual, expected):
    """As close as float32 is: the counts may have been added up in tensors."""
    both_nan = math.isnan(actual) and math.isnan(expected)
    return both_nan or math.isclose(actual, expected, rel_tol=1e-6)
