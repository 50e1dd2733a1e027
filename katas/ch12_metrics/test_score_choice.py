"""Which score to choose by (§12.3.4): they do not agree on the best model."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch12_metrics.score_choice import choices

SCORES = ["mean", "minimum", "product", "f1"]

# Chosen by the minimum, the mean, F1, the product; then by precision alone, by recall alone.
MODELS = [(0.375, 0.375), (0.96875, 0.21875), (0.5625, 0.3125), (0.25, 0.875)]
MODELS += [(1.0, 0.0625), (0.0625, 0.9375)]
CHOSEN = {"mean": 1, "minimum": 0, "product": 3, "f1": 2}


def _all_but(place, **others):
    return dict.fromkeys(SCORES, place) | others


def test_only_the_mean_takes_the_model_that_finds_little(device, dtype):
    """Between (.5, .5) and (1, .1) the mean takes the second, .55 for .5; no other score does."""
    assert_equal(_choices([(0.5, 0.5), (1.0, 0.1)], device, dtype), _all_but(0, mean=1))


def test_each_score_may_choose_another_model(device, dtype):
    """Of six models each score takes another one for the best, as no other would."""
    assert_equal(_choices(MODELS, device, dtype), CHOSEN)


def test_a_little_higher_is_higher(device, dtype):
    """Scores are compared as they are: one that is higher by .00002 is the higher one."""
    models = [(0.5, 0.5), (0.5 + 2**-16, 0.5 + 2**-16)]
    assert_equal(_choices(models, device, dtype), _all_but(1))


@pytest.mark.parametrize("shift", [1, 2, 5])
def test_the_order_of_the_models_does_not_matter(device, shift):
    """In another order of the models each score chooses the same one, at its new place."""
    models = MODELS[shift:] + MODELS[:shift]
    moved = {name: (place - shift) % 6 for name, place in CHOSEN.items()}
    assert_equal(_choices(models, device, torch.float32), moved)


def test_precision_counts_as_much_as_recall(device):
    """With precision and recall exchanged each score chooses the same model."""
    exchanged = [(recall, precision) for precision, recall in MODELS]
    assert_equal(_choices(exchanged, device, torch.float64), CHOSEN)


@pytest.mark.parametrize(
    ("models", "expected"),
    [
        ([(0.25, 0.5), (0.5, 0.75), (0.75, 0.5), (0.5, 0.75)], _all_but(1)),
        ([(0.0, 0.0), (0.0, 0.0)], _all_but(0)),
        ([(0.0, 0.0), (0.0, 0.5)], _all_but(0, mean=1)),
        ([(0.5, 0.25)], _all_but(0)),
    ],
    ids=["three alike", "nothing right", "nothing found", "one model"],
)
def test_of_equal_scores_the_first_is_chosen(device, models, expected):
    """Where several models score the same, each score takes the first of them."""
    assert_equal(_choices(models, device, torch.float64), expected)


@pytest.mark.parametrize(
    ("models", "best"),
    [
        ([(0.0, 0.0), (0.125, 0.25), (0.25, 0.125)], 1),
        ([(0.125, 0.25), (0.0, 0.0), (0.25, 0.125)], 0),
        ([(1.0, 1.0), (0.0, 0.0)], 0),
    ],
    ids=["first", "in between", "last"],
)
def test_a_model_that_finds_nothing_is_not_the_best(device, dtype, models, best):
    """A model that is never right, at (0, 0), is chosen by no score, though F1 divides by 0."""
    assert_equal(_choices(models, device, dtype), _all_but(best))


def _choices(models, device, dtype):
    __tracebackhide__ = True
    precision, recall = torch.tensor(models, device=device, dtype=dtype).unbind(dim=1)
    with assert_untouched(precision, recall):
        chosen = choices(precision, recall)
    kinds = {name: type(it).__name__ for name, it in chosen.items()}
    assert_equal(kinds, dict.fromkeys(SCORES, "int"), what="the types of the choices")
    return chosen
