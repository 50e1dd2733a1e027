"""Erosion of a mask (§14.3.1): the outermost voxels go."""

from itertools import product

import numpy as np
import pytest

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch14_detection.erosion import erode


def test_the_mask_stays_as_it_is():
    """What is left is a new array: the mask itself is what it was."""
    mask = _drawn()
    before = mask.copy()
    eroded = erode(mask)
    assert_close(mask, before, what="the mask, after the call")
    assert_equal(np.shares_memory(eroded, mask), False, what="whether the result is the mask")


@pytest.mark.parametrize("size", [(3, 3, 3), (3, 4, 5), (5, 3, 7)])
def test_a_box_loses_a_voxel_on_each_side(size):
    """Of a box of 3 by 3 by 3 the middle is left; each side of a larger one is 2 shorter."""
    mask = np.zeros((8, 9, 10), dtype=bool)
    mask[1 : 1 + size[0], 2 : 2 + size[1], 1 : 1 + size[2]] = True
    expected = np.zeros_like(mask)
    expected[2 : size[0], 3 : 1 + size[1], 2 : size[2]] = True
    assert_close(erode(mask), expected)


@pytest.mark.parametrize("size", [(2, 5, 6), (5, 2, 6), (5, 6, 2), (1, 1, 1)])
def test_what_is_two_wide_vanishes(size):
    """What is two voxels thick along one axis has no voxel with neighbours on both sides."""
    mask = np.zeros((7, 8, 9), dtype=bool)
    mask[1 : 1 + size[0], 1 : 1 + size[1], 1 : 1 + size[2]] = True
    assert_close(erode(mask), np.zeros_like(mask))


def test_corners_are_no_neighbours():
    """A voxel with its six neighbours is left, though nothing stands at its corners."""
    mask = np.zeros((5, 6, 7), dtype=bool)
    expected = np.zeros_like(mask)
    expected[2, 3, 4] = mask[2, 3, 4] = True
    for axis, step in product(range(3), (-1, 1)):
        place = [2, 3, 4]
        place[axis] += step
        mask[tuple(place)] = True
    assert_close(erode(mask), expected)


def test_at_the_edge_of_the_scan_a_neighbour_is_missing():
    """Around the array there is nothing: of a mask that fills it the outer voxels go."""
    expected = np.zeros((4, 5, 6), dtype=bool)
    expected[1:-1, 1:-1, 1:-1] = True
    assert_close(erode(np.ones((4, 5, 6), dtype=bool)), expected)


def test_a_hole_grows():
    """One voxel that is missing takes its six neighbours along, and is not filled."""
    mask = np.ones((7, 7, 7), dtype=bool)
    mask[3, 3, 3] = False
    expected = np.zeros_like(mask)
    expected[1:-1, 1:-1, 1:-1] = True
    for place in [(3, 3, 3), (2, 3, 3), (4, 3, 3), (3, 2, 3), (3, 4, 3), (3, 3, 2), (3, 3, 4)]:
        expected[place] = False
    assert_close(erode(mask), expected)


def test_each_voxel_is_asked():
    """In a ragged mask those are left that are in it with all six, as a loop finds them."""
    mask = _drawn()
    expected = np.zeros_like(mask)
    for i, r, c in product(*(range(1, size - 1) for size in mask.shape)):
        line = mask[i - 1 : i + 2, r, c], mask[i, r - 1 : r + 2, c], mask[i, r, c - 1 : c + 2]
        expected[i, r, c] = all(it.all() for it in line)
    assert_close(erode(mask), expected)


def _drawn():
    return np.random.default_rng(0).random((6, 7, 8)) < 0.85
