"""Flips, shifts, scales, turns in one matrix (§12.6.1): where each point is read."""

import math

import pytest
import torch
from torch.nn.functional import affine_grid, grid_sample

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch12_metrics.affine_matrix import affine_matrix

NO_FLIPS, NO_OFFSET, NO_SCALE = (False, False, False), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
each_axis = pytest.mark.parametrize("axis", [0, 1, 2], ids=["x", "y", "z"])


def test_nothing_to_do_is_the_identity():
    """Without flips, offset, scale, angle every point is read where it is: [4, 4], float32."""
    assert_close(affine_matrix(NO_FLIPS, NO_OFFSET, NO_SCALE, 0.0), torch.eye(4))


@each_axis
def test_a_flip_changes_a_sign(axis):
    """A flip along x, y, or z reads the point with that coordinate times -1, scaled or not."""
    flips = tuple(it == axis for it in range(3))
    _assert_point(affine_matrix(flips, NO_OFFSET, NO_SCALE, 0.0), _negated(axis, 0.25, 0.5, 1.0))
    matrix = affine_matrix(flips, NO_OFFSET, (1.2, 0.8, 1.1), 0.0)
    _assert_point(matrix, _negated(axis, 0.3, 0.4, 1.1))


@each_axis
def test_a_flip_turns_the_crop_around(axis):
    """x runs along the columns, the last dimension of a crop, and z along the slices."""
    flips = tuple(it == axis for it in range(3))
    crop = torch.arange(24.0).reshape(1, 1, 2, 3, 4)
    flipped = _resampled(crop, affine_matrix(flips, NO_OFFSET, NO_SCALE, 0.0))
    assert_close(flipped, crop.flip(4 - axis), what="the crop, resampled")


def test_an_offset_is_added():
    """The offset stands where the matrix product adds it, and is neither flipped nor scaled."""
    matrix = affine_matrix(NO_FLIPS, (0.1, -0.2, 0.3), NO_SCALE, 0.0)
    _assert_point(matrix, (0.35, 0.3, 1.3))
    matrix = affine_matrix((True, False, True), (0.1, -0.2, 0.3), (2.0, 0.5, 3.0), 0.0)
    _assert_point(matrix, (-0.4, 0.05, -2.7))


def test_an_offset_moves_the_crop():
    """Each of four columns is half a unit wide: an offset of .5 along x reads the next one."""
    crop = torch.arange(16.0).reshape(1, 1, 1, 4, 4)
    moved = _resampled(crop, affine_matrix(NO_FLIPS, (0.5, 0.0, 0.0), NO_SCALE, 0.0))
    rows = [[1, 2, 3, 3], [5, 6, 7, 7], [9, 10, 11, 11], [13, 14, 15, 15]]
    assert_close(moved[0, 0, 0], torch.tensor(rows).float(), what="the crop, resampled")


@pytest.mark.parametrize("angle", [math.pi / 2, math.pi, -math.pi / 6, 5.0])
def test_an_angle_turns_x_towards_y(angle):
    """A point is turned in the plane of x and y, and keeps its z."""
    c, s = math.cos(angle), math.sin(angle)
    matrix = affine_matrix(NO_FLIPS, NO_OFFSET, NO_SCALE, angle)
    _assert_point(matrix, (0.25 * c - 0.5 * s, 0.25 * s + 0.5 * c, 1.0))


def test_a_quarter_turn_of_square_slices():
    """A quarter turn is that of rot90, slice by slice."""
    crop = torch.arange(18.0).reshape(1, 1, 2, 3, 3)
    turned = _resampled(crop, affine_matrix(NO_FLIPS, NO_OFFSET, NO_SCALE, math.pi / 2))
    assert_close(turned, crop.rot90(1, (-2, -1)), what="the crop, resampled")


def test_turned_then_scaled_then_moved():
    """All at once: the point is turned, then scaled and flipped, then moved."""
    matrix = affine_matrix((False, True, False), (0.1, 0.2, -0.3), (2.0, 3.0, 0.5), math.pi / 2)
    # (.25, .5) is turned to (-.5, .25).
    _assert_point(matrix, (-1.0 + 0.1, -0.75 + 0.2, 0.5 - 0.3))


def _assert_point(matrix, expected):
    """Where the point (.25, .5, 1) is read."""
    __tracebackhide__ = True
    form = list(matrix.shape), matrix.dtype
    assert_equal(form, ([4, 4], torch.float32), what="shape, dtype of the matrix")
    last = torch.tensor([0.0, 0.0, 0.0, 1.0])
    assert_close(matrix[3], last, what="the last row")
    place = matrix[:3] @ torch.tensor([0.25, 0.5, 1.0, 1.0])
    wanted = torch.tensor(expected)
    assert_close(place, wanted, rtol=0, atol=1e-6, what="where (.25, .5, 1) is read")


def _negated(axis, *point):
    return tuple(-it if place == axis else it for place, it in enumerate(point))


def _resampled(crop, matrix):
    grid = affine_grid(matrix[:3][None], crop.shape, align_corners=False)
    return grid_sample(crop, grid, padding_mode="border", align_corners=False)
