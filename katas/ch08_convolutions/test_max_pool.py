"""Max pooling (§8.2.3): the largest pixel of each window."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch08_convolutions.max_pool import max_pool2d

TORCHS_OWN = (
    *("max_pool1d", "max_pool2d", "max_pool3d", "mkldnn_max_pool", "quantized_max_pool"),
    *("max_pool2d_with_indices", "max_pool3d_with_indices", "max_pool1d_with_indices"),
    *("adaptive_max_pool2d", "adaptive_max_pool3d", "fractional_max_pool2d", "max_pool"),
    *("adaptive_max_pool", "fractional_max_pool"),
)

windows = pytest.mark.parametrize(
    ("size", "kernel_size", "stride", "padding"),
    [
        ((2, 3, 4, 6), 2, None, 0),
        ((1, 2, 5, 7), 3, 1, 0),
        ((2, 1, 7, 5), 3, 2, 1),
        ((1, 2, 6, 9), 2, 3, 1),
        ((3, 1, 4, 5), 1, None, 0),
    ],
    ids=["2x2", "overlapping", "overlapping padded", "gaps padded", "1x1"],
)


def test_a_2x2_pool_halves(device, dtype):
    """Windows lie side by side unless told otherwise: 2x2 takes 32 pixels to 16, then to 8."""
    images = _numbers((1, 2, 32, 16), device, dtype)
    expected = images.reshape(1, 2, 16, 2, 8, 2).amax((3, 5))
    assert_close(max_pool2d(images, 2), expected)
    expected = expected.reshape(1, 2, 8, 2, 4, 2).amax((3, 5))
    assert_close(max_pool2d(max_pool2d(images, 2), kernel_size=2), expected)


@pytest.mark.parametrize("padding", [1, 2])
def test_padding_is_never_the_largest(device, dtype, padding):
    """However far below 0 all pixels are, the largest is one of them, at the border too."""
    # From 0.56 to 0.44 times the lowest number that there is.
    images = (1000 - _numbers((1, 2, 5, 6), device, dtype)) / 2000 * torch.finfo(dtype).min
    expected = functional.max_pool2d(images, 4, 2, padding)
    pooled = max_pool2d(images, 4, 2, padding)
    larger = pooled.shape == expected.shape and bool((pooled > expected).any())
    assert_equal(larger, False, what="whether a result is larger than all pixels of its window")
    assert_close(pooled, expected)


def test_pixels_that_fill_no_window_are_left_out(device, dtype):
    """A last row or column that no whole window reaches has no say."""
    images = torch.zeros(1, 1, 5, 7, device=device, dtype=dtype)
    images[..., 1, 2] = 3
    images[..., 4, :] = 8
    images[..., :, 6] = 9
    expected = torch.tensor([[[[0, 3, 0], [0, 0, 0]]]], device=device, dtype=dtype)
    assert_close(max_pool2d(images, 2), expected)


@windows
def test_values_are_those_of_torch(device, dtype, size, kernel_size, stride, padding):
    """All together it is torch's max_pool2d; each image and channel is pooled by itself."""
    images = _numbers(size, device, dtype)
    expected = functional.max_pool2d(images, kernel_size, stride, padding)
    assert_close(max_pool2d(images, kernel_size, stride, padding), expected)


@windows
def test_the_gradient_goes_to_the_largest(device, size, kernel_size, stride, padding):
    """A pixel gets the gradients of all windows in which it is the largest; the others get 0."""
    images = _numbers(size, device, torch.float64).requires_grad_()
    expected = functional.max_pool2d(images, kernel_size, stride, padding)
    upstream = _numbers(expected.shape, device, torch.float64)
    (wanted,) = torch.autograd.grad(expected, images, upstream)
    pooled = max_pool2d(images, kernel_size, stride, padding)
    assert_close(_gradient(pooled, images, upstream), wanted, what="the gradient of the images")


def test_of_several_largest_one_has_the_gradient(device, dtype):
    """Where several pixels are the largest, one of them gets the whole gradient of its window."""
    images = torch.tensor([[[[5, 5, 0, 7], [5, 5, 7, 7]]]], device=device, dtype=dtype)
    images.requires_grad_()
    pooled = max_pool2d(images, 2)
    upstream = torch.tensor([[[[2, 3]]]], device=device, dtype=dtype)
    gradient = _gradient(pooled, images, upstream)
    sums = gradient.reshape(2, 2, 2).sum((0, 2))
    assert_close(sums, upstream.flatten(), what="the gradient of the images, by window")
    assert_equal(int(gradient.count_nonzero()), 2, what="how many pixels have a gradient")


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16, torch.float16])
def test_what_comes_in_is_untouched(device, dtype):
    """The result has the dtype of the images, bfloat16 too; the images stay as they were."""
    images = _numbers((2, 3, 6, 5), device, dtype).transpose(2, 3)
    expected = functional.max_pool2d(images.double(), 3, 2, 1).to(dtype)
    with assert_untouched(images):
        pooled = max_pool2d(images, 3, 2, 1)
    assert_close(pooled, expected)


def test_it_is_written_by_hand(device, dtype):
    """Torch's own max pooling is not called, in whatever spelling."""
    images = _numbers((1, 2, 5, 6), device, dtype)
    with forbid_operators(*TORCHS_OWN, because="Windows, and the largest of each, are all it is."):
        max_pool2d(images, 3, 2, 1)


def _numbers(size, device, dtype):
    """Whole numbers from -128 to 128 in no order: 257 is prime, so no two are soon alike."""
    n = torch.Size(size).numel()
    return (((101 * torch.arange(n, device=device) + 60) % 257) - 128).to(dtype).reshape(size)


def _gradient(output, images, upstream):
    """The gradient of the images; an output that autograd lost sight of says so."""
    __tracebackhide__ = True
    assert_equal(output.requires_grad, True, what="requires_grad of the result")
    return torch.autograd.grad(output, images, upstream)[0]
