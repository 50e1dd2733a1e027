"""Translation (§8.1.1): what moves with the image, and what stays."""

import functools

import pytest
import torch
from torch import nn
from torch.nn.functional import conv2d

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch08_convolutions.translation import Detector, shift, shift_error

SETTINGS = {"convolution": {"padding": 1}, "strided": {"padding": 1, "stride": 2}, "not padded": {}}
moves = pytest.mark.parametrize(
    ("down", "right"), [(0, 0), (1, 0), (0, 2), (-2, 0), (0, -1), (2, -3), (-1, 1), (4, -5)]
)


@moves
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_a_pixel_moves_down_and_right(device, dtype, down, right):
    """The pixel at (row, column) goes to (row + down, column + right), or is lost; others are 0."""
    images = _images((2, 3, 5, 4), device, dtype).transpose(2, 3)
    with assert_untouched(images):
        moved = shift(images, down, right)
    assert_close(moved, _shifted(images, down, right))


def test_the_gradient_moves_back(device, dtype):
    """The gradient of a pixel is found where the pixel went; of a pixel that was lost it is 0."""
    images = _images((1, 2, 4, 5), device, dtype).requires_grad_()
    upstream = _images((1, 2, 4, 5), device, dtype) + 1
    moved = shift(images, 1, -2)
    assert_equal(moved.requires_grad, True, what="requires_grad of the result")
    (gradient,) = torch.autograd.grad(moved, images, upstream)
    assert_close(gradient, _shifted(upstream, -1, 2), what="the gradient of the images")


@pytest.mark.parametrize(("down", "right"), [(1, 0), (0, -1), (-2, 1)])
@pytest.mark.parametrize("name", ["convolution", "strided", "place by place", "not padded"])
def test_the_error_of_a_layer(device, dtype, name, down, right):
    """It is the largest distance between moving first and moving last, of either sign."""
    expected = _error_by_hand(name, device, dtype, down, right)
    layer, images = _layer(name, device, dtype), _images((2, 1, 6, 7), device, dtype)
    error = shift_error(layer, images, down, right)
    assert_close(error, expected)


@pytest.mark.parametrize(
    ("name", "down", "right", "equivariant"),
    [
        ("convolution", 1, -1, True),
        ("convolution", -2, 2, True),
        ("strided", 0, 1, False),
        ("place by place", 1, 0, False),
    ],
)
def test_a_convolution_is_equivariant(device, dtype, name, down, right, equivariant):
    """A convolution has no error away from the border; a stride has one, weights by place too."""
    images = torch.zeros(1, 1, 8, 9, device=device, dtype=dtype)
    images[..., 3:5, 3:6] = _images((1, 1, 2, 3), device, dtype) + 20
    layer = _layer(name, device, dtype)
    error = shift_error(layer, images, down, right)
    assert_equal(error.item() == 0, equivariant, what="whether the error is 0")


@pytest.mark.parametrize(("n_channels", "n_features"), [(1, 1), (3, 2), (2, 5)])
def test_a_detector_needs_few_parameters(n_channels, n_features):
    """A feature takes nine weights a channel, and one bias, however large the image is."""
    detector = Detector(n_channels, n_features)
    sizes = sorted(parameter.numel() for parameter in detector.parameters())
    expected = sorted([9 * n_channels * n_features, n_features])
    assert_equal(sizes, expected, what="the sizes of the parameters")


@pytest.mark.parametrize("size", [(2, 3, 5, 7), (1, 3, 1, 2)])
def test_the_largest_answer_of_each_kernel(device, dtype, size):
    """It is the maximum over rows and columns of a convolution with two zeros on each side."""
    detector, weight, bias = _filled_detector(3, 2, device, dtype)
    images = _images(size, device, dtype).requires_grad_()
    expected = conv2d(images, weight, bias, padding=2).flatten(2).max(2).values
    upstream = torch.tensor([2.0, -3.0], device=device, dtype=dtype).expand(size[0], 2)
    (wanted,) = torch.autograd.grad(expected, images, upstream)
    with assert_untouched(detector, images):
        answers = detector(images)
    assert_close(answers, expected)
    assert_equal(answers.requires_grad, True, what="requires_grad of the result")
    (gradient,) = torch.autograd.grad(answers, images, upstream)
    assert_close(gradient, wanted, what="the gradient of the images")


def test_a_kernel_is_laid_wherever_it_touches_the_image(device, dtype):
    """A kernel is laid wherever a pixel is under it, if only one in a corner, and nowhere else."""
    detector, _, _ = _filled_detector(1, 1, device, dtype)
    with torch.no_grad():
        for parameter in detector.parameters():
            parameter.fill_(5 if parameter.numel() == 1 else -2)
    images = torch.ones(1, 1, 4, 5, device=device, dtype=dtype)
    expected = torch.tensor([[3]], device=device, dtype=dtype)
    assert_close(detector(images), expected)


@pytest.mark.parametrize(
    ("row", "column"), [(0, 0), (0, 5), (3, 0), (3, 5), (1, 3), (2, 2), (3, 4)]
)
def test_a_detector_is_invariant(device, dtype, row, column):
    """Wherever an object stands, in the middle, at a side, in a corner: the answer is the same."""
    detector, _, _ = _filled_detector(2, 4, device, dtype)
    images = torch.zeros(2, 1, 2, 6, 7, device=device, dtype=dtype)
    thing = _images((1, 2, 3, 2), device, dtype)
    images[0, ..., 1:4, 2:4] = thing
    images[1, ..., row : row + 3, column : column + 2] = thing
    assert_close(detector(images[1]), detector(images[0]))


def _shifted(images, down, right):
    """``images`` moved, one pixel after the other."""
    height, width = images.shape[2:]
    moved = images.new_zeros(images.shape)
    for row in range(height):
        for column in range(width):
            if 0 <= row + down < height and 0 <= column + right < width:
                moved[..., row + down, column + right] = images[..., row, column]
    return moved


@functools.cache
def _error_by_hand(name, device, dtype, down, right):
    layer, images = _layer(name, device, dtype), _images((2, 1, 6, 7), device, dtype)
    moved_first = layer(_shifted(images, down, right))
    moved_last = _shifted(layer(images), down, right)
    return (moved_first - moved_last).abs().max().detach()


def _layer(name, device, dtype):
    """A layer that takes one channel, with whole numbers for weights."""
    if name == "place by place":
        layer = _PlaceByPlace()
    else:
        layer = nn.Conv2d(1, 2, 3, bias=False, **SETTINGS[name])
    for parameter in layer.parameters():
        parameter.data = _images(parameter.shape, "cpu", torch.float64)
    return layer.to(device, dtype)


class _PlaceByPlace(nn.Module):
    """Every pixel times the number of its row."""

    def forward(self, x):
        rows = torch.arange(x.shape[2], device=x.device, dtype=x.dtype)
        return x * rows.view(-1, 1)


def _filled_detector(n_channels, n_features, device, dtype):
    """A detector with weights of ours, and these; no names of parameters are asked for."""
    detector = Detector(n_channels, n_features).to(device, dtype)
    weight = _images((n_features, n_channels, 3, 3), device, dtype)
    bias = _images((n_features,), device, dtype)
    values = {value.numel(): value for value in (weight, bias)}
    sizes = sorted(parameter.numel() for parameter in detector.parameters())
    assert_equal(sizes, sorted(values), what="the sizes of the parameters")
    with torch.no_grad():
        for parameter in detector.parameters():
            parameter.copy_(values[parameter.numel()].reshape(parameter.shape))
    return detector, weight, bias


def _images(size, device, dtype):
    """Whole numbers from -18 to 18 in no order: exact in every precision that torch may use."""
    n = torch.Size(size).numel()
    return (((16 * torch.arange(n, device=device) + 9) % 37) - 18).to(dtype).reshape(size)
