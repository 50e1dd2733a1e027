"""In-place operations (§3.7.2): what is written into a tensor, and what is returned beside it."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.in_place import clear, clear_weight, clip, clipped

EXACTLY = {"rtol": 0, "atol": 0}
NUMBERS = [[-4.0, -1.0, 2.5], [0.5, 3.0, -0.5]]
CLIPPED = [[-1.0, -1.0, 2.0], [0.5, 2.0, -0.5]]  # between -1 and 2
CLEARED = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


@pytest.mark.parametrize(
    ("dtype", "numbers"),
    [
        (torch.float32, NUMBERS),
        (torch.float64, NUMBERS),
        (torch.bfloat16, 7.0),
        (torch.float32, [math.nan, math.inf, -1.0]),
        (torch.int64, [[3], [-7]]),
    ],
    ids=["float32", "float64", "one number", "nan and inf", "int64"],
)
def test_every_number_is_cleared(device, dtype, numbers):
    """Afterwards x holds zeros, whatever it held before, in the same shape and dtype."""
    x = torch.tensor(numbers, device=device, dtype=dtype)
    expected = torch.zeros_like(x)
    clear(x)
    assert_close(x, expected, **EXACTLY, what="x, afterwards")


@each_dtype
@pytest.mark.parametrize(("low", "high"), [(-1.0, 2.0), (0.5, 2.5), (-5.0, -0.75), (-9.0, 9.0)])
def test_numbers_are_clipped_where_they_are(device, dtype, low, high):
    """Afterwards x holds no number below low and none above high; those between are as before."""
    x = torch.tensor(NUMBERS, device=device, dtype=dtype)
    expected = [[min(max(number, low), high) for number in row] for row in NUMBERS]
    clip(x, low, high)
    expected = torch.tensor(expected, device=device, dtype=dtype)
    assert_close(x, expected, **EXACTLY, what="x, afterwards")


@each_dtype
@pytest.mark.parametrize(("low", "high"), [(-1.0, 2.0), (0.5, 2.5), (-5.0, -0.75)])
def test_a_clipped_copy_comes_back(device, dtype, low, high):
    """The clipped numbers come back, and x stays as it was."""
    x = torch.tensor(NUMBERS, device=device, dtype=dtype)
    expected = [[min(max(number, low), high) for number in row] for row in NUMBERS]
    with assert_untouched(x):
        result = clipped(x, low, high)
    assert_close(result, torch.tensor(expected, device=device, dtype=dtype), **EXACTLY)


def test_the_copy_has_memory_of_its_own(device, dtype):
    """Even if nothing had to be clipped, what is written into x later does not reach the copy."""
    x, expected = (torch.tensor(NUMBERS, device=device, dtype=dtype) for _ in range(2))
    result = clipped(x, -9.0, 9.0)
    x += 100
    assert_close(result, expected, **EXACTLY, what="the copy, after x has changed")


@pytest.mark.parametrize(
    ("write", "written"),
    [
        (lambda x: clear(x), CLEARED),
        (lambda x: clip(x, -1.0, 2.0), CLIPPED),
        (lambda x: clear_weight(x.requires_grad_()), CLEARED),
    ],
    ids=["clear", "clip", "clear_weight"],
)
def test_whoever_shares_the_memory_sees_it(device, dtype, write, written):
    """If x is a view of another tensor, its numbers change there, and no others."""
    whole = torch.full((5, 4), 9.0, device=device, dtype=dtype)
    x = whole[1:4, 1:3].t()  # its numbers do not lie side by side
    x.copy_(torch.tensor(NUMBERS, device=device, dtype=dtype))
    expected = whole.clone()
    expected[1:4, 1:3] = torch.tensor(written, device=device, dtype=dtype).t()
    write(x)
    assert_close(x, expected[1:4, 1:3].t(), **EXACTLY, what="x, afterwards")
    assert_close(whole, expected, **EXACTLY, what="the tensor that x is a view of")


@each_dtype
def test_a_weight_is_cleared(device, dtype):
    """A weight that requires a gradient holds zeros, and still requires one; .grad is kept."""
    weight = torch.tensor(NUMBERS, device=device, dtype=dtype, requires_grad=True)
    gradient = torch.full_like(weight, 7.0)
    weight.grad = gradient.clone()
    clear_weight(weight)
    assert_close(weight, torch.zeros_like(gradient), **EXACTLY, what="the weight, afterwards")
    assert_equal(weight.requires_grad, True, what="weight.requires_grad, afterwards")
    assert_equal(weight.is_leaf, True, what="weight.is_leaf, afterwards")
    assert_close(weight.grad, gradient, **EXACTLY, what="weight.grad, afterwards")
