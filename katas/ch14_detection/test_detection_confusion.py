"""A confusion matrix of detections (§14.4): what it is, and what became of it."""

import pytest

from katas._dojo.writing.assertions import assert_equal
from katas.ch14_detection.detection_confusion import detection_confusion

FILTERED, BENIGN, MALIGNANT = (0.1, 0.3), (0.8, 0.2), (0.7, 0.9)
COLUMNS = {"missed": 0, "filtered out": 1, "benign": 2, "malignant": 3}


@pytest.mark.parametrize(
    ("detections", "column"),
    [
        ([], "missed"),
        ([FILTERED], "filtered out"),
        ([BENIGN], "benign"),
        ([MALIGNANT], "malignant"),
    ],
    ids=COLUMNS,
)
@pytest.mark.parametrize(("malignant", "row"), [(False, 1), (True, 2)], ids=["benign", "malignant"])
def test_a_nodule_has_a_row_and_a_column(malignant, row, detections, column):
    """Its row is what it is, its column what became of it: missed, filtered out, what is said."""
    _assert_table(detection_confusion([(malignant, detections)], []), {(row, COLUMNS[column]): 1})


def test_what_is_no_nodule_cannot_be_missed():
    """A detection that belongs to no nodule has row 0, and one of the columns 1 to 3."""
    others = [FILTERED] * 5 + [BENIGN] * 3 + [MALIGNANT] * 2
    _assert_table(detection_confusion([], others), {(0, 1): 5, (0, 2): 3, (0, 3): 2})


@pytest.mark.parametrize(
    ("detection", "column"),
    [
        ((0.5, 0.0), "benign"),
        ((0.4999, 0.0), "filtered out"),
        ((0.5, 0.5), "malignant"),
        ((1.0, 0.4999), "benign"),
        ((0.4, 1.0), "filtered out"),
        ((0.0, 0.0), "filtered out"),
    ],
)
def test_one_half_is_enough(detection, column):
    """At 0.5 it is kept, and malignant; what is filtered out is not asked for more."""
    found = detection_confusion([(True, [detection])], [detection, detection])
    _assert_table(found, {(2, COLUMNS[column]): 1, (0, COLUMNS[column]): 2})


@pytest.mark.parametrize(
    ("detections", "column"),
    [
        ([FILTERED, MALIGNANT, BENIGN], "malignant"),
        ([BENIGN, FILTERED, FILTERED], "benign"),
        ([FILTERED, (0.9, 0.4)], "benign"),
        ([(0.2, 0.95), (0.6, 0.1)], "benign"),
        ([FILTERED, FILTERED], "filtered out"),
    ],
)
def test_a_nodule_counts_once(detections, column):
    """Of several detections that belong to a nodule the rightmost column counts, once."""
    _assert_table(detection_confusion([(False, detections)], []), {(1, COLUMNS[column]): 1})


def test_everything_is_counted():
    """The rows of nodules add up to them, and row 0 to the detections that belong to none."""
    nodules = [(False, [])] * 4 + [(False, [FILTERED])] * 3 + [(False, [BENIGN, FILTERED])] * 9
    nodules += [(False, [MALIGNANT])] * 2 + [(True, [])] + [(True, [FILTERED, FILTERED])] * 5
    nodules += [(True, [BENIGN])] * 6 + [(True, [MALIGNANT, BENIGN])] * 8
    others = [BENIGN] * 7 + [FILTERED] * 30 + [MALIGNANT] * 10
    expected = {(0, 1): 30, (0, 2): 7, (0, 3): 10, (1, 0): 4, (1, 1): 3, (1, 2): 9, (1, 3): 2}
    expected |= {(2, 0): 1, (2, 1): 5, (2, 2): 6, (2, 3): 8}
    _assert_table(detection_confusion(iter(nodules), iter(others)), expected)


def test_there_may_be_nothing():
    """Without nodules and without detections the table is there, and all of it is 0."""
    _assert_table(detection_confusion([], []), {})


def _assert_table(actual, counts):
    """An array will do as well as lists."""
    __tracebackhide__ = True
    found = [[int(it) for it in row] for row in actual]
    expected = [[counts.get((row, column), 0) for column in range(4)] for row in range(3)]
    assert_equal(found, expected, what="no nodule, benign, malignant")
