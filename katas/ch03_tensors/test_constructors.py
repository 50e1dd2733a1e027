"""Constructors (§3.2.2): what a new tensor holds, of which dtype, and in whose memory."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.constructors import copy_of, filled_like, float_tensor, indices

EXACTLY = {"rtol": 0, "atol": 0}  # nothing is calculated

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.bfloat16, torch.int64, torch.uint8]
)


@pytest.mark.parametrize(
    ("numbers", "floats"),
    [
        ([[4, 1], [5, 3], [2, 1]], [[4.0, 1.0], [5.0, 3.0], [2.0, 1.0]]),
        ([4.0, 1.0, 5.0, 3.0, 2.0, 1.0], [4.0, 1.0, 5.0, 3.0, 2.0, 1.0]),
        ([2, -0.5], [2.0, -0.5]),
        ([[[7]], [[-8]]], [[[7.0]], [[-8.0]]]),
        ([], []),
    ],
    ids=["points, as ints", "points, flat", "mixed", "nested deeper", "empty"],
)
def test_numbers_become_float32(numbers, floats):
    """Ints and floats become float32, in the shape of the lists, as the points of the book."""
    expected = torch.tensor(floats, dtype=torch.float32)
    assert_close(float_tensor(numbers), expected, **EXACTLY)


@pytest.mark.parametrize("number", [3, 1, 0, 2.5])
def test_one_number_has_no_dimensions(number):
    """One number becomes a tensor of shape [] that holds it: 3 is a number here, not a size."""
    expected = torch.tensor(float(number), dtype=torch.float32)
    assert_close(float_tensor(number), expected, **EXACTLY)


@pytest.mark.parametrize("n", [5, 2, 1, 0])
def test_indices_count_from_zero(n):
    """n indices from 0 to n - 1, int64 even if there are none."""
    expected = torch.tensor(list(range(n)), dtype=torch.int64)
    assert_close(indices(n), expected, **EXACTLY)


@pytest.mark.parametrize(
    ("dtype", "value"),
    [
        (torch.float32, 7),
        (torch.float64, 2.5),
        (torch.bfloat16, 2.5),
        (torch.bfloat16, 7),
        (torch.int64, -7),
        (torch.uint8, 7),
    ],
)
@pytest.mark.parametrize("shape", [(3, 2), (4,), (), (0, 2)])
def test_filled_like_takes_all_but_the_value(device, dtype, value, shape):
    """Shape and dtype are those of x, the value is the one given, and each place may be changed."""
    x = _ramp(shape, device, dtype)
    expected = torch.tensor(value, device=device, dtype=dtype).expand(shape)
    with assert_untouched(x):
        filled = filled_like(x, value)
    assert_close(filled, expected, **EXACTLY)
    filled += 1
    assert_close(filled, expected + 1, **EXACTLY, what="what came back, when 1 was added in place")


@pytest.mark.parametrize("number", [math.nan, math.inf], ids=["nan", "inf"])
def test_filled_like_reads_no_numbers(device, dtype, number):
    """What x holds makes no difference, even if it is no number."""
    x = torch.tensor([1.0, number], device=device, dtype=dtype)
    expected = torch.tensor([0.5, 0.5], device=device, dtype=dtype)
    assert_close(filled_like(x, 0.5), expected, **EXACTLY)


def test_filled_like_is_where_x_is():
    """The device is that of x. Each machine has "meta", whose tensors hold no numbers."""
    x = torch.empty(3, 2, device="meta")
    assert_equal(filled_like(x, 7).device, x.device, what="the device")


@each_dtype
@pytest.mark.parametrize("shape", [(3, 2), (1,), ()])
def test_a_copy_has_memory_of_its_own(device, dtype, shape):
    """The copy holds the numbers of x; what is written into one does not reach the other."""
    x = _ramp(shape, device, dtype)
    numbers = _ramp(shape, device, dtype)
    copy = copy_of(x)
    assert_close(copy, numbers, **EXACTLY)
    x += 10
    assert_close(copy, numbers, **EXACTLY, what="the copy, after x has changed")
    copy += 20
    assert_close(x, numbers + 10, **EXACTLY, what="x, after the copy has changed")


def test_gradients_flow_through_a_copy(device, dtype):
    """Gradients of what is computed from the copy arrive at x."""
    x = _ramp((3,), device, dtype).requires_grad_()
    factors = torch.tensor([2.0, -1.0, 0.5], device=device, dtype=dtype)
    copy = copy_of(x)
    assert_equal(copy.requires_grad, True, what="requires_grad of the copy")
    (gradient,) = torch.autograd.grad((factors * copy).sum(), x, allow_unused=True)
    assert_close(gradient, factors, what="the gradient of x")


def _ramp(shape, device, dtype):
    """1, 2, 3, …, in this shape."""
    n_elements = torch.Size(shape).numel()
    return torch.arange(1, n_elements + 1, device=device).to(dtype).reshape(shape)
