"""Which voxels are the nodule (§13.5.3): how far the box grows, and what is dense in it."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.annotation_mask import annotation_mask

SHAPE, MIDDLE = (12, 14, 13), (5, 7, 6)
AIR, TISSUE = -1000, 30
each_axis = pytest.mark.parametrize("axis", [0, 1, 2], ids=["slices", "rows", "columns"])


@each_axis
@pytest.mark.parametrize(
    ("tissue", "kept"),
    [([3, 4, 5, 6, 7], [3, 4, 5, 6, 7]), (range(1, 10), range(1, 10)), ([5], [5]), ([], [])],
    ids=["3 to 7", "1 to 9", "one voxel", "only air"],
)
def test_the_box_grows_while_there_is_tissue(device, axis, tissue, kept):
    """Along each axis for itself, the box reaches as far as the nodule does."""
    _assert_mask(device, axis, 5, tissue, kept)


@each_axis
def test_each_axis_has_a_radius_of_its_own(device, axis):
    """A nodule may be long one way and thin another: what lies beside it is left out."""
    hu = torch.full(SHAPE, AIR, device=device, dtype=torch.float32)
    line = list(MIDDLE)
    line[axis] = slice(MIDDLE[axis] - 3, MIDDLE[axis] + 4)
    hu[tuple(line)] = TISSUE
    expected = hu > AIR
    for across in {0, 1, 2} - {axis}:
        beside = list(MIDDLE)
        beside[axis] += 1
        beside[across] += 3
        hu[tuple(beside)] = TISSUE
    _assert_marked(hu, [MIDDLE], expected)


@each_axis
@pytest.mark.parametrize("way", [1, -1], ids=["upwards", "downwards"])
@pytest.mark.parametrize(
    ("at", "tissue", "kept"),
    [
        (5, range(3, 11), range(3, 9)),
        (5, [5, 7, 8], [5, 7]),
        (4, [3, 4, 5, 6, 7, 8], [3, 4, 5, 6]),
        (5, [1, 5, 6, 7, 8, 9], [5, 6, 7]),
    ],
    ids=["3 to 10", "a gap", "2 at least", "tissue beyond air"],
)
def test_air_on_one_side_ends_it(device, axis, way, at, tissue, kept):
    """The first radius, from 2 on, at which one of the two voxels is air still belongs to it."""
    _assert_mask(device, axis, at, tissue, kept, way)


@pytest.mark.parametrize("settings", [(), (-200.0,)], ids=["default", "-200"])
def test_the_threshold_says_how_far_it_grows(device, settings):
    """At the threshold a voxel ends the box as air does; one above it lets it grow."""
    threshold = settings[0] if settings else -700
    for level, radius in ((threshold, 2), (threshold + 1, 4)):
        hu = torch.full(SHAPE, AIR, device=device, dtype=torch.float32)
        line = hu[:, MIDDLE[1], MIDDLE[2]]
        line[2:9] = TISSUE
        line[[3, 7]] = level
        line[[1, 9]] = TISSUE
        line[[0, 10]] = AIR
        inside = torch.arange(len(hu), device=device).sub(MIDDLE[0]).abs() <= radius
        expected = (hu > threshold) & inside[:, None, None]
        _assert_marked(hu, [MIDDLE], expected, *settings)


@each_axis
@pytest.mark.parametrize(
    ("at", "tissue", "kept"),
    [(3, [*range(9), 10, 11], range(8)), (1, range(5), range(4)), (0, range(6), range(3))],
    ids=["at 3", "at 1", "at 0"],
)
def test_the_beginning_of_the_scan_ends_it(device, axis, at, tissue, kept):
    """Before the first voxel there is none, also not the last one: the box begins at 0."""
    _assert_mask(device, axis, at, tissue, kept)


@each_axis
@pytest.mark.parametrize(
    ("at", "tissue", "kept"),
    [(3, [*range(9), 10, 11], range(8)), (1, range(5), range(4)), (0, range(6), range(3))],
    ids=["3 from it", "1 from it", "at it"],
)
def test_the_end_of_the_scan_ends_it(device, axis, at, tissue, kept):
    """At the end of the scan it is as at its beginning."""
    _assert_mask(device, axis, at, tissue, kept, way=-1)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.int16])
@pytest.mark.parametrize("settings", [(), (-200.0,)], ids=["default", "-200"])
def test_only_what_is_dense_belongs_to_it(device, dtype, settings):
    """Air between is left out; a voxel at the threshold is not dense, and one above it is."""
    hu = torch.full(SHAPE, AIR, device=device, dtype=dtype)
    box = hu[3:8, 5:10, 4:9]
    values = [AIR, -700, -699, -200, -199, TISSUE] * 21
    box.copy_(torch.tensor(values[:125], device=device).reshape(box.shape))
    for axis, at in enumerate(MIDDLE):
        line = list(MIDDLE)
        line[axis] = slice(at - 2, at + 3)
        hu[tuple(line)] = AIR  # so that the box does not grow
    expected = hu > (settings[0] if settings else -700)
    _assert_marked(hu, [MIDDLE], expected, *settings)


def test_each_nodule_is_marked(device):
    """All nodules are in one mask, those that meet as well; without one it is empty."""
    hu = torch.full(SHAPE, AIR, device=device, dtype=torch.float32)
    hu[1:4, 2:5, 9:12] = TISSUE
    hu[6:9, 8:11, 3:6] = TISSUE
    hu[9, 8:11, 3:6] = TISSUE
    hu[2, 12, 3] = TISSUE  # nobody says that this is one
    expected = hu > AIR
    expected[2, 12, 3] = False
    _assert_marked(hu, [(2, 3, 10), (7, 9, 4), (9, 9, 4)], expected)
    _assert_marked(hu, [], torch.zeros_like(expected))


def _assert_marked(hu, centers, expected, *settings):
    __tracebackhide__ = True
    with assert_untouched(hu):
        mask = annotation_mask(hu, centers, *settings)
    assert_close(mask, expected)


def _assert_mask(device, axis, at, tissue, kept, way=1):
    """Tissue at these places of ``axis``, three voxels wide across it; all in reverse if wanted."""
    __tracebackhide__ = True
    end, shape, center = 11, list(SHAPE), list(MIDDLE)
    shape[axis] = end + 1
    scan = torch.full(shape, AIR, device=device, dtype=torch.float32)
    across = [slice(it - 1, it + 2) for it in MIDDLE]
    expected = torch.zeros(shape, device=device, dtype=torch.bool)
    center[axis] = at if way == 1 else end - at
    for places, tensor, value in ((tissue, scan, TISSUE), (kept, expected, True)):
        for place in places:
            across[axis] = place if way == 1 else end - place
            tensor[tuple(across)] = value
    with assert_untouched(scan):
        mask = annotation_mask(scan, [tuple(center)])
    line = list(center)
    line[axis] = slice(None)
    found, wanted = (it[tuple(line)].nonzero().flatten().tolist() for it in (mask, expected))
    assert_equal(found, wanted, what="the places on the line through the centre")
    assert_close(mask, expected)
