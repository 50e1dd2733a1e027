"""What it takes to be 99.75% right (§11.8): nothing, where one candidate in 400 is a nodule."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch11_training.majority_baseline import majority_baseline, skill

RARE = (399, 1)
COMMON = (2, 6)


def test_always_no_is_right_for_nearly_all(device):
    """One nodule in 400: always no is right for 99.75 per cent, for all others, and no nodule."""
    _assert_baseline(_labels(*RARE, device), {"all": 99.75, "neg": 100.0, "pos": 0.0})


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (COMMON, {"all": 75.0, "neg": 0.0, "pos": 100.0}),
        ((1, 7), {"all": 87.5, "neg": 0.0, "pos": 100.0}),
    ],
    ids=["six of eight", "seven of eight"],
)
def test_the_more_frequent_class_may_be_yes(device, counts, expected):
    """Where most labels are 1, the answer is 1, and nothing else is told."""
    _assert_baseline(_labels(*counts, device), expected)


def test_if_both_are_as_frequent_the_answer_is_no(device):
    """Of two classes of one size 0 is the answer: half of all samples are right."""
    _assert_baseline(_labels(3, 3, device), {"all": 50.0, "neg": 100.0, "pos": 0.0})


@pytest.mark.parametrize("counts", [RARE, COMMON, (3, 3)], ids=["rare", "common", "equal"])
def test_the_baseline_itself_has_no_skill(device, counts):
    """Who is as right as the baseline has a skill of 0, who is always right one of 1."""
    labels = _labels(*counts, device)
    n_right = max(counts)
    _assert_number(skill(100 * n_right / sum(counts), labels), 0.0)
    _assert_number(skill(100.0, labels), 1.0)


@pytest.mark.parametrize(
    ("counts", "percentage", "expected"),
    [
        (RARE, 99.875, 0.5),
        (RARE, 99.0, -3.0),
        (COMMON, 80.0, 0.2),
        (COMMON, 25.0, -2.0),
        ((3, 3), 80.0, 0.6),
    ],
    ids=["half the way", "four errors", "a fifth", "all wrong", "equal"],
)
def test_skill_is_the_way_from_the_baseline_to_100(device, counts, percentage, expected):
    """It is the share of what the baseline leaves to be told: less than nothing, if below it."""
    _assert_number(skill(percentage, _labels(*counts, device)), expected)


def _labels(n_negative, n_positive, device):
    """Labels with the rarer ones in the middle."""
    few, many = sorted([(n_negative, 0), (n_positive, 1)])
    half = many[0] // 2
    labels = [many[1]] * half + [few[1]] * few[0] + [many[1]] * (many[0] - half)
    return torch.tensor(labels, device=device)


def _assert_baseline(labels, expected):
    __tracebackhide__ = True
    found = majority_baseline(labels)
    assert_equal(sorted(found), sorted(expected), what="the keys")
    for key in expected:
        _assert_number(found[key], expected[key], what=key)


def _assert_number(actual, expected, what=""):
    __tracebackhide__ = True
    assert_equal(isinstance(actual, float), True, what="whether it is a float")
    got, wanted = (torch.tensor(it, dtype=torch.float64) for it in (actual, expected))
    assert_close(got, wanted, rtol=1e-5, atol=1e-3, what=what)
