"""Kernels made by hand (§8.2.2): a blur, and a detector of vertical edges."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch08_convolutions.kernels import blur, vertical_edges

each_layer = pytest.mark.parametrize("name", ["blur", "vertical_edges"])
channels = pytest.mark.parametrize("n_channels", [1, 3])


@each_layer
@channels
def test_the_layer_has_one_3x3_kernel(name, n_channels):
    """Each is a Conv2d whose weight is [1, n_channels, 3, 3]."""
    layer = _layer(name, n_channels)
    assert_equal(isinstance(layer, nn.Conv2d), True, what="whether it is a Conv2d")
    assert_equal(list(layer.weight.shape), [1, n_channels, 3, 3], what="the shape of the weight")


@each_layer
@channels
def test_the_size_is_kept(device, dtype, name, n_channels):
    """Height and width come out as they went in."""
    layer = _layer(name, n_channels).to(device, dtype)
    shape = list(layer(_images((2, n_channels, 4, 7), device, dtype)).shape)
    assert_equal(shape, [2, 1, 4, 7], what="the shape of the output")


@each_layer
@channels
def test_black_stays_black(device, dtype, name, n_channels):
    """Of an image of zeros come zeros: there is no bias, or it is 0."""
    black = torch.zeros(1, n_channels, 4, 5, device=device, dtype=dtype)
    layer = _layer(name, n_channels).to(device, dtype)
    assert_close(layer(black), black[:, :1])


@channels
def test_a_grey_image_keeps_its_brightness(device, dtype, n_channels):
    """Away from the border a grey image is blurred to the same grey, in three channels too."""
    grey = torch.full((1, n_channels, 5, 6), 0.6, device=device, dtype=dtype)
    layer = _layer("blur", n_channels).to(device, dtype)
    expected = grey[:, :1, 1:-1, 1:-1].clone()
    assert_close(layer(grey)[:, :, 1:-1, 1:-1], expected, **_ROUNDING)


@channels
def test_a_blur_averages_what_is_under_it(device, dtype, n_channels):
    """A blurred pixel is the mean over 3x3 pixels and all channels; beyond the border is 0."""
    images = _images((2, n_channels, 4, 6), device, dtype)
    expected = functional.avg_pool2d(images, 3, stride=1, padding=1).mean(dim=1, keepdim=True)
    layer = _layer("blur", n_channels).to(device, dtype)
    assert_close(layer(images), expected, **_ROUNDING)


def test_an_edge_has_a_sign(device, dtype):
    """From dark to bright is positive, from bright to dark negative; a horizontal edge is none."""
    stripe = torch.zeros(1, 1, 5, 7, device=device, dtype=dtype)
    stripe[..., 3:5] = 2
    lying = stripe.new_zeros(1, 1, 7, 5)
    lying[..., 3:5, :] = 2
    layer = _layer("vertical_edges", 1).to(device, dtype)
    expected = torch.tensor([0, 6, 6, -6, -6], device=device, dtype=dtype)
    assert_close(layer(stripe)[0, 0, 2, 1:-1], expected, **_ROUNDING)
    assert_close(layer(lying)[0, 0, 1:-1, 2], torch.zeros_like(expected), **_ROUNDING)


@channels
def test_an_edge_is_right_less_left(device, dtype, n_channels):
    """It is three pixels on the right less three on the left, added up over all channels."""
    images = _images((2, n_channels, 4, 6), device, dtype)
    columns = functional.pad(images.sum(dim=1, keepdim=True), (1, 1, 1, 1))
    columns = columns[:, :, :-2] + columns[:, :, 1:-1] + columns[:, :, 2:]
    expected = columns[..., 2:] - columns[..., :-2]
    layer = _layer("vertical_edges", n_channels).to(device, dtype)
    assert_close(layer(images), expected, **_ROUNDING)


@each_layer
def test_the_weights_can_be_trained(device, dtype, name):
    """The weight is a leaf that gets a gradient, and a step moves each of its numbers by itself."""
    layer = _layer(name, 2).to(device, dtype)
    images = _images((2, 2, 4, 5), device, dtype)
    twin = layer.weight.detach().clone().requires_grad_()
    (wanted,) = torch.autograd.grad(functional.conv2d(images, twin, padding=1).mean(), twin)
    expected = (twin - 0.1 * wanted).detach()
    assert_equal(layer.weight.is_leaf, True, what="whether the weight is a leaf")
    assert_equal(layer.weight.requires_grad, True, what="requires_grad of the weight")
    layer(images).mean().backward()
    torch.optim.SGD(layer.parameters(), lr=0.1).step()
    assert_close(layer.weight, expected, **_ROUNDING, what="the weight after a step")


@each_layer
def test_every_call_makes_a_layer_of_its_own(name):
    """What becomes of one layer is nothing to the next."""
    first = _layer(name, 2)
    before = first.weight.detach().clone()
    with torch.no_grad():
        first.weight.add_(1)
    assert_close(_layer(name, 2).weight, before, what="the weight of a second layer")


# A layer is made in float32, and 1/9 is rounded there.
_ROUNDING = {"rtol": 1e-5, "atol": 1e-5}


def _layer(name, n_channels):
    return {"blur": blur, "vertical_edges": vertical_edges}[name](n_channels)


def _images(size, device, dtype):
    """Numbers from -1 to 1 in no order, no two neighbours alike."""
    steps = torch.arange(torch.Size(size).numel(), device=device, dtype=torch.float64)
    return torch.sin(2.4 * steps + 1).to(dtype).reshape(size)
