"""Validation every few epochs (§13.6): which epochs, in which order, and which is the best."""

import math

import pytest

from katas._dojo.writing.assertions import assert_equal
from katas.ch13_segmentation.validation_cadence import fit

INF, NAN = math.inf, math.nan


@pytest.mark.parametrize(
    ("n_epochs", "cadence", "validated"),
    [
        (20, 5, [1, 5, 10, 15, 20]),
        (13, 5, [1, 5, 10]),
        (7, 3, [1, 3, 6]),
        (4, 2, [1, 2, 4]),
        (3, 10, [1]),
        (1, 5, [1]),
    ],
)
def test_the_first_is_validated_and_every_kth(n_epochs, cadence, validated):
    """The epochs 1, k, 2k, 3k are validated, and no other one, also not the last."""
    calls, _ = _fitted(n_epochs, cadence)
    assert_equal(_epochs(calls, "validate"), validated, what="the epochs that are validated")


def test_every_epoch_may_be_validated():
    """With a cadence of 1 each is, and the first only once."""
    calls, _ = _fitted(3, 1)
    assert_equal(_epochs(calls, "validate"), [1, 2, 3], what="the epochs that are validated")


@pytest.mark.parametrize("n_epochs", [0, 1, 4, 5, 11])
def test_every_epoch_trains(n_epochs):
    """There are n epochs, from 1 to n, and each of them trains once."""
    calls, _ = _fitted(n_epochs, 5)
    epochs = list(range(1, n_epochs + 1))
    assert_equal(_epochs(calls, "train"), epochs, what="the epochs that train")


def test_an_epoch_trains_validates_saves():
    """What is validated is the model that the epoch has made, and it is saved once it is judged."""
    calls, _ = _fitted(4, 3)
    steps = ["train 1", "validate 1", "save 1", "train 2", "train 3", "validate 3", "save 3"]
    assert_equal(calls, [*steps, "train 4"], what="what is called")


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ({1: 0.2, 2: 0.5, 4: 0.4, 6: 0.6, 8: 0.3}, [1, 2, 6]),
        ({1: 0.7, 2: 0.3, 4: 0.4, 6: 0.5}, [1]),
        ({1: 0.1, 2: 0.2, 4: 0.3}, [1, 2, 4]),
        ({1: -0.5, 2: -0.7, 4: -0.1}, [1, 4]),
    ],
    ids=["up and down", "the first", "upwards", "negative"],
)
def test_the_best_was_validated(scores, best):
    """Each validated epoch is saved, and told whether its score is above all before it."""
    _, saved = _fitted(max(scores) + 1, 2, scores)
    assert_equal(saved, {epoch: epoch in best for epoch in scores}, what=f"is_best for {scores}")


@pytest.mark.parametrize("first", [0.0, -7.0, INF, -INF])
def test_an_equal_score_is_no_better(first):
    """The first number is the best so far, whatever it is, and one that equals it is not."""
    _, saved = _fitted(4, 2, {1: first, 2: first, 4: first})
    assert_equal(saved, {1: True, 2: False, 4: False}, what=f"is_best for scores of {first}")


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ({1: NAN, 2: 0.3, 4: 0.2, 6: 0.4}, [2, 6]),
        ({1: 0.3, 2: NAN, 4: 0.2, 6: 0.4}, [1, 6]),
        ({1: NAN, 2: NAN, 4: -0.5, 6: NAN}, [4]),
    ],
    ids=["first", "in between", "again and again"],
)
def test_nan_is_never_the_best(scores, best):
    """An epoch of nan is saved, is not the best, and does not stand in the way of later ones."""
    _, saved = _fitted(6, 2, scores)
    assert_equal(saved, {epoch: epoch in best for epoch in scores}, what=f"is_best for {scores}")


def _fitted(n_epochs, cadence, scores=None):
    """What is called, in order, and what was said of each epoch that is saved."""
    calls, saved = [], {}

    def validate(epoch):
        calls.append(f"validate {epoch}")
        return scores.get(epoch, 0.9) if scores else epoch / 100

    def save(epoch, is_best):
        calls.append(f"save {epoch}")
        saved[epoch] = is_best

    fit(n_epochs, cadence, lambda epoch: calls.append(f"train {epoch}"), validate, save)
    return calls, saved


def _epochs(calls, name):
    return [int(it.split()[1]) for it in calls if it.startswith(name)]
