"""Resampling on a grid (§12.6.1): what is read where, in numbers."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch12_metrics.grid_resample import resample

SHAPE = (2, 3, 4, 5, 6)
each_axis = pytest.mark.parametrize("axis", [0, 1, 2], ids=["x", "y", "z"])


def test_the_identity_changes_nothing(device, dtype):
    """Where each point is read where it is, the crops come out as they went in."""
    crops, matrix = _crops(device, dtype), torch.eye(4, device=device, dtype=dtype)
    with assert_untouched(crops, matrix):
        actual = resample(crops, matrix)
    _assert_read(actual, crops)


@each_axis
@pytest.mark.parametrize("voxels", [1, -2])
def test_one_voxel_is_two_by_the_size(device, dtype, axis, voxels):
    """An offset of 2 / size reads the next voxel: the content moves to the left, the last stays."""
    crops, dim = _crops(device, dtype), 4 - axis
    size = crops.shape[dim]
    matrix = torch.eye(4, device=device, dtype=dtype)
    matrix[axis, 3] = 2 * voxels / size
    places = [min(max(place + voxels, 0), size - 1) for place in range(size)]
    _assert_read(resample(crops, matrix), crops.index_select(dim, _index(places, device)))


@pytest.mark.parametrize(
    ("offset", "expected"), [(0.5, [1, 2, 3, 3]), (0.25, [0.5, 1.5, 2.5, 3]), (-0.5, [0, 0, 1, 2])]
)
def test_a_row_by_hand(device, dtype, offset, expected):
    """Of 0 1 2 3 an offset of .5 makes 1 2 3 3, and half of it reads half way between two."""
    matrix = torch.eye(4, device=device, dtype=dtype)
    matrix[0, 3] = offset
    row = torch.arange(4, device=device, dtype=dtype).reshape(1, 1, 1, 1, 4)
    wanted = torch.tensor(expected, device=device, dtype=dtype).reshape(row.shape)
    assert_close(resample(row, matrix), wanted)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [(0.5, [0.75, 1.25, 1.75, 2.25]), (2.0, [0, 0.5, 2.5, 3]), (-1.0, [3, 2, 1, 0])],
)
def test_a_scale_by_hand(device, dtype, scale, expected):
    """The middle stays where it is: of 0 1 2 3 a scale of .5 reads .75 1.25 1.75 2.25."""
    matrix = torch.eye(4, device=device, dtype=dtype)
    matrix[0, 0] = scale
    row = torch.arange(4, device=device, dtype=dtype).reshape(1, 1, 1, 1, 4)
    wanted = torch.tensor(expected, device=device, dtype=dtype).reshape(row.shape)
    assert_close(resample(row, matrix), wanted)


@each_axis
def test_a_flip_is_exact(device, dtype, axis):
    """With -1 for 1 on the diagonal an axis runs backwards: x is the last dimension."""
    crops = _crops(device, dtype)
    matrix = torch.eye(4, device=device, dtype=dtype)
    matrix[axis, axis] = -1
    _assert_read(resample(crops, matrix), crops.flip(4 - axis))


def test_a_quarter_turn_needs_square_slices(device, dtype):
    """A quarter turn is rot90 for slices that are square; 2 by 4 voxels are sheared."""
    matrix = _turn(math.pi / 2, device, dtype)
    square = torch.arange(18, device=device, dtype=dtype).reshape(1, 1, 2, 3, 3)
    assert_close(resample(square, matrix), square.rot90(1, (-2, -1)))
    oblong = torch.arange(8, device=device, dtype=dtype).reshape(1, 1, 1, 2, 4)
    wanted = [[2.5, 3.5, 5.5, 6.5], [0.5, 1.5, 3.5, 4.5]]
    wanted = torch.tensor(wanted, device=device, dtype=dtype).reshape(oblong.shape)
    assert_close(resample(oblong, matrix), wanted)


def test_around_air_there_is_air(device, dtype):
    """Where everything is air, -1000, it stays so, wherever it is read: outside is no water."""
    air = torch.full((1, 1, 3, 4, 4), -1000.0, device=device, dtype=dtype)
    matrix = _turn(0.7, device, dtype)
    matrix[:3, 3] = torch.tensor([0.9, -0.4, 1.5], device=device, dtype=dtype)
    assert_close(resample(air, matrix), air)


def test_crops_are_turned_alike_and_keep_apart(device, dtype):
    """Each crop, and each channel of it, is resampled by the same matrix, and by itself."""
    crops, matrix = _crops(device, dtype), _turn(0.4, device, dtype)
    expected = torch.empty_like(crops)
    for n in range(SHAPE[0]):
        for c in range(SHAPE[1]):
            one = crops[n : n + 1, c : c + 1]
            expected[n, c] = resample(one, matrix)[0, 0]
    _assert_read(resample(crops, matrix), expected)


def _crops(device, dtype):
    """Hounsfield units, no two neighbours alike."""
    values = torch.arange(math.prod(SHAPE), device=device) * 37 % 1400 - 1000
    return values.to(dtype).reshape(SHAPE)


def _turn(angle, device, dtype):
    c, s = math.cos(angle), math.sin(angle)
    rows = [[c, -s, 0, 0], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    return torch.tensor(rows, device=device, dtype=dtype)


def _index(places, device):
    return torch.tensor(places, device=device)


def _assert_read(actual, expected):
    """Places are rounded, and between neighbours lie hundreds of Hounsfield units."""
    __tracebackhide__ = True
    atol = 5e-3 if expected.dtype == torch.float32 else 1e-9
    assert_close(actual, expected, rtol=0, atol=atol)
