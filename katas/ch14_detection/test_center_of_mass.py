"""Centres of mass (§14.3.2): one point for each component, weighted by density."""

import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch14_detection.center_of_mass import centers_of_mass

SHAPE = (8, 20, 30)
DTYPES = ["int16", "float32", "float64"]
each_dtype = pytest.mark.parametrize("dtype", [np.int16, np.float32, np.float64], ids=DTYPES)


@each_dtype
def test_scan_and_labels_stay_as_they_are(dtype):
    """The scan is looked at again afterwards, by what classifies the candidates."""
    hu, labels = _drawn(dtype)
    before = hu.copy(), labels.copy()
    centers_of_mass(hu, labels)
    for it, then, what in zip((hu, labels), before, ("the scan", "the labels"), strict=True):
        assert_close(it, then, what=f"{what}, after the call")


def test_alike_dense_the_centre_is_in_the_middle():
    """Of two components of the book, all dense alike, the centres are (1/3, 4/3), (3.5, 2.5)."""
    labels = np.array([[0, 1, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 2, 2], [0, 0, 2, 2]])
    hu = np.where(labels > 0, 40, -850)
    expected = [(0.0, 1 / 3, 4 / 3), (0.0, 3.5, 2.5)]
    _assert_centers(centers_of_mass(hu[None], labels[None]), expected)


@each_dtype
@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (-1000, -1000, 0.5),
        (-1000, -999, 2 / 3),
        (-999, -996, 5 / 7),
        (-1, 999, 2 / 3),
        (1000, 0, 1001 / 3002),
    ],
)
def test_a_voxel_weighs_its_density(dtype, first, second, share):
    """Of two voxels the centre lies nearer to the denser one; air weighs 1, and water 1001."""
    hu, labels = np.full(SHAPE, 500, dtype), np.zeros(SHAPE, int)
    labels[5, 15, 25] = labels[5, 15, 26] = 1
    hu[5, 15, 25], hu[5, 15, 26] = first, second
    _assert_centers(centers_of_mass(hu, labels), [(5.0, 15.0, 25 + share)])


@each_dtype
@pytest.mark.parametrize(
    ("first", "second", "share"),
    [(-3024, -1000, 0.5), (-1001, -998, 3 / 4), (1000, 3071, 0.5), (-1000, 20000, 2001 / 2002)],
)
def test_what_is_no_density_is_cut(dtype, first, second, share):
    """Below -1000 a voxel weighs as much as air, above 1000 as at 1000."""
    hu, labels = np.zeros(SHAPE, dtype), np.zeros(SHAPE, int)
    labels[3, 15, 25] = labels[4, 15, 25] = 1
    hu[3, 15, 25], hu[4, 15, 25] = first, second
    _assert_centers(centers_of_mass(hu, labels), [(3 + share, 15.0, 25.0)])


@each_dtype
def test_each_component_has_its_own(dtype):
    """Three components, in the order of their labels, as a loop over all voxels finds them."""
    hu, labels = _drawn(dtype)
    _assert_centers(centers_of_mass(hu, labels), _by_a_loop(hu, labels))


def test_there_may_be_none():
    """Where every label is 0 there is no centre."""
    assert_equal(list(centers_of_mass(np.zeros((2, 3, 4)), np.zeros((2, 3, 4), int))), [])


def _drawn(dtype):
    rng = np.random.default_rng(0)
    hu = rng.integers(-1100, 1100, SHAPE).astype(dtype)
    labels = np.zeros(SHAPE, dtype=int)
    labels[4:6, 10:15, 5:9] = 2
    labels[1:4, 3:5, 20:30] = 3
    labels[7, 18, 23:27] = 1
    return hu, labels


def _by_a_loop(hu, labels):
    sums = {label: np.zeros(4) for label in range(1, 4)}
    for irc in zip(*labels.nonzero(), strict=True):
        weight = min(max(float(hu[irc]), -1000), 1000) + 1001
        sums[int(labels[irc])] += weight * np.array([*irc, 1])
    return [tuple(it[:3] / it[3]) for it in sums.values()]


def _assert_centers(actual, expected):
    __tracebackhide__ = True
    assert_equal(type(actual).__name__, "list", what="the type of what came back")
    assert_equal(len(actual), len(expected), what="how many centres there are")
    for label, (one, wanted) in enumerate(zip(actual, expected, strict=True), 1):
        found = torch.tensor([float(it) for it in one], dtype=torch.float64)
        wanted = torch.tensor([float(it) for it in wanted], dtype=torch.float64)
        assert_close(found, wanted, rtol=0, atol=2e-5, what=f"centre {label}")
