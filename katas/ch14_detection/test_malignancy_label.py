"""Malignant by the word of radiologists (§14.5.1): two of them, at 4 or more."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch14_detection.malignancy_label import is_malignant

DTYPES = [torch.int64, torch.int32, torch.uint8]


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ([4, 4, 1, 1], True),
        ([5, 5, 1, 1], True),
        ([1, 4, 2, 5], True),
        ([4, 4, 4, 4], True),
        ([5, 5, 5, 1], True),
        ([5, 1, 1, 1], False),
        ([5, 3, 3, 3], False),
        ([3, 3, 3, 3], False),
        ([1, 1, 4, 3], False),
        ([1, 1, 1, 1], False),
    ],
)
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_two_of_four_are_enough(device, dtype, rating, expected):
    """Two who say 4 or 5 are enough, whatever the others say; one is not, even with 5."""
    ratings = torch.tensor([rating], device=device, dtype=dtype)
    with assert_untouched(ratings):
        result = is_malignant(ratings)
    assert_close(result, torch.tensor([expected], device=device))


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ([4, 4, 0, 0], True),
        ([4, 0, 0, 5], True),
        ([5, 0, 0, 0], False),
        ([4, 0, 3, 0], False),
        ([5, 3, 3, 0], False),
        ([0, 0, 0, 0], False),
    ],
)
def test_who_has_not_rated_does_not_count(device, rating, expected):
    """Two are two, however many have looked: one of one, sure as she may be, is not enough."""
    ratings = torch.tensor([rating], device=device)
    assert_close(is_malignant(ratings), torch.tensor([expected], device=device))


@pytest.mark.parametrize("n_nodules", [3, 4, 7, 0])
def test_each_nodule_has_its_own_radiologists(device, n_nodules):
    """A nodule is judged by its row alone, with as many nodules as radiologists, fewer, or none."""
    rows = [[4, 1, 2, 3], [4, 4, 1, 2], [4, 1, 5, 5], [4, 1, 1, 1], [0, 5, 5, 0], [2, 5, 1, 0]]
    expected = [False, True, True, False, True, False, True]
    rows.append([5, 5, 5, 5])
    ratings = torch.tensor(rows, device=device)[:n_nodules]
    assert_close(is_malignant(ratings), torch.tensor(expected, device=device)[:n_nodules])


@pytest.mark.parametrize("n_radiologists", [1, 2, 3, 9])
def test_two_are_enough_of_any_number(device, n_radiologists):
    """Of two it takes both, of nine it takes two, and one alone can never say so."""
    ratings = torch.ones(3, n_radiologists, device=device, dtype=torch.int64)
    ratings[1, :1] = 5
    ratings[2, -2:] = 4
    expected = torch.tensor([False, False, n_radiologists > 1], device=device)
    assert_close(is_malignant(ratings), expected)
