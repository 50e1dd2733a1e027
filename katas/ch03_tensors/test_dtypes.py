"""Dtypes (§3.5): which numbers a tensor can hold, and what becomes of the others."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch03_tensors.dtypes import held_exactly, mean_image, nearest_integers

EXACTLY = {"rtol": 0, "atol": 0}


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
@pytest.mark.parametrize(
    ("floats", "integers"),
    [
        ([2.75, 2.25, 0.75, 0.25], [3, 2, 1, 0]),
        ([-2.75, -2.25, -0.75, -0.25], [-3, -2, -1, 0]),
        ([[4.0, -7.0], [0.0, 100.0]], [[4, -7], [0, 100]]),
        (1.75, 2),
    ],
    ids=["positive", "negative", "whole", "one number"],
)
def test_the_nearest_integer(device, dtype, floats, integers):
    """2.75 becomes 3, -2.75 becomes -3: int64 in the shape of x, and x stays as it was."""
    x = torch.tensor(floats, device=device, dtype=dtype)
    expected = torch.tensor(integers, device=device, dtype=torch.int64)
    with assert_untouched(x):
        nearest = nearest_integers(x)
    assert_close(nearest, expected, **EXACTLY)


def test_large_floats_become_the_nearest_integer(device):
    """float64 and int64 hold integers that float32 and int32 do not: none is lost on the way."""
    x = torch.tensor([123_456_789.25, -(2.0**40) - 0.75], device=device, dtype=torch.float64)
    expected = torch.tensor([123_456_789, -(2**40) - 1], device=device, dtype=torch.int64)
    assert_close(nearest_integers(x), expected, **EXACTLY)


@pytest.mark.parametrize(
    ("a", "b", "mean"),
    [
        ([[10, 4, 0]], [[20, 2, 8]], [[15.0, 3.0, 4.0]]),
        ([[10, 4, 0]], [[21, 1, 9]], [[15.5, 2.5, 4.5]]),
        ([[200, 255], [255, 1]], [[100, 255], [3, 255]], [[150.0, 255.0], [129.0, 128.0]]),
        ([255, 0], [254, 255], [254.5, 127.5]),
    ],
    ids=["whole", "halves", "bright", "bright, and halves"],
)
def test_the_mean_of_two_images(device, a, b, mean):
    """The mean of 200 and 100 is 150, that of 255 and 254 is 254.5: float32, from uint8."""
    a, b = (torch.tensor(it, device=device, dtype=torch.uint8) for it in (a, b))
    expected = torch.tensor(mean, device=device, dtype=torch.float32)
    with assert_untouched(a, b):
        image = mean_image(a, b)
    assert_close(image, expected, **EXACTLY)


@pytest.mark.parametrize("bits", [8, 12, 16])
def test_float32_holds_the_pixels_of_images(device, bits):
    """The brightest pixel of 8, 12 or 16 bits is held, and each one below it."""
    pixels = torch.arange(2**bits - 1, -1, -257, device=device)
    assert_close(held_exactly(pixels), torch.full_like(pixels, True, dtype=torch.bool))


@pytest.mark.parametrize("sign", [1, -1])
def test_above_2_to_the_24_some_are_held(device, sign):
    """2**24 + 1 is the first integer that is not held; 2**24 + 2 is, and each power of two."""
    held = [2**24 - 1, 2**24, 2**24 + 2, 2**25 - 2, 2**25 + 4, 2**31, 3 * 2**40]
    lost = [2**24 + 1, 2**24 + 3, 2**25 - 1, 2**25 + 2, 2**31 + 1, 2**40 + 3, 2**53 - 1]
    x = sign * torch.tensor([held, lost], device=device)
    expected = torch.tensor([[True] * 7, [False] * 7], device=device)
    with assert_untouched(x):
        answers = held_exactly(x)
    assert_close(answers, expected)
