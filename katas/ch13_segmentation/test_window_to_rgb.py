"""A slice as an image (§15, second edition): bytes of grey, on one scale for all slices."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.window_to_rgb import window_to_rgb

DTYPES = [torch.int16, torch.int32, torch.float32, torch.float64]


@pytest.mark.parametrize("dtype", DTYPES)
def test_a_window_from_black_to_white(device, dtype):
    """Air is black, 300 and above is white, and what lies between is so in proportion."""
    hu = torch.tensor([[-1000, -740, -480, -220], [40, 120, 200, 300]], device=device, dtype=dtype)
    _assert_image(window_to_rgb(hu), [[0, 51, 102, 153], [204, 219.7, 235.4, 255]])


@pytest.mark.parametrize("dtype", DTYPES)
def test_below_is_black_and_above_is_white(device, dtype):
    """What lies outside of the window is cut off: a byte that is cast from -25.5 is 231."""
    hu = torch.tensor([[-1130, -2000, -1001], [301, 1024, 3071]], device=device, dtype=dtype)
    _assert_image(window_to_rgb(hu), [[0, 0, 0], [255, 255, 255]])


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-1000, 1000, [0, 76.5, 127.5, 132.6, 178.5, 255]),
        (-160, 240, [0, 0, 102, 127.5, 255, 255]),
        (-1350, 150, [59.5, 161.5, 229.5, 236.3, 255, 255]),
        (40, 440, [0, 0, 0, 0, 229.5, 255]),
    ],
    ids=["wide", "soft tissue", "lung", "bone"],
)
@pytest.mark.parametrize("dtype", DTYPES)
def test_the_window_is_what_is_given(device, dtype, low, high, expected):
    """Both ends can be chosen, to look at soft tissue, at lungs or at bones."""
    hu = torch.tensor([[-1000, -400, 0, 40, 400, 1000]], device=device, dtype=dtype)
    _assert_image(window_to_rgb(hu, low, high), [expected])
    _assert_image(window_to_rgb(hu, high=high, low=low), [expected])


def test_the_same_tissue_has_the_same_grey(device, dtype):
    """What a slice holds beside it, bone or metal, changes the grey of no pixel."""
    lung = torch.tensor([[-850.0, 40.0], [-400.0, -850.0]], device=device, dtype=dtype)
    with_bone = torch.tensor([[-850.0, 40.0], [-400.0, 1500.0]], device=device, dtype=dtype)
    grey = [[29.4, 204], [117.7, 29.4]]
    _assert_image(window_to_rgb(lung), grey)
    grey[1][1] = 255
    _assert_image(window_to_rgb(with_bone), grey)


@pytest.mark.parametrize(("hu", "grey"), [(-1000.0, 0), (40.0, 204), (300.0, 255)])
def test_a_slice_may_be_all_the_same(device, dtype, hu, grey):
    """Where there is nothing but air, or nothing but tissue, there is one grey: that of it."""
    constant = torch.full((2, 3), hu, device=device, dtype=dtype)
    _assert_image(window_to_rgb(constant), [[grey] * 3] * 2)


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_slice_stays_as_it_was(device, dtype):
    """The Hounsfield units are needed again: they are not scaled where they lie."""
    hu = torch.tensor([[-1500, -850, 40], [300, 900, 0]], device=device, dtype=dtype)
    with assert_untouched(hu):
        image = window_to_rgb(hu)
    _assert_image(image, [[0, 29.4, 204], [255, 255, 196.2]])


def test_the_channels_are_last(device):
    """The three channels are alike and come last, also where a slice is three pixels high."""
    hu = torch.tensor([[-1000.0, 40.0], [300.0, -740.0], [-220.0, -480.0]], device=device)
    _assert_image(window_to_rgb(hu), [[0, 204], [255, 51], [153, 102]])


def _assert_image(actual, grey):
    """An image [H, W, 3] of bytes, each of which is next to ``grey``."""
    __tracebackhide__ = True
    assert_equal(type(actual).__name__, "Tensor", what="the type of what came back")
    assert_equal(actual.dtype, torch.uint8, what="the dtype")
    assert_equal(list(actual.shape), [len(grey), len(grey[0]), 3], what="the shape")
    expected = torch.tensor(grey, dtype=torch.float64, device=actual.device)
    for name, channel in zip(["red", "green", "blue"], actual.unbind(dim=-1), strict=True):
        assert_close(channel.to(torch.float64), expected, rtol=0, atol=1, what=name)
