"""The area under a ROC curve (§14.5.2): of trapezoids, and as a chance."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch14_detection.auc import area_under, chance_of_outranking

DTYPES = [torch.float32, torch.float64, torch.bfloat16]


@pytest.mark.parametrize(
    ("fpr", "tpr", "expected"),
    [
        ([0, 0, 0.5, 0.5, 1], [0, 0.5, 0.5, 1, 1], 0.75),
        ([0, 0, 1], [0, 1, 1], 1.0),
        ([0, 1, 1], [0, 0, 1], 0.0),
        ([0, 1], [0, 1], 0.5),
        ([0, 0.5, 1], [0, 1, 1], 0.75),
    ],
    ids=["of the book", "always right", "always wrong", "guessed", "a tie of the book"],
)
def test_an_area_by_hand(device, dtype, fpr, tpr, expected):
    """Each step is a trapezoid: as wide as fpr grows, and as high as tpr is in the middle."""
    fpr = torch.tensor(fpr, device=device, dtype=dtype)
    tpr = torch.tensor(tpr, device=device, dtype=dtype)
    with assert_untouched(fpr, tpr):
        area = area_under(fpr, tpr)
    assert_close(area, torch.tensor(expected, device=device, dtype=dtype))


def test_steps_may_be_uneven(device, dtype):
    """From .1 to .2 to .7: each height has the width of its own step, and tpr is no neutral 1."""
    fpr = torch.tensor([0.1, 0.2, 0.7], device=device, dtype=dtype)
    tpr = torch.tensor([0.3, 0.5, 0.8], device=device, dtype=dtype)
    expected = torch.tensor(0.1 * 0.4 + 0.5 * 0.65, device=device, dtype=dtype)
    assert_close(area_under(fpr, tpr), expected)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(
    ("scores", "labels", "expected"),
    [
        ([0.1, 0.4, 0.35, 0.8], [False, False, True, True], 0.75),
        ([-7.0, 3.0, -9.0, 12.0, -8.0], [True, True, False, True, False], 1.0),
        ([2.0, 9.0, 1.0, 3.0], [True, False, True, False], 0.0),
        ([5.0, 4.0, 1.0, 3.0, 2.0], [True, False, False, False, True], 4 / 6),
    ],
)
def test_the_chance_is_a_share_of_pairs(device, dtype, scores, labels, expected):
    """Each positive against each negative: of .1 .4 .35 .8 the last two win three of four."""
    scores = torch.tensor(scores, device=device, dtype=dtype)
    labels = torch.tensor(labels, device=device)
    with assert_untouched(scores, labels):
        chance = chance_of_outranking(scores, labels)
    assert_close(chance, torch.tensor(expected, device=device))


@pytest.mark.parametrize(
    ("scores", "expected"),
    [([1, 1, 0.2, 1], 0.75), ([0.3, 0.3, 0.3, 0.3], 0.5), ([0.3, 0.2, 0.1, 0.3], 3 / 8 + 1 / 4)],
)
def test_a_tie_is_half_a_win(device, dtype, scores, expected):
    """Scores that are equal say nothing: half for the positive one, half for the negative."""
    scores = torch.tensor(scores, device=device, dtype=dtype)
    labels = torch.tensor([False, True, False, True], device=device)
    assert_close(chance_of_outranking(scores, labels), torch.tensor(expected, device=device))


@pytest.mark.parametrize(
    ("low", "high", "dtype"),
    [(1.0, 1.0 + 1e-12, torch.float64), (2**24, 2**24 + 1, torch.int64)],
    ids=["float64", "int64"],
)
def test_what_is_close_is_no_tie(device, low, high, dtype):
    """Scores are compared as they are: float32 would make some of them equal that are not."""
    scores = torch.tensor([low, high], device=device, dtype=dtype)
    labels = torch.tensor([False, True], device=device)
    assert_close(chance_of_outranking(scores, labels), torch.tensor(1.0, device=device))


@pytest.mark.parametrize(
    "labels", [[True] * 3, [False] * 3, []], ids=["positive", "negative", "no"]
)
def test_without_pairs_there_is_no_chance(device, labels):
    """Where all samples are of one kind, or there are none, it is nan."""
    scores = torch.tensor([0.2, 0.9, 0.4][: len(labels)], device=device)
    chance = chance_of_outranking(scores, torch.tensor(labels, device=device, dtype=torch.bool))
    assert_close(chance, torch.tensor(math.nan, device=device))


def test_both_are_the_same(device):
    """The area under the curve of forty scores, some equal, is the chance, to the last digit."""
    labels = torch.arange(40) % 4 == 1
    scores = torch.randint(0, 30, (40,), generator=torch.Generator().manual_seed(0)) + 8.0 * labels
    thresholds = scores.unique().flip(0)[:, None]
    fpr = torch.tensor([0.0, *(scores[~labels] >= thresholds).double().mean(1).tolist()])
    tpr = torch.tensor([0.0, *(scores[labels] >= thresholds).double().mean(1).tolist()])
    pairs = [
        (p > n) + (p == n) / 2 for p in scores[labels].tolist() for n in scores[~labels].tolist()
    ]
    expected = torch.tensor(sum(pairs) / len(pairs), device=device)
    assert_close(
        chance_of_outranking(scores.to(device), labels.to(device)), expected, what="chance"
    )
    assert_close(area_under(fpr.to(device), tpr.to(device)), expected, what="area")
