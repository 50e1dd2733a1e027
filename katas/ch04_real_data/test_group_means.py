"""Means of groups (§4.3.6): rows by a mask, then the mean of each column."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch04_real_data.group_means import group_means

NAMES = ["bad", "middling", "good"]
BOUNDS = [(0, 3), (4, 6), (7, 10)]  # the lowest and the highest score of each group


@pytest.mark.parametrize("n_columns", [5, 1, 12])
def test_a_group_has_the_means_of_its_rows(device, dtype, n_columns):
    """Each column's mean is taken over the rows of bad, of middling, then of good scores."""
    scores = [6, 3, 7, 5, 1, 6, 8, 2, 9, 4, 6, 6]
    _assert_means(scores, n_columns, device, dtype)


@pytest.mark.parametrize("score", [2, 3, 4, 6, 7, 8])
def test_a_score_belongs_to_one_group(device, dtype, score):
    """Up to 3 is bad, 4 to 6 is middling, from 7 on is good: the bounds belong to it."""
    _assert_means([0, score, 5, 10, score], 3, device, dtype)


@pytest.mark.parametrize(
    "scores",
    [[5, 6, 9, 4], [2, 8, 9, 1], [3, 6, 5, 2], [7, 7, 7], [5]],
    ids=["none bad", "none middling", "none good", "all good", "one row"],
)
def test_a_group_without_rows_has_no_mean(device, dtype, scores):
    """Of no rows the mean of each column is NaN, which no number can be taken for."""
    _assert_means(scores, 3, device, dtype)


def test_half_precision_stays_half(device):
    """The means have the dtype of the data, bfloat16 too."""
    _assert_means([6, 3, 7, 5, 1, 6], 4, device, torch.bfloat16)


def test_data_and_target_are_left_alone(device, dtype):
    """Neither the data nor the scores are changed."""
    data = _data((4, 3), device, dtype)
    target = torch.tensor([3, 7, 5, 6], device=device)
    with assert_untouched(data, target):
        group_means(data, target)


def _assert_means(scores, n_columns, device, dtype):
    __tracebackhide__ = True
    data = _data((len(scores), n_columns), device, dtype)
    expected = []
    for lowest, highest in BOUNDS:
        rows = [row for row, it in zip(data, scores, strict=True) if lowest <= it <= highest]
        none = torch.full_like(data[0], torch.nan)
        expected.append(sum(rows) / len(rows) if rows else none)
    means = group_means(data, torch.tensor(scores, device=device))
    assert_equal(len(means), 3, what="the number of groups")
    for name, mean, wanted in zip(NAMES, means, expected, strict=True):
        assert_close(mean, wanted, what=f"the means of the {name} rows")


def _data(size, device, dtype):
    """Columns of their own place each, in no order."""
    n_rows, n_columns = size
    steps = torch.arange(n_rows * n_columns, device=device).reshape(size)
    return (steps * 29 % 32 + 3 * torch.arange(n_columns, device=device)).to(dtype)
