"""The best score so far (§12.3.4): which epoch's model is to be kept."""

import math

import pytest

from katas._dojo.writing.assertions import assert_equal
from katas.ch12_metrics.best_score import BestScore

INF, NAN = math.inf, math.nan


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([0.2, 0.5, 0.4, 0.6, 0.3], [True, True, False, True, False]),
        ([0.7, 0.1, 0.2, 0.3], [True, False, False, False]),
        ([-3.0, -2.0, -5.0, 1.0], [True, True, False, True]),
        ([0.5, 0.5000001, 0.50000005], [True, True, False]),
    ],
    ids=["up and down", "the first", "negative", "by little"],
)
def test_a_higher_score_is_better(scores, expected):
    """A score is the best so far if it is higher than each one before it."""
    _assert_updates(BestScore(), scores, expected)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([0.9, 0.7, 0.8, 0.6], [True, True, False, True]),
        ([0.2, 0.0, -1.0, -0.5], [True, True, True, False]),
        ([0.5, 0.4999999, 0.49999995], [True, True, False]),
    ],
    ids=["losses", "below 0", "by little"],
)
def test_a_lower_score_may_be_better(scores, expected):
    """Where lower is better, as with a loss, the best so far is lower than each one before it."""
    _assert_updates(BestScore(lower_is_better=True), scores, expected)


@pytest.mark.parametrize("lower_is_better", [False, True])
@pytest.mark.parametrize("first", [0.0, -7.5, 3.0, INF, -INF])
def test_the_first_number_is_the_best_so_far(lower_is_better, first):
    """Whatever number comes first, 0 and infinity among them, is the best so far."""
    tracker = BestScore(lower_is_better)
    assert_equal(tracker.best, None, what="best, before any score")
    _assert_updates(tracker, [first, first], [True, False])


@pytest.mark.parametrize("lower_is_better", [False, True])
@pytest.mark.parametrize("score", [0.0, 0.5, -1.0])
def test_an_equal_score_is_no_better(lower_is_better, score):
    """Of equal scores the first one is the best: the model that was trained for less long."""
    _assert_updates(BestScore(lower_is_better), [score] * 3, [True, False, False])


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([NAN, 0.3, 0.2, 0.4], [False, True, False, True]),
        ([0.3, NAN, 0.2, 0.4], [True, False, False, True]),
        ([NAN, NAN, -0.5, NAN, -0.6], [False, False, True, False, False]),
        ([NAN, NAN], [False, False]),
    ],
    ids=["first", "in between", "again and again", "nothing else"],
)
def test_nan_is_never_the_best(scores, expected):
    """A nan is never the best, and what comes after it is compared with the numbers before it."""
    _assert_updates(BestScore(), scores, expected)
    # The other way round, with all signs changed.
    _assert_updates(BestScore(lower_is_better=True), [-it for it in scores], expected)


def test_each_remembers_its_own():
    """Two scores of the same training have a best each."""
    f1, loss = BestScore(), BestScore(lower_is_better=True)
    assert_equal([f1.update(0.5), loss.update(0.9)], [True, True], what="update of each")
    assert_equal([f1.update(0.6), loss.update(0.7)], [True, True], what="update of each")
    assert_equal([f1.best, loss.best], [0.6, 0.7], what="best of each")


def _assert_updates(tracker, scores, expected):
    """What update returns for each of the scores, and what is remembered after it."""
    __tracebackhide__ = True
    updates, remembered, best = [], [], None
    for score, is_best in zip(scores, expected, strict=True):
        updates.append(tracker.update(score))
        best = score if is_best else best
        remembered.append((tracker.best, best))
    assert_equal(updates, expected, what=f"update for {scores}")
    bests, wanted = map(list, zip(*remembered, strict=True))
    assert_equal(bests, wanted, what=f"best after each of {scores}")
