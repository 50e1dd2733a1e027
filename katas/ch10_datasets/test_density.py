"""Density in a CT scan (§10.3.1): Hounsfield units in g/cc, back again, and air around them."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch10_datasets.density import pad_with_air, to_density, to_hounsfield

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.int16, torch.int32, torch.float32, torch.float64]
)


@each_dtype
def test_the_scan_stays_as_it_is(device, dtype):
    """The voxels that are given are the same afterwards, whatever is written into the results."""
    hu = torch.tensor([[[-3024, -1000], [40, 700]]], device=device, dtype=dtype)
    with assert_untouched(hu):
        to_density(hu).fill_(7)
        pad_with_air(hu, 1).fill_(7)


@each_dtype
def test_air_weighs_nothing_and_water_one(device, dtype):
    """Air, -1000, is 0 g/cc, water 1, and the rest in proportion: lung .15, bone 2.2."""
    hu = torch.tensor([[-1000, -850, -20], [0, 40, 1200]], device=device, dtype=dtype)
    expected = torch.tensor([[0, 0.15, 0.98], [1, 1.04, 2.2]], device=device)
    assert_close(to_density(hu), expected)


@each_dtype
def test_metal_is_heavy(device, dtype):
    """There is no upper end, and no overflow: 19300 is 20.3 g/cc, 32767 is 33.767."""
    hu = torch.tensor([3071, 19300, 31767, 31768, 32767], device=device, dtype=dtype)
    expected = torch.tensor([4.071, 20.3, 32.767, 32.768, 33.767], device=device)
    assert_close(to_density(hu), expected)


@each_dtype
def test_where_the_scanner_did_not_look_there_is_air(device, dtype):
    """What is below -1000 is 0 g/cc: nothing is lighter than air, and it is no tissue."""
    hu = torch.tensor([-999, -1000, -1001, -2000, -3024, -32768], device=device, dtype=dtype)
    expected = torch.tensor([0.001, 0, 0, 0, 0, 0], device=device)
    assert_close(to_density(hu), expected)


def test_the_units_of_a_density(device, dtype):
    """0 g/cc is -1000, 1 is 0, and 1.0406 the nearest whole number, 41; in int16."""
    density = torch.tensor([[0, 1, 1.0406], [0.1494, 2.2, 33.767]], device=device, dtype=dtype)
    expected = torch.tensor([[-1000, 0, 41], [-851, 1200, 32767]], device=device)
    with assert_untouched(density):
        actual = to_hounsfield(density)
    assert_close(actual, expected.to(torch.int16))


def test_there_and_back_is_the_same_voxel(device):
    """Every whole number from -1000 to 32767 comes back as itself."""
    hu = torch.arange(-1000, 32768, device=device, dtype=torch.int16).reshape(2, -1, 4)
    assert_close(to_hounsfield(to_density(hu)), hu)


@each_dtype
@pytest.mark.parametrize("width", [0, 1, 3])
def test_a_scan_is_padded_with_air(device, dtype, width):
    """On each of six sides there are width voxels of -1000 more, in the dtype of the scan."""
    depth, height, columns = 2, 3, 4
    hu = torch.arange(24, device=device).reshape(depth, height, columns) * 131 - 2048
    shape = [size + 2 * width for size in hu.shape]
    expected = torch.full(shape, -1000, device=device)
    inside = tuple(slice(width, width + size) for size in hu.shape)
    expected[inside] = hu
    assert_close(pad_with_air(hu.to(dtype), width), expected.to(dtype))


def test_what_is_added_weighs_nothing(device):
    """Padding adds no weight: the densities of a padded scan have the same sum."""
    hu = torch.tensor([[[40, -700], [300, -1000]]], device=device, dtype=torch.int16)
    padded = to_density(pad_with_air(hu, 2))
    assert_close(padded.sum(), torch.tensor(2.64, device=device), what="the sum of the densities")
