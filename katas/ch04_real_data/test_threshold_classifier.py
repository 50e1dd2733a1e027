"""A threshold as a classifier (§4.3.6): how precise it is, and how much it finds."""

import pytest
import torch

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch04_real_data.threshold_classifier import precision_and_recall, predict


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16, torch.int64])
@pytest.mark.parametrize(
    ("column", "threshold"),
    [([170, 132, 97, 140, 141], 140), ([0, -3, 2, -4], -3), ([8], 9), ([], 1)],
    ids=["5", "negative", "1", "0"],
)
def test_what_is_below_the_threshold_is_predicted(device, dtype, column, threshold):
    """Numbers below the threshold are True; those above are False, and so is the threshold."""
    numbers = torch.tensor(column, device=device, dtype=dtype)
    expected = torch.tensor([it < threshold for it in column], device=device, dtype=torch.bool)
    with assert_untouched(numbers):
        predicted = predict(numbers, threshold)
    assert_close(predicted, expected)


def test_the_wines_of_the_book(device):
    """Of 2727 wines predicted and 3258 good ones, 2018 are both: 0.7400 and 0.6194 (§4.3.6)."""
    predicted, actual = _masks(2018, 2727, 3258, 4898, device)
    _assert_shares(precision_and_recall(predicted, actual), 0.74000733406674, 0.6193984039287906)


@pytest.mark.parametrize(
    ("both", "n_predicted", "n_good", "n_samples"),
    [(1, 3, 2, 8), (2, 2, 5, 6), (3, 4, 3, 5), (0, 2, 1, 4), (4, 4, 4, 4), (1, 1, 1, 1)],
)
def test_precision_comes_first_then_recall(device, both, n_predicted, n_good, n_samples):
    """Precision is both over predicted, recall is both over good; what is neither plays no part."""
    predicted, actual = _masks(both, n_predicted, n_good, n_samples, device)
    with assert_untouched(predicted, actual):
        shares = precision_and_recall(predicted, actual)
    _assert_shares(shares, both / n_predicted, both / n_good)


@pytest.mark.parametrize(("n_predicted", "n_good"), [(0, 3), (3, 0), (0, 0)])
def test_nothing_has_no_share(device, n_predicted, n_good):
    """Where nothing is predicted, or nothing is good, one share is none: ZeroDivisionError."""
    masks = _masks(0, n_predicted, n_good, 7, device)
    with assert_raises(ZeroDivisionError):
        precision_and_recall(*masks)


def _masks(both, n_predicted, n_good, n_samples, device):
    """Which samples are predicted, and which are good, in no order."""
    numbers = [it * 5 % n_samples for it in range(n_samples)] if n_samples % 5 else [*range(5)]
    number = torch.tensor(numbers, device=device)
    actual = (number < both) | ((number >= n_predicted) & (number < n_predicted + n_good - both))
    return number < n_predicted, actual


def _assert_shares(shares, precision, recall):
    __tracebackhide__ = True
    kinds = type(shares).__name__, [type(it).__name__ for it in shares]
    assert_equal(kinds, ("tuple", ["float", "float"]), what="what comes back, and its parts")
    for name, share, expected in zip(
        ("precision", "recall"), shares, (precision, recall), strict=True
    ):
        tensors = [torch.tensor(it, dtype=torch.float64) for it in (share, expected)]
        assert_close(*tensors, rtol=1e-6, atol=0, what=name)
