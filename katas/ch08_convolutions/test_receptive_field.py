"""The receptive field (§8.2.3): its size by formula, and seen by gradients."""

import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn.functional import conv1d

from katas._dojo.writing.assertions import assert_equal, assert_untouched
from katas.ch08_convolutions.receptive_field import pixels_seen, receptive_field

some_layers = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 3), st.integers(1, 3)), max_size=4
)


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], 1),
        ([(3, 1, 1)], 3),
        ([(3, 1, 1), (3, 1, 1)], 5),
        ([(3, 1, 1), (2, 2, 1), (3, 1, 1)], 8),
        ([(3, 1, 1), (2, 2, 1), (3, 1, 1), (2, 2, 1)], 10),
        ([(3, 1, 1), (3, 1, 2), (3, 1, 4)], 15),
        ([(1, 2, 1), (1, 2, 1), (2, 1, 1)], 5),
    ],
    ids=["none", "3x3", "two 3x3", "pool between", "the book's net", "dilated", "strides alone"],
)
def test_the_size_in_numbers(layers, expected):
    """A kernel adds (kernel_size - 1) * dilation, times the strides of all layers before it."""
    assert_equal(receptive_field(list(layers)), expected)


@settings(max_examples=25)
@given(some_layers)
@example([(2, 3, 2), (3, 2, 3), (2, 1, 1)])
def test_the_size_is_that_of_the_gradients(layers):
    """It is as far as the gradient of one output reaches, from its first pixel to its last."""
    image = torch.zeros(1, 1, 400, dtype=torch.float64, requires_grad=True)
    out = image
    for kernel_size, stride, dilation in layers:
        kernel = torch.ones(1, 1, kernel_size, dtype=torch.float64)
        out = conv1d(out, kernel, stride=stride, dilation=dilation)
    (gradient,) = torch.autograd.grad(out[0, 0, 0], image)
    reached = gradient[0, 0].nonzero()
    expected = int(reached.max() - reached.min()) + 1
    assert_equal(receptive_field(list(layers)), expected)


@pytest.mark.parametrize("layers", [[(3, 2, 1), (3, 1, 1)], [(2, 1, 3), (4, 3, 1), (3, 2, 2)]])
def test_the_layers_are_left_as_they_were(layers):
    """The list stays as it was, and asked again gives the same."""
    handed = list(layers)
    first = receptive_field(handed)
    assert_equal(handed, layers, what="the layers, afterwards")
    assert_equal(receptive_field(handed), first, what="the size, asked again")


@pytest.mark.parametrize(
    ("name", "row", "column", "rows", "columns"),
    [
        ("one", 2, 5, [1, 2, 3], [4, 5, 6]),
        ("one", 0, 7, [0, 1], [6, 7]),
        ("two", 3, 4, [1, 2, 3, 4, 5], [2, 3, 4, 5, 6]),
        ("dilated", 3, 3, [1, 3, 5], [1, 3, 5]),
        ("strided", 1, 2, [2, 3], [4, 5]),
        ("of two heights", 1, 2, [1], [0, 1, 2, 3, 4]),
    ],
)
def test_the_pixels_of_a_convolution(device, dtype, name, row, column, rows, columns):
    """Those under the kernel, in gaps if dilated, fewer at the border; [H, W] of bool."""
    net = _nets()[name].to(device, dtype)
    seen = pixels_seen(net, _images((1, 2, 6, 8), device, dtype), row, column)
    _assert_seen(seen, (6, 8), rows, columns)


def test_every_channel_and_every_image_counts(device, dtype):
    """A gradient counts if it is negative, and if those of two channels would cancel."""
    net = nn.Conv2d(2, 2, (1, 3), bias=False).to(device, dtype)
    with torch.no_grad():
        net.weight.zero_()
        net.weight[1, 0, 0, 0] = -2  # only the second output sees this pixel
        net.weight[0, :, 0, 1] = torch.tensor([1.0, -1.0])
        net.weight[:, 1, 0, 2] = torch.tensor([1e-6, -1e-6])
    images = _images((2, 2, 4, 5), device, dtype)
    _assert_seen(pixels_seen(net, images, 2, 1), (4, 5), [2], [1, 2, 3])


def test_one_image_of_the_batch_is_enough(device, dtype):
    """Where relu stops the gradient in one image but not in another, the pixel is seen."""
    dark = torch.full((3, 1, 4, 5), -1.0, device=device, dtype=dtype)
    bright = dark.clone()
    bright[1, 0, 1, 3] = 2
    _assert_seen(pixels_seen(nn.ReLU(), dark, 1, 3), (4, 5), [], [])
    _assert_seen(pixels_seen(nn.ReLU(), bright, 1, 3), (4, 5), [1], [3])


@pytest.mark.parametrize("requires_grad", [True, False], ids=["requires grad", "no grad needed"])
@pytest.mark.parametrize("frozen", [True, False], ids=["frozen", "trainable"])
def test_nothing_is_left_behind(device, dtype, requires_grad, frozen):
    """Of images and of parameters grad and requires_grad stay as they were; net keeps its mode."""
    net = nn.Sequential(nn.Conv2d(2, 3, 3, padding=1), nn.BatchNorm2d(3), nn.Tanh())
    net = net.to(device, dtype).eval().requires_grad_(not frozen)
    images = _images((2, 2, 6, 8), device, dtype).requires_grad_(requires_grad)
    if requires_grad:
        images.grad = torch.ones_like(images)
    if not frozen:
        net[0].weight.grad = torch.ones_like(net[0].weight)
    with assert_untouched(net, images):
        seen = pixels_seen(net, images, 3, 4)
    _assert_seen(seen, (6, 8), [2, 3, 4], [3, 4, 5])


def test_it_works_under_no_grad(device, dtype):
    """Gradients are calculated even where the caller has turned them off, and there stay off."""
    net = _nets()["two"].to(device, dtype)
    images = _images((1, 2, 6, 8), device, dtype)
    with torch.no_grad():
        seen = pixels_seen(net, images, 3, 4)
        assert_equal(torch.is_grad_enabled(), False, what="whether gradients are on, afterwards")
    _assert_seen(seen, (6, 8), [1, 2, 3, 4, 5], [2, 3, 4, 5, 6])


def _nets():
    """Convolutions with no weight of 0."""
    nets = {
        "one": nn.Conv2d(2, 3, 3, padding=1),
        "two": nn.Sequential(nn.Conv2d(2, 2, 3, padding=1), nn.Conv2d(2, 1, 3, padding=1)),
        "dilated": nn.Conv2d(2, 1, 3, padding=2, dilation=2),
        "strided": nn.Conv2d(2, 1, 2, stride=2),
        "of two heights": nn.Conv2d(2, 1, (1, 5), padding=(0, 2)),
    }
    for net in nets.values():
        for parameter in net.parameters():
            nn.init.constant_(parameter, 0.5)
    return nets


def _assert_seen(seen, size, rows, columns):
    """``seen`` is True where one of ``rows`` meets one of ``columns``."""
    __tracebackhide__ = True
    assert_equal(isinstance(seen, torch.Tensor), True, what="whether it is a tensor")
    assert_equal(seen.dtype, torch.bool, what="the dtype")
    assert_equal(list(seen.shape), list(size), what="the shape")
    expected = [(row, column) for row in rows for column in columns]
    assert_equal(list(map(tuple, seen.nonzero().tolist())), expected, what="the pixels seen")


def _images(size, device, dtype):
    """Numbers from -1 to 1 in no order, none of them 0."""
    steps = torch.arange(torch.Size(size).numel(), device=device, dtype=torch.float64)
    return torch.sin(2.4 * steps + 1).to(dtype).reshape(size)
