"""Nodule candidates (§14.3.2): centres between voxels, to millimetres."""

import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.scans import DIRECTIONS, TURNED
from katas.ch14_detection.candidates import candidates

UID = "1.3.6.1.4.1.7"
ORIGIN = (-120.5, 35.25, -310.0)
SPACING = (0.75, 1.25, 2.5)
each_direction = pytest.mark.parametrize("direction", DIRECTIONS.values(), ids=DIRECTIONS)


@pytest.mark.parametrize(
    ("direction", "xyz"),
    [
        ("straight", (-113.75, 41.5, -302.5)),
        ("on the belly", (-127.25, 29.0, -302.5)),
        ("a quarter turn", (-126.75, 42.0, -302.5)),
        ("turned", (-110.45, 36.15, -303.75)),
    ],
)
def test_a_centre_is_told_in_millimetres(direction, xyz):
    """Index 3, row 5, column 9 lies 6.75, 6.25, 7.5 mm from the origin along the scan's axes."""
    _assert_places(candidates(UID, [(3, 5, 9)], ORIGIN, SPACING, DIRECTIONS[direction]), [xyz])


def test_a_centre_lies_between_voxels():
    """Half a slice is half the spacing: fractions are kept, which is 1.25 mm here."""
    centers = [(0.5, 0.0, 0.0), (0.0, 0.6, 0.0), (0.0, 0.0, 0.4), (2.75, 1.1, 0.9)]
    expected = [
        (-120.5, 35.25, -308.75),
        (-120.5, 36.0, -310.0),
        (-120.2, 35.25, -310.0),
        (-119.825, 36.625, -303.125),
    ]
    _assert_places(candidates(UID, centers, ORIGIN, SPACING, np.eye(3)), expected)


@each_direction
def test_each_centre_is_a_candidate(direction):
    """There are as many as centres, in their order, though two may lie at the same place."""
    centers = [(30.5, 7.25, 9.0), (2.0, 40.5, 61.75), (30.5, 7.25, 9.0), (-1.0, 0.5, 3.0)]
    steps = direction * SPACING  # column by column, from voxel to voxel
    expected = [
        np.array(ORIGIN) + c * steps[:, 0] + r * steps[:, 1] + i * steps[:, 2]
        for i, r, c in centers
    ]
    _assert_places(candidates(UID, centers, ORIGIN, SPACING, direction), expected)


def test_a_candidate_is_a_tuple_of_plain_numbers():
    """The series comes first, then x, y, z as a tuple of floats: it goes into a set, or a file."""
    centers = [tuple(np.float64(it) for it in (3, 5, 9.5)), (1.0, 2.0, 3.0)]
    found = candidates(UID, centers, ORIGIN, SPACING, np.eye(3))
    kinds = [(isinstance(it, tuple), isinstance(it[1], tuple)) for it in found]
    assert_equal(kinds, [(True, True)] * 2, what="whether candidate and place are tuples")
    numbers = [isinstance(it, float) for _, place in found for it in place]
    assert_equal(numbers, [True] * 6, what="whether the numbers are floats")
    assert_equal([uid for uid, _ in found], [UID, UID], what="the series")
    assert_equal(len(set(found)), 2, what="how many candidates a set of them has")


def test_without_a_centre_there_is_no_candidate():
    """Where the segmentation has found nothing the list is empty."""
    assert_equal(candidates(UID, [], ORIGIN, SPACING, TURNED), [])


def _assert_places(actual, expected):
    __tracebackhide__ = True
    assert_equal(len(actual), len(expected), what="how many candidates there are")
    found = torch.tensor([[float(it) for it in place] for _, place in actual], dtype=torch.float64)
    wanted = torch.tensor(np.array(expected, dtype=np.float64))
    assert_close(found, wanted, what="x, y, z")
