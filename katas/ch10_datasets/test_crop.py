"""A crop of a scan (§10.4.4): of one size wherever its centre lies."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_raises, assert_untouched
from katas.ch10_datasets.crop import crop

SIZES = (7, 9, 12)
CENTER, WIDTH = (3, 4, 6), (4, 5, 6)
START = (1, 2, 3)  # of the box of these widths around that centre
WIDE = (32, 48, 48)
DTYPES = [torch.int16, torch.float32, torch.bfloat16]
each_dtype = pytest.mark.parametrize("dtype", DTYPES)
each_axis = pytest.mark.parametrize("axis", [0, 1, 2], ids=["I", "R", "C"])


@each_dtype
def test_the_crop_lies_around_its_centre(device, dtype):
    """Inside of the scan, the box begins width // 2 voxels before the centre on each axis."""
    hu = _scan(device, dtype)
    with assert_untouched(hu):
        actual = crop(hu, CENTER, WIDTH)
    assert_close(actual, hu[1:5, 2:7, 3:9])


@each_axis
@pytest.mark.parametrize(
    ("width", "start"), [(1, 3), (2, 2), (3, 2), (4, 1), (5, 1), (6, 0), (7, 0)]
)
def test_a_width_may_be_odd(device, axis, width, start):
    """Half of an odd width is rounded down; a crop may be as wide as the scan."""
    sizes = [7 if other == axis else size for other, size in enumerate(SIZES)]
    _assert_along(axis, 3, width, start, _scan(device, torch.float32, sizes))


@each_axis
@pytest.mark.parametrize("center", range(7))
@pytest.mark.parametrize(
    ("width", "starts"), [(3, [0, 0, 1, 2, 3, 4, 4]), (4, [0, 0, 0, 1, 2, 3, 3])]
)
def test_at_the_edges_it_is_shifted_back_inside(device, axis, width, starts, center):
    """From one centre to the next the box moves by one voxel, and stops at either end."""
    sizes = [7 if other == axis else size for other, size in enumerate(SIZES)]
    _assert_along(axis, center, width, starts[center], _scan(device, torch.float32, sizes))


@pytest.mark.parametrize("center", [(0, 0, 0), (6, 8, 11), (0, 8, 0), (6, 0, 11)])
def test_in_a_corner_it_is_shifted_along_all_axes(device, center):
    """In a corner the box is shifted along each axis by itself, and has its full size."""
    hu = _scan(device, torch.float32)
    starts = [0 if c == 0 else size - w for c, size, w in zip(center, SIZES, WIDTH, strict=True)]
    i, r, c = starts
    assert_close(crop(hu, center, WIDTH), hu[i : i + 4, r : r + 5, c : c + 6])


@pytest.mark.parametrize("center", [(0, 32, 36), (20, 63, 0), (39, 5, 71), (20, 32, 36)])
def test_the_crop_of_the_book(device, center):
    """A crop of (32, 48, 48) has that shape and holds its centre, wherever it lies (§10.5)."""
    hu = torch.zeros(40, 64, 72, device=device)
    hu[center] = 7
    actual = crop(hu, center, WIDE)
    expected = torch.zeros(WIDE, device=device)
    starts = (
        max(0, min(c - w // 2, s - w)) for c, w, s in zip(center, WIDE, hu.shape, strict=True)
    )
    expected[tuple(c - start for c, start in zip(center, starts, strict=True))] = 7
    assert_close(actual, expected)


@each_axis
@pytest.mark.parametrize("missing", [1, 5])
def test_a_scan_that_is_too_small_is_refused(device, axis, missing):
    """A scan smaller than the crop, if only along one axis, is a ValueError with both sizes."""
    width = [*WIDTH]
    width[axis] = SIZES[axis] + missing
    with assert_raises(ValueError, width[axis], SIZES[axis]):
        crop(_scan(device, torch.float32), CENTER, tuple(width))


def _scan(device, dtype, sizes=SIZES):
    """A scan in which no two voxels near each other are alike, exact in each dtype."""
    i, r, c = torch.meshgrid(*(torch.arange(n, device=device) for n in sizes), indexing="ij")
    return (i * 31 + r * 7 + c * 3 - 128).to(dtype)


def _assert_along(axis, center, width, start, hu):
    """Assert where the box lies on one axis, in the middle of the others."""
    __tracebackhide__ = True
    centers, widths, starts = [*CENTER], [*WIDTH], [*START]
    centers[axis], widths[axis], starts[axis] = center, width, start
    i, r, c = (slice(n, n + w) for n, w in zip(starts, widths, strict=True))
    assert_close(crop(hu, tuple(centers), tuple(widths)), hu[i, r, c])
