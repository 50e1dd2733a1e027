"""From voxels to the patient (§10.4.3): an index to millimetres, and back."""

from itertools import product

import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.scans import DIRECTIONS, TISSUE, TURNED, draw_scan
from katas.ch10_datasets.patient_coordinates import irc_to_xyz, xyz_to_irc

ORIGIN = (-120.5, 35.25, -310.0)
SPACING = (0.75, 1.25, 2.5)
each_direction = pytest.mark.parametrize("direction", DIRECTIONS.values(), ids=DIRECTIONS)
each_voxel = pytest.mark.parametrize("irc", [(3, 5, 9), (0, 0, 1), (31, 0, 2), (-4, 511, -7)])


@each_direction
def test_the_first_voxel_lies_at_the_origin(direction):
    """Voxel (0, 0, 0) lies at the origin, and the origin in voxel (0, 0, 0)."""
    _assert_xyz(irc_to_xyz((0, 0, 0), ORIGIN, SPACING, direction), ORIGIN)
    _assert_irc(xyz_to_irc(ORIGIN, ORIGIN, SPACING, direction), (0, 0, 0))


@pytest.mark.parametrize(
    ("irc", "column"), [((0, 0, 4), 0), ((0, 4, 0), 1), ((4, 0, 0), 2)], ids=["C", "R", "I"]
)
@each_direction
def test_each_axis_has_its_spacing_and_its_direction(direction, irc, column):
    """Column, row, index go along the columns 0, 1, 2 of direction, by the spacings x, y, z."""
    xyz = np.array(ORIGIN) + 4 * SPACING[column] * direction[:, column]
    _assert_xyz(irc_to_xyz(irc, ORIGIN, SPACING, direction), xyz.tolist())
    _assert_irc(xyz_to_irc(tuple(xyz.tolist()), ORIGIN, SPACING, direction), irc)


@pytest.mark.parametrize(
    ("direction", "xyz"),
    [
        ("straight", (-113.75, 41.5, -302.5)),
        ("on the belly", (-127.25, 29.0, -302.5)),
        ("a quarter turn", (-126.75, 42.0, -302.5)),
        ("turned", (-110.45, 36.15, -303.75)),
    ],
)
def test_both_ways_in_numbers(direction, xyz):
    """Voxel (3, 5, 9) is 6.75, 6.25, 7.5 mm from the origin along the axes of the scan."""
    _assert_xyz(irc_to_xyz((3, 5, 9), ORIGIN, SPACING, DIRECTIONS[direction]), xyz)
    _assert_irc(xyz_to_irc(xyz, ORIGIN, SPACING, DIRECTIONS[direction]), (3, 5, 9))


@each_voxel
@each_direction
def test_there_and_back_again(direction, irc):
    """To the patient and back again, a voxel is itself, also one that lies outside of the scan."""
    xyz = irc_to_xyz(irc, ORIGIN, SPACING, direction)
    _assert_irc(xyz_to_irc(xyz, ORIGIN, SPACING, direction), irc)


@each_voxel
@each_direction
def test_the_nearest_voxel_is_the_one(direction, irc):
    """A place up to nearly half a spacing beside the middle of a voxel still belongs to it."""
    for shares in product([-0.45, 0.45], repeat=3):
        beside = (np.array(irc[::-1]) + shares) * SPACING
        xyz = tuple((ORIGIN + direction @ beside).tolist())
        _assert_irc(xyz_to_irc(xyz, ORIGIN, SPACING, direction), irc)


@pytest.mark.parametrize("direction", [np.eye(3), TURNED], ids=["straight", "turned"])
def test_a_nodule_is_found_in_its_scan(direction):
    """The voxel at the centre of a drawn nodule is tissue, however the patient lies."""
    scan = draw_scan(4, shape=(9, 12, 16), n_nodules=1, direction=direction)
    where = scan.origin_xyz, scan.spacing_xyz, scan.direction
    irc = xyz_to_irc(scan.nodules[0].center_xyz, *where)
    inside = all(0 <= n < size for n, size in zip(irc, scan.hu.shape, strict=True))
    assert_equal(inside, True, what=f"whether voxel {irc} is one of {scan.hu.shape}")
    assert_close(torch.tensor(float(scan.hu[irc])), torch.tensor(float(TISSUE)), rtol=0, atol=150)


def _assert_xyz(actual, expected):
    __tracebackhide__ = True
    _assert_tuple(actual)
    actual, expected = (torch.tensor(tuple(it), dtype=torch.float64) for it in (actual, expected))
    assert_close(actual, expected, rtol=0, atol=1e-9)


def _assert_irc(actual, expected):
    __tracebackhide__ = True
    _assert_tuple(actual)
    values = [float(it) for it in actual]
    assert_equal(tuple(int(it) if it.is_integer() else it for it in values), expected)
    whole = all(isinstance(it, int | np.integer) for it in actual)
    assert_equal(whole, True, what="whether these are ints")


def _assert_tuple(actual):
    __tracebackhide__ = True
    kind = "tuple" if isinstance(actual, tuple) else type(actual).__name__
    assert_equal(kind, "tuple", what="the type of what comes back")
