"""Hounsfield units (§10.3.1): voxels in float32, cut to the densities of a body."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch10_datasets.hounsfield import hounsfield

DTYPES = [torch.int16, torch.int32, torch.int64, torch.float32, torch.float64]
each_dtype = pytest.mark.parametrize("dtype", DTYPES)

# Outside of the field of view, air just beyond the end, at it, lung, water, tissue, bone, metal.
VOXELS = [[-3024, -1001, -1000, -850], [0, 40, 999, 1000], [1001, 3071, -2000, 20000]]
UNITS = [[-1000, -1000, -1000, -850], [0, 40, 999, 1000], [1000, 1000, -1000, 1000]]


@each_dtype
def test_the_voxels_stay_as_they_are(device, dtype):
    """Voxels that lie in a cache are after the call what they were before it."""
    voxels = torch.tensor(VOXELS, device=device, dtype=dtype)
    with assert_untouched(voxels):
        hounsfield(voxels)


@each_dtype
def test_both_ends_are_cut(device, dtype):
    """Below -1000 becomes -1000, above 1000 becomes 1000, the rest stays; all in float32."""
    voxels = torch.tensor(VOXELS, device=device, dtype=dtype)
    assert_close(hounsfield(voxels), torch.tensor(UNITS, device=device, dtype=torch.float32))


@each_dtype
@pytest.mark.parametrize(("low", "high"), [(-1350, 150), (-160, 240), (-20.5, 7.25), (100, 3000)])
def test_the_window_is_the_callers(device, dtype, low, high):
    """low and high are the ends, whatever they are: 0 may lie outside, and -20.5 is not rounded."""
    voxels = torch.tensor(VOXELS, device=device, dtype=dtype)
    cut = [[float(min(max(it, low), high)) for it in row] for row in VOXELS]
    expected = torch.tensor(cut, device=device, dtype=torch.float32)
    assert_close(hounsfield(voxels, low, high), expected)
    assert_close(hounsfield(voxels, high=high, low=low), expected)


def test_a_small_dtype_is_no_obstacle(device):
    """Bytes cannot hold -1000 or 1000, and come out as the numbers that they are."""
    voxels = torch.tensor([0, 7, 200, 255], device=device, dtype=torch.uint8)
    expected = torch.tensor([0.0, 7.0, 200.0, 255.0], device=device)
    assert_close(hounsfield(voxels), expected)
    assert_close(hounsfield(voxels, high=199.5), expected.minimum(expected.new_tensor(199.5)))


@each_dtype
@pytest.mark.parametrize("voxels", [VOXELS, UNITS], ids=["something to cut", "nothing to cut"])
def test_the_result_is_a_tensor_of_its_own(device, dtype, voxels):
    """Whoever writes into the result does not write into the scan."""
    scan = torch.tensor(voxels, device=device, dtype=dtype)
    with assert_untouched(scan):
        hounsfield(scan)[1:].fill_(77)


@each_dtype
def test_two_readers_of_one_cache_have_two_windows(device, dtype):
    """Lungs, then bones of one cached scan: the second reader does not see the first one's cut."""
    cache = {"1.3.6.1.4.1.7": torch.tensor(VOXELS, device=device, dtype=dtype)}
    hounsfield(cache["1.3.6.1.4.1.7"], -1350, 150)
    bones = hounsfield(cache["1.3.6.1.4.1.7"], -500, 1800)
    expected = torch.tensor(VOXELS, device=device, dtype=torch.float32).clamp(-500, 1800)
    assert_close(bones, expected)


@pytest.mark.parametrize("shape", [(2, 3, 4), (1, 5), (0, 3), ()])
def test_the_shape_stays(device, shape):
    """The result has the shape of the voxels, be it a whole scan, one voxel, or none."""
    cut = hounsfield(torch.full(shape, -2000, device=device, dtype=torch.int16))
    assert_close(cut, torch.full(shape, -1000.0, device=device))


@each_dtype
def test_to_cut_twice_is_to_cut_once(device, dtype):
    """What has been cut stays the same when it is cut again."""
    once = hounsfield(torch.tensor(VOXELS, device=device, dtype=dtype))
    assert_close(hounsfield(once), once)
