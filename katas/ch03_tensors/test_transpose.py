"""Transposing without copying (§3.8.2, §3.8.3): another order of the same numbers."""

import itertools

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.transpose import dimensions_reversed, last_to_front, transposed

EXACTLY = {"rtol": 0, "atol": 0}  # nothing is calculated

FUNCTIONS = {
    "transposed": lambda x: transposed(x),
    "dimensions_reversed": lambda x: dimensions_reversed(x),
    "last_to_front": lambda x: last_to_front(x),
}
ORDERS = {
    "transposed": lambda *dims: (*dims[:-2], dims[-1], dims[-2]),
    "dimensions_reversed": lambda *dims: dims[::-1],
    "last_to_front": lambda *dims: (dims[-1], *dims[:-1]),
}
each_function = pytest.mark.parametrize("name", FUNCTIONS)
each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.bfloat16, torch.uint8]
)


@each_dtype
@pytest.mark.parametrize("shape", [(3, 2), (2, 3), (3, 3), (2, 3, 2), (3, 3, 3), (2, 1, 3, 2)])
def test_rows_become_columns(device, dtype, shape):
    """Row i, column j is found at row j, column i; in a batch, in each of its matrices."""
    x = _ramp(shape, device, dtype)
    expected = _arranged("transposed", x)
    assert_close(transposed(x), expected, **EXACTLY)


@each_dtype
@pytest.mark.parametrize("shape", [(3, 4, 5), (2, 2, 2), (3, 2), (2, 1, 3, 2), (4,)])
def test_dimensions_in_reverse(device, dtype, shape):
    """The number at (i, j, k) is found at (k, j, i), for any number of dimensions."""
    x = _ramp(shape, device, dtype)
    expected = _arranged("dimensions_reversed", x)
    assert_close(dimensions_reversed(x), expected, **EXACTLY)


@each_dtype
@pytest.mark.parametrize("shape", [(2, 4, 3), (3, 3, 3), (3, 2), (2, 1, 3, 2), (4,)])
def test_the_last_dimension_comes_first(device, dtype, shape):
    """The number at (i, j, k) is found at (k, i, j): the others keep their order."""
    x = _ramp(shape, device, dtype)
    expected = _arranged("last_to_front", x)
    assert_close(last_to_front(x), expected, **EXACTLY)


@pytest.mark.parametrize(
    ("name", "shape", "stride"),
    [
        ("transposed", (3, 2), (1, 2)),
        ("dimensions_reversed", (3, 4, 5), (1, 5, 20)),
        ("last_to_front", (27, 24, 3), (1, 72, 3)),
    ],
)
def test_the_strides_are_those_of_x(device, dtype, name, shape, stride):
    """Strides change places with their dimensions: (2, 1) to (1, 2), (20, 5, 1) to (1, 5, 20)."""
    result = FUNCTIONS[name](torch.ones(shape, device=device, dtype=dtype))
    assert_equal(result.stride(), stride, what="the stride")


@each_function
def test_no_number_is_copied(device, dtype, name):
    """The result is a view: what is written into x is seen in it, and the other way round."""
    x = _ramp((2, 4, 3), device, dtype)
    with assert_untouched(x):
        result = FUNCTIONS[name](x)
    x[0, 2, 1] = 70
    x[1, 0, 2] = 80
    assert_close(result, _arranged(name, x), **EXACTLY, what="the result, after x has changed")
    expected = x + 100
    result += 100
    assert_close(x, expected, **EXACTLY, what="x, after the result has changed")


@each_function
def test_a_part_of_a_transposed_tensor(device, dtype, name):
    """A tensor that is itself a transposed part of another is rearranged alike, without a copy."""
    x = _ramp((5, 3, 6), device, dtype).permute(2, 0, 1)[::2, 1:3]
    expected = _arranged(name, x)
    result = FUNCTIONS[name](x)
    assert_close(result, expected, **EXACTLY)
    x += 1
    assert_close(result, expected + 1, **EXACTLY, what="the result, after x has changed")


def _arranged(name, x):
    """A new tensor of the numbers of ``x``, each where the function of this name puts it."""
    order = ORDERS[name]
    result = torch.full(order(*x.shape), 99, device=x.device, dtype=x.dtype)
    for index in itertools.product(*map(range, x.shape)):
        result[order(*index)] = x[index]
    return result


def _ramp(shape, device, dtype):
    """1, 2, 3, …, in this shape."""
    n_elements = torch.Size(shape).numel()
    return torch.arange(1, n_elements + 1, device=device).to(dtype).reshape(shape)
