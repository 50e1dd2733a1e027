"""The recall of two stages in a row (§14.4): each by what it was given."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch14_detection.stage_recall import stage_recall

# No nodule, benign, malignant; missed, filtered out, said to be benign, said to be malignant.
TABLE = [[0, 1000, 30, 14], [10, 4, 50, 6], [6, 3, 8, 13]]


def test_each_stage_has_its_recall():
    """Of 100 nodules 84 are segmented, of these 77 are kept, which is 77 of 100 altogether."""
    recalls = {name: recall for name, (recall, _, _) in stage_recall(TABLE).items()}
    expected = {"segmentation": 84 / 100, "classification": 77 / 84, "both": 77 / 100}
    _assert_numbers(recalls, expected, "recall")


def test_each_stage_has_its_losses():
    """The segmentation loses what is missed, the classification what it filters out."""
    lost = {name: nodules for name, (_, nodules, _) in stage_recall(TABLE).items()}
    assert_equal(lost, {"segmentation": 16, "classification": 7, "both": 23}, what="nodules lost")


def test_the_second_stage_takes_false_alarms_away():
    """Of 1044 false alarms of the segmentation 44 are left after the classification."""
    alarms = {name: others for name, (_, _, others) in stage_recall(TABLE).items()}
    expected = {"segmentation": 1044, "classification": 44, "both": 44}
    assert_equal(alarms, expected, what="false alarms")


def test_recalls_in_a_row_multiply():
    """Four of five, then three of four, are three of five: .8 times .75 is .6, for any table."""
    table = [[0, 7, 0, 2], [3, 4, 0, 8], [1, 0, 3, 1]]
    recalls = {name: recall for name, (recall, _, _) in stage_recall(table).items()}
    _assert_numbers(recalls, {"segmentation": 0.8, "classification": 0.75, "both": 0.6}, "recall")


@pytest.mark.parametrize(
    ("benign", "malignant", "expected"),
    [
        ([0, 0, 0, 0], [0, 0, 0, 0], [math.nan, math.nan, math.nan]),
        ([3, 0, 0, 0], [2, 0, 0, 0], [0.0, math.nan, 0.0]),
        ([0, 3, 0, 0], [0, 2, 0, 0], [1.0, 0.0, 0.0]),
        ([0, 0, 0, 1], [0, 0, 0, 0], [1.0, 1.0, 1.0]),
        ([0, 0, 0, 0], [1, 0, 1, 0], [0.5, 1.0, 0.5]),
    ],
    ids=["none there", "all missed", "all filtered out", "one", "malignant ones alone"],
)
def test_a_share_of_nothing_is_nan(benign, malignant, expected):
    """A stage that was given no nodule has no recall: nan. One that finds none of its own has 0."""
    found = stage_recall([[0, 2, 1, 0], benign, malignant])
    recalls = {name: recall for name, (recall, _, _) in found.items()}
    names = "segmentation", "classification", "both"
    _assert_numbers(recalls, dict(zip(names, expected, strict=True)), "recall")


def _assert_numbers(actual, expected, what):
    __tracebackhide__ = True
    assert_equal(sorted(actual), sorted(expected), what="the stages")
    for name, wanted in expected.items():
        found = torch.tensor(float(actual[name]), dtype=torch.float64)
        wanted = torch.tensor(wanted, dtype=torch.float64)
        assert_close(found, wanted, what=f"{what} of {name}")
