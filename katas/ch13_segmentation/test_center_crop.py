"""The bridge, cut to size (§13.3.1): which pixels stay."""

import pytest
import torch

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch13_segmentation.center_crop import center_crop

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])


@each_dtype
@pytest.mark.parametrize("side", [(64, 56), (136, 104), (280, 200), (568, 392)])
def test_the_bridges_of_the_paper(device, dtype, side):
    """The U-Net of the paper cuts 568 to 392: 88 pixels on each side."""
    large, small = side
    rows = torch.arange(large, device=device).to(dtype)
    start = (large - small) // 2
    kept = rows[start : start + small]
    bridge = rows.reshape(1, 1, -1, 1).expand(1, 1, large, small)
    expected = kept.reshape(1, 1, -1, 1).expand(1, 1, small, small)
    assert_close(center_crop(bridge, (small, small)), expected)
    assert_close(center_crop(bridge.mT, (small, small)), expected.mT)


@pytest.mark.parametrize(
    ("shape", "size", "rows", "columns"),
    [
        ((2, 3, 8, 6), (4, 2), (2, 6), (2, 4)),
        ((1, 2, 6, 10), (4, 4), (1, 5), (3, 7)),
        ((3, 1, 10, 4), (2, 2), (4, 6), (1, 3)),
    ],
)
def test_as_much_goes_on_either_side(device, dtype, shape, size, rows, columns):
    """Rows go above and below, columns on the left and on the right, of each sample and channel."""
    _assert_kept(device, dtype, shape, size, rows, columns)


@pytest.mark.parametrize(
    ("shape", "size", "rows", "columns"),
    [
        ((1, 1, 5, 4), (4, 3), (0, 4), (0, 3)),
        ((1, 2, 7, 8), (4, 5), (1, 5), (1, 6)),
        ((2, 1, 9, 6), (4, 4), (2, 6), (1, 5)),
        ((2, 1, 4, 9), (2, 2), (1, 3), (3, 5)),
    ],
)
def test_what_is_odd_goes_at_the_end(device, dtype, shape, size, rows, columns):
    """Of one row none goes above; of three, one goes above and two below."""
    _assert_kept(device, dtype, shape, size, rows, columns)


@pytest.mark.parametrize(
    ("shape", "size", "rows", "columns"),
    [
        ((2, 2, 3, 5), (3, 5), (0, 3), (0, 5)),
        ((1, 2, 3, 6), (3, 4), (0, 3), (1, 5)),
        ((1, 2, 7, 2), (3, 2), (2, 5), (0, 2)),
    ],
)
def test_what_fits_stays_whole(device, dtype, shape, size, rows, columns):
    """With padding nothing has to go; rows may fit where columns do not."""
    _assert_kept(device, dtype, shape, size, rows, columns)


@pytest.mark.parametrize("size", [(5, 4), (3, 7), (6, 8), (2, 9)])
def test_a_smaller_bridge_is_refused(device, size):
    """A bridge of 4 by 6 has no middle of 5 rows, nor one of 7 columns."""
    bridge = _numbered((1, 2, 4, 6), device, torch.float32)
    with assert_raises(ValueError):
        center_crop(bridge, size)


def test_gradients_come_back_to_the_middle(device, dtype):
    """What was cut off has a gradient of 0, what stays has that of the crop."""
    bridge = _numbered((2, 2, 5, 6), device, dtype).requires_grad_()
    upstream = _numbered((2, 2, 3, 3), device, dtype)
    expected = torch.zeros_like(bridge)
    expected[:, :, 1:4, 1:4] = upstream
    crop = center_crop(bridge, (3, 3))
    assert_equal(crop.requires_grad, True, what="requires_grad of the crop")
    (gradient,) = torch.autograd.grad(crop, bridge, upstream)
    assert_close(gradient, expected, what="the gradient of the bridge")


def _assert_kept(device, dtype, shape, size, rows, columns):
    __tracebackhide__ = True
    bridge = _numbered(shape, device, dtype)
    expected = bridge[:, :, slice(*rows), slice(*columns)].clone()
    with assert_untouched(bridge):
        crop = center_crop(bridge, torch.Size(size))
    assert_close(crop, expected)


def _numbered(shape, device, dtype):
    """No two pixels alike."""
    numel = torch.Size(shape).numel()
    return torch.arange(1, numel + 1, device=device, dtype=dtype).reshape(shape)
