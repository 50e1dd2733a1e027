"""A slice with its neighbours (§13.5.4): which slices, in which order, and whose label."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.context_slices import context_slices

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.int16])


@each_dtype
@pytest.mark.parametrize(
    ("index", "k", "places"),
    [(4, 3, [1, 2, 3, 4, 5, 6, 7]), (3, 1, [2, 3, 4]), (5, 2, [3, 4, 5, 6, 7])],
)
def test_neighbours_are_channels(device, dtype, index, k, places):
    """Channel c is the slice at index - k + c: three on either side are 7 channels."""
    _assert_slices(device, dtype, index, k, places)


@each_dtype
@pytest.mark.parametrize(
    ("index", "k", "places"),
    [(0, 1, [0, 0, 1]), (1, 3, [0, 0, 0, 1, 2, 3, 4]), (0, 2, [0, 0, 0, 1, 2])],
)
def test_the_first_slice_is_repeated(device, dtype, index, k, places):
    """Before the first slice there is the first: an index of -1 would be the last."""
    _assert_slices(device, dtype, index, k, places)


@each_dtype
@pytest.mark.parametrize(
    ("index", "k", "places"),
    [(8, 1, [7, 8, 8]), (7, 3, [4, 5, 6, 7, 8, 8, 8]), (8, 2, [6, 7, 8, 8, 8])],
)
def test_the_last_slice_is_repeated(device, dtype, index, k, places):
    """After the last slice there is the last, and no other one is left out for it."""
    _assert_slices(device, dtype, index, k, places)


@pytest.mark.parametrize(("index", "k"), [(0, 0), (5, 0), (8, 0)])
def test_without_neighbours_it_is_the_slice(device, index, k):
    """With k of 0 there is one channel, the slice itself."""
    _assert_slices(device, torch.float32, index, k, [index])


def test_more_neighbours_than_slices(device):
    """A scan may have fewer slices than there are neighbours: both ends are repeated."""
    scan, mask = _scan(device, torch.float32)
    expected = scan[[0, 0, 0, 1, 2, 2, 2]].clone()
    slices, _ = context_slices(scan[:3], mask[:3], 1, 3)
    assert_close(slices, expected, what="the slices")


@pytest.mark.parametrize(("index", "k"), [(0, 2), (4, 1), (5, 3), (8, 2)])
@pytest.mark.parametrize("dtype", [torch.bool, torch.uint8])
def test_the_label_is_that_of_the_slice(device, dtype, index, k):
    """There is one label, that of the slice in the middle, as one channel."""
    scan, mask = _scan(device, torch.float32)
    mask = mask.to(dtype)
    expected = mask[index].clone()[None]
    _, label = context_slices(scan, mask, index, k)
    assert_close(label, expected, what="the label")


@pytest.mark.parametrize(("index", "k"), [(4, 1), (0, 1), (8, 1), (4, 0)])
def test_the_scan_is_kept(device, index, k):
    """Clamped in place, as the book does it, the slices change, and the scan does not."""
    scan, mask = _scan(device, torch.float32)
    with assert_untouched(scan, mask):
        slices, _ = context_slices(scan, mask, index, k)
        slices.clamp_(-10, 10)
    assert_equal(slices.abs().max().item(), 10.0, what="the largest value, clamped")


def _assert_slices(device, dtype, index, k, places):
    __tracebackhide__ = True
    scan, mask = _scan(device, dtype)
    expected = torch.stack([scan[place] for place in places])
    with assert_untouched(scan, mask):
        slices, _ = context_slices(scan, mask, index, k)
    assert_close(slices, expected, what="the slices")


def _scan(device, dtype):
    """Nine slices, no two voxels alike, and a mask that differs from slice to slice."""
    voxels = 7 * torch.arange(9 * 3 * 4, device=device).reshape(9, 3, 4) - 300
    mask = torch.stack([torch.arange(12, device=device) % (place + 2) == 1 for place in range(9)])
    return voxels.to(dtype), mask.reshape(9, 3, 4)
