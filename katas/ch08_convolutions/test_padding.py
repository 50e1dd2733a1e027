"""Padding (§8.2.1): how large a convolution's output is, and what keeps the size."""

import warnings

import pytest
import torch
from hypothesis import example, given
from hypothesis import strategies as st
from torch.nn.functional import conv1d, pad

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch08_convolutions.padding import conv_output_size, same_padding

sizes = st.integers(1, 9)
kernel_sizes = st.integers(1, 5)
strides = st.integers(1, 4)
paddings = st.integers(0, 3)
dilations = st.integers(1, 3)


@given(sizes, kernel_sizes, strides, paddings, dilations)
@example(4, 4, 1, 0, 1)  # fits exactly
@example(2, 4, 1, 1, 1)  # fits only with its padding
@example(5, 3, 2, 0, 2)  # fits exactly when dilated
@example(4, 3, 2, 0, 2)  # too long by one
@example(8, 3, 2, 0, 1)  # the last position is one short of a stride
def test_the_size_is_the_one_that_torch_gives(size, kernel_size, stride, padding, dilation):
    """The size is that of torch's Conv1d; a kernel that torch finds too long is a ValueError."""
    try:
        expected = _torch_size(size, kernel_size, stride, padding, dilation)
    except RuntimeError:
        with assert_raises(ValueError):
            conv_output_size(size, kernel_size, stride, padding, dilation)
    else:
        actual = conv_output_size(
            size, kernel_size, stride=stride, padding=padding, dilation=dilation
        )
        assert_equal(actual, expected)


@pytest.mark.parametrize(
    ("size", "kernel_size", "stride", "padding", "expected"),
    [(32, 3, 1, 0, 30), (32, 3, 1, 1, 32), (32, 2, 2, 0, 16), (16, 2, 2, 0, 8)],
    ids=["3x3", "3x3 padded", "2x2 pool", "second pool"],
)
def test_the_sizes_in_the_book(size, kernel_size, stride, padding, expected):
    """A 3x3 kernel takes 32 pixels to 30, to 32 with padding 1; each 2x2 pool halves (§8.2)."""
    assert_equal(conv_output_size(size, kernel_size, stride, padding), expected)


@given(sizes, strides, dilations)
def test_a_stride_skips_positions(size, stride, dilation):
    """Stride s keeps positions 0, s, 2s, … of those that stride 1 visits."""
    visited = conv_output_size(size + 6, 3, dilation=dilation)
    kept = len(range(0, visited, stride))
    assert_equal(conv_output_size(size + 6, 3, stride, dilation=dilation), kept)


@given(sizes, kernel_sizes, paddings)
def test_padding_adds_to_both_ends(size, kernel_size, padding):
    """Padding p makes the image 2p pixels longer: p at each end."""
    longer = conv_output_size(size + 4 + 2 * padding, kernel_size)
    assert_equal(conv_output_size(size + 4, kernel_size, padding=padding), longer)


@pytest.mark.parametrize(
    ("name", "value", "others"),
    [
        ("size", 0, {"kernel_size": 3, "padding": 2}),
        ("size", -1, {"kernel_size": 1, "padding": 3}),
        ("kernel_size", 0, {"size": 5}),
        ("kernel_size", -2, {"size": 5, "padding": 1}),
        ("stride", 0, {"size": 5, "kernel_size": 3}),
        ("stride", -1, {"size": 5, "kernel_size": 3}),
        ("padding", -1, {"size": 5, "kernel_size": 3}),
        ("dilation", 0, {"size": 5, "kernel_size": 3}),
        ("dilation", 0, {"size": 5, "kernel_size": 1}),
        ("dilation", -1, {"size": 5, "kernel_size": 3}),
    ],
    ids=lambda it: ",".join(f"{k}={v}" for k, v in it.items()) if isinstance(it, dict) else None,
)
def test_what_torch_refuses_is_named(name, value, others):
    """Sizes, strides and dilations below 1 and negative padding are a ValueError naming them."""
    arguments = {**others, name: value}
    with pytest.raises(RuntimeError):
        _torch_size(**arguments)
    with assert_raises(ValueError, (name, name.replace("_", " "), value)):
        conv_output_size(**arguments)


@pytest.mark.parametrize(
    ("size", "kernel_size", "padding", "dilation", "padded", "span"),
    [(4, 5, 0, 1, 4, 5), (1, 6, 2, 1, 5, 6), (8, 5, 0, 2, 8, 9), (3, 4, 1, 3, 5, 10)],
    ids=["plain", "padded", "dilated", "both"],
)
def test_a_kernel_that_does_not_fit_is_named(size, kernel_size, padding, dilation, padded, span):
    """A kernel longer than the padded image is a ValueError that names the kernel or a size."""
    numbers = (kernel_size, span, size, padded)
    with assert_raises(ValueError, ("kernel_size", "kernel size", *numbers)):
        conv_output_size(size, kernel_size, padding=padding, dilation=dilation)


@given(kernel_sizes, dilations)
def test_same_padding_computes_what_torch_computes(device, dtype, kernel_size, dilation):
    """Padding with before and after, then a plain convolution, equals padding='same'."""
    image = _ramp(9, device, dtype)
    kernel = _ramp(kernel_size, device, dtype)
    expected = _torch_same(image, kernel, dilation)
    before, after = same_padding(kernel_size, dilation=dilation)
    assert_close(conv1d(pad(image, (before, after)), kernel, dilation=dilation), expected)


@pytest.mark.parametrize(
    ("kernel_size", "dilation", "expected"),
    [
        (1, 3, (0, 0)),
        (3, 1, (1, 1)),
        (5, 2, (4, 4)),
        (2, 1, (0, 1)),
        (4, 1, (1, 2)),
        (2, 2, (1, 1)),
        (4, 2, (3, 3)),
        (4, 3, (4, 5)),
    ],
)
def test_same_padding_in_numbers(kernel_size, dilation, expected):
    """dilation * (kernel_size - 1) pixels in two halves; an odd pixel goes after."""
    sides = same_padding(kernel_size, dilation)
    pair = tuple(sides) if isinstance(sides, tuple) else sides  # a named tuple will do
    assert_equal(pair, expected, what="before, after")


@pytest.mark.parametrize("kernel_size", [1, 2, 5, 8])
def test_taps_lie_side_by_side_unless_told_otherwise(kernel_size):
    """Without a dilation given, it is 1: the kernel spans kernel_size pixels."""
    assert_equal(conv_output_size(9, kernel_size), 10 - kernel_size)
    before, after = same_padding(kernel_size)
    assert_equal(before + after, kernel_size - 1, what="before and after, together")


@given(st.integers(1, 9), kernel_sizes, dilations)
def test_same_padding_keeps_the_size(size, kernel_size, dilation):
    """An image longer by same_padding comes out as long as it was."""
    padded = size + sum(same_padding(kernel_size, dilation))
    assert_equal(conv_output_size(padded, kernel_size, dilation=dilation), size)


def _torch_size(size, kernel_size, stride=1, padding=0, dilation=1):
    """The length that torch's own convolution gives, or its RuntimeError."""
    image = torch.zeros(1, 1, size)
    kernel = torch.zeros(1, 1, kernel_size)
    return conv1d(image, kernel, None, stride, padding, dilation).shape[-1]


def _torch_same(image, kernel, dilation):
    with warnings.catch_warnings():
        # Torch warns that it has to copy the image when the halves differ.
        warnings.filterwarnings("ignore", "Using padding='same'", UserWarning)
        return conv1d(image, kernel, padding="same", dilation=dilation)


def _ramp(size, device, dtype):
    """1, 2, 3, …: no two alike, and exact in every precision that a convolution may use."""
    return torch.arange(1, size + 1, device=device, dtype=dtype).reshape(1, 1, size)
