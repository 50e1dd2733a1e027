"""A scan as a volume (§4.2.1): slices by their numbers, along the dimension of depth."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_raises, assert_untouched
from katas.ch04_real_data.volume_layout import volume

each_dtype = pytest.mark.parametrize("dtype", [torch.int16, torch.int32, torch.uint8])


@each_dtype
@pytest.mark.parametrize(
    ("depth", "height", "width"), [(3, 2, 4), (2, 4, 3), (3, 3, 3), (1, 2, 3), (1, 1, 1)]
)
def test_a_voxel_keeps_its_place(device, dtype, depth, height, width):
    """[0, 0, d, y, x] is the number in row y and column x of slice d, as float32."""
    slices = _slices(range(1, depth + 1), (height, width), device, dtype)
    rows = [[it.tolist() for it in slices.values()]]
    expected = torch.tensor([rows], device=device, dtype=torch.float32)
    assert_close(volume(slices), expected)


@pytest.mark.parametrize(
    "numbers",
    [[8, 9, 10, 11], [10, 2, 9, 1, 3, 7, 5, 6, 8, 4], [101, 99, 100, 98], [3, 2, 1], [0, 1]],
    ids=["8 to 11", "1 to 10", "98 to 101", "3 to 1", "from 0"],
)
@pytest.mark.parametrize("form", ["ct-{}", "ct-{:03}", "1-2-{}"])
def test_slices_are_in_the_order_of_their_numbers(device, numbers, form):
    """Slice 10 comes after slice 9, however the names are sorted, and however they came."""
    slices = _slices(numbers, (2, 3), device, torch.int16, form)
    in_order = [slices[form.format(number)] for number in sorted(numbers)]
    expected = torch.tensor([[[it.tolist() for it in in_order]]], device=device).float()
    assert_close(volume(slices), expected)


def test_hounsfield_units_keep_their_sign(device):
    """Numbers below 0 stay so: air is -1000 in a CT scan, water 0, bone more than 1000."""
    slices = {
        "ct-1": torch.tensor([[-1000, 0]], device=device, dtype=torch.int16),
        "ct-2": torch.tensor([[3071, -1]], device=device, dtype=torch.int16),
    }
    expected = torch.tensor([[[[[-1000.0, 0.0]], [[3071.0, -1.0]]]]], device=device)
    assert_close(volume(slices), expected)


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [([1, 2, 4], 3), ([5, 7], 6), ([12, 9, 10, 8], 11), ([0, 2, 3, 4], 1)],
)
def test_a_gap_is_named(device, numbers, missing):
    """If a number between the first and the last is missing, ValueError names it."""
    slices = _slices(numbers, (2, 3), device, torch.int16)
    with assert_raises(ValueError, missing):
        volume(slices)


def test_the_slices_are_left_alone(device):
    """The slices stay as they were, even if the volume is changed afterwards."""
    slices = _slices([2, 1], (2, 3), device, torch.int16)
    with assert_untouched(*slices.values()):
        volume(slices).zero_()


def _slices(numbers, size, device, dtype, form="ct-{}"):
    """Slices of numbers in no order, no two alike."""
    height, width = size
    place = torch.arange(height * width, device=device).reshape(size)
    return {form.format(number): ((place + 11 * number) * 37 % 127).to(dtype) for number in numbers}
