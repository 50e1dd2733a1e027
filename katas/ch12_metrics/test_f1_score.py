"""The F1 score (§12.3.4): the harmonic mean of precision and recall."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch12_metrics.f1_score import f1_score

DTYPES = [torch.float32, torch.float64, torch.bfloat16]
each_dtype = pytest.mark.parametrize("dtype", DTYPES)


@each_dtype
def test_the_figures_of_the_book(device, dtype):
    """F1 of (.5, .5) is .5, of (1, .1) .1818, of (.9, .1) .18."""
    precision = _tensor([0.5, 1.0, 0.9], device, dtype)
    recall = _tensor([0.5, 0.1, 0.1], device, dtype)
    expected = _tensor([0.5, 2 / 11, 0.18], device, dtype)
    with assert_untouched(precision, recall):
        score = f1_score(precision, recall)
    assert_close(score, expected)


@pytest.mark.parametrize(
    ("precision", "recall", "expected", "tolerance"),
    [
        (0.740007, 0.619398, 0.674350, 1e-5),  # the wines of chapter 4
        (0.001, 0.001, 0.001, 1e-12),
        (1e-20, 1e-20, 1e-20, 1e-12),
        (0.0003, 0.6, 0.00036 / 0.6003, 1e-12),
        (1.0, 1.0, 1.0, 1e-12),
    ],
    ids=["the wines", "two low ones", "two tiny ones", "one low one", "perfect"],
)
def test_the_score_of_one_pair(device, precision, recall, expected, tolerance):
    """One pair has one score: high if both are high, low if one of them is."""
    pair = (_tensor(it, device, torch.float64) for it in (precision, recall))
    score = f1_score(*pair)
    assert_close(score, _tensor(expected, device, torch.float64), rtol=tolerance, atol=0)


@each_dtype
def test_it_is_the_mean_of_reciprocals(device, dtype):
    """1 / F1 is the mean of 1 / precision and 1 / recall, for each pair of a grid."""
    precision, recall = _grid(device, dtype)
    expected = 2 / (1 / precision.double() + 1 / recall.double())
    score = f1_score(precision, recall)
    assert_close(score, expected.to(dtype))
    assert_close(f1_score(recall, precision), score, what="precision and recall exchanged")


@each_dtype
def test_nothing_right_scores_zero(device, dtype):
    """Where one of the two is 0, or both are, so is the score; other pairs keep theirs."""
    precision = _tensor([0.0, 0.5, 0.0, 1.0], device, dtype)
    recall = _tensor([0.0, 0.0, 0.5, 0.5], device, dtype)
    expected = _tensor([0.0, 0.0, 0.0, 2 / 3], device, dtype)
    assert_close(f1_score(precision, recall), expected)


@each_dtype
def test_what_is_no_number_stays_so(device, dtype):
    """Where precision or recall is nan, so is the score."""
    nan = math.nan
    precision = _tensor([nan, 0.0, nan, 0.5], device, dtype)
    recall = _tensor([0.0, nan, nan, 0.25], device, dtype)
    expected = _tensor([nan, nan, nan, 1 / 3], device, dtype)
    with assert_untouched(precision, recall):
        score = f1_score(precision, recall)
    assert_close(score, expected)


def _tensor(values, device, dtype):
    return torch.tensor(values, device=device, dtype=dtype)


def _grid(device, dtype):
    """Precision and recall from 1/8 to 1, [8, 8] each."""
    values = torch.arange(1, 9, device=device, dtype=dtype) / 8
    return torch.meshgrid(values, values, indexing="ij")
