"""Detections matched to nodules (§14.4): near enough, for a nodule of that size."""

import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch14_detection.match_nodules import match_nodules

FILTERED, BENIGN, MALIGNANT = 1, 2, 3


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        ((0, 0, 0), BENIGN),
        ((6.9, 0, 0), BENIGN),
        ((0, -6.9, 0), BENIGN),
        ((4, -4, 4), BENIGN),
        ((5, 5, -5), 0),
        ((0, 0, -6.99), BENIGN),
        ((0, 0, 8), 0),
        ((0.5, 0.5, 0.5), BENIGN),
        ((0, 3, 0), BENIGN),
        ((0, 0, 2.6), BENIGN),
    ],
)
def test_near_is_below_seven_tenths_of_the_diameter(offset, expected):
    """Of a nodule 10 mm wide, a detection may lie up to 7 mm away, in a straight line."""
    _assert_match([(offset, BENIGN)], [((0, 0, 0), 10)], [expected], [expected == 0])


@pytest.mark.parametrize("offset", [(7, 0, 0), (0, -7, 0), (2, 3, 6), (-6, 2, -3)])
def test_just_seven_tenths_is_too_far(offset):
    """A distance of 7 mm to a nodule of 10 mm is 0.7, and that is not below 0.7."""
    _assert_match([(offset, BENIGN)], [((0, 0, 0), 10)], [0], [True])


def test_each_nodule_has_its_own_size():
    """As many detections as nodules, each 8 mm off: that is near for the large nodules only."""
    nodules = [((0, 0, 0), 5), ((100, 0, 0), 20), ((200, 0, 0), 8), ((300, 0, 0), 12)]
    detections = [((300, 8, 0), 3), ((200, 8, 0), 1), ((100, 8, 0), 2), ((0, 8, 0), 3)]
    _assert_match(detections, nodules, [0, 2, 0, 3], [False, True, False, True])


@pytest.mark.parametrize(
    ("classes", "highest"),
    [([1, 3, 2], 3), ([2, 1, 1], 2), ([1, 2], 2), ([1, 1], 1), ([3, 1], 3), ([1], 1)],
)
def test_the_highest_class_counts(classes, highest):
    """However its detections are ordered, and near as they are: one says malignant, and it is."""
    detections = [((place, 0, 0), it) for place, it in enumerate(classes)]
    unused = [((50, 0, 0), 3)]
    expected = [False] * len(classes) + [True]
    _assert_match(detections + unused, [((0, 0, 0), 20)], [highest], expected)


def test_a_detection_may_stand_for_two_nodules():
    """Between two nodules that are near to each other, one detection has found both."""
    nodules = [((0, 0, 0), 10), ((9, 0, 0), 10), ((0, 90, 0), 10)]
    _assert_match([((4, 0, 0), 3), ((60, 0, 0), 2)], nodules, [3, 3, 0], [False, True])


def test_the_nearest_nodule_is_not_the_only_one():
    """The small nodule is nearer; the large one, which it lies in, is found by it as well."""
    nodules = [((0, 0, 0), 30), ((12, 0, 0), 6)]
    _assert_match([((12, 1, 0), 2), ((1, 0, 0), 1)], nodules, [2, 2], [False, False])


@pytest.mark.parametrize(
    ("detections", "nodules"),
    [
        ([], [((0, 0, 0), 10), ((1, 2, 3), 5)]),
        ([((0, 0, 0), 1), ((1, 2, 3), 2), ((0, 0, 0), 3)], []),
        ([], []),
    ],
    ids=["nothing detected", "nothing there", "neither"],
)
def test_there_may_be_nothing_to_match(detections, nodules):
    """Without detections every nodule is 0; without nodules every detection belongs to none."""
    _assert_match(detections, nodules, [0] * len(nodules), [True] * len(detections))


def _assert_match(detections, nodules, classes, unused):
    __tracebackhide__ = True
    detected = np.array([place for place, _ in detections], dtype=float).reshape(-1, 3)
    there = np.array([place for place, _ in nodules], dtype=float).reshape(-1, 3)
    result = match_nodules(
        detected,
        np.array([it for _, it in detections], dtype=np.int64),
        there,
        np.array([it for _, it in nodules], dtype=float),
    )
    expected = torch.tensor(classes, dtype=torch.int64), torch.tensor(unused, dtype=torch.bool)
    names = "the nodules", "those that belong to none"
    for it, wanted, what in zip(result, expected, names, strict=True):
        assert_equal(type(it).__name__, "ndarray", what=f"the type of {what}")
        found = it.astype(np.int64) if np.issubdtype(it.dtype, np.integer) else it
        assert_close(torch.from_numpy(found), wanted, what=what)
