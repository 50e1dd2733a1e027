"""Contiguous tensors (§3.8.4): numbers in the order in which they are read, and copies few."""

import itertools

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.contiguous import column_by_column, in_one_row, in_order

EXACTLY = {"rtol": 0, "atol": 0}  # nothing is calculated

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.bfloat16, torch.uint8]
)

# Of a tensor [3, 2, 4].
CONTIGUOUS = {
    "as made": lambda x: x,
    "a row": lambda x: x[1],
    "rows from 1 on": lambda x: x[1:],
    "a column of one": lambda x: x[1, 0, None].t(),
    "one number": lambda x: x[2, 1, 3],
}
OTHERS = {
    "transposed": lambda x: x[1].t(),
    "permuted": lambda x: x.permute(2, 0, 1),
    "columns 1 and 2": lambda x: x[:, :, 1:3],
    "every second column": lambda x: x[0, :, ::2],
    "one column": lambda x: x[:, 1, 2],
    "expanded": lambda x: x[:, :1].expand(-1, 3, -1),
}
each_contiguous = pytest.mark.parametrize("view", CONTIGUOUS.values(), ids=CONTIGUOUS)
each_other = pytest.mark.parametrize("view", OTHERS.values(), ids=OTHERS)
each_view = pytest.mark.parametrize(
    "view", [*CONTIGUOUS.values(), *OTHERS.values()], ids=[*CONTIGUOUS, *OTHERS]
)


@each_dtype
@each_other
def test_numbers_are_put_in_order(device, dtype, view):
    """What was not contiguous has the same shape and numbers, and is; x itself stays as it was."""
    x = view(_ramp((3, 2, 4), device, dtype))
    expected, stride = _as_new(x), x.stride()
    with assert_untouched(x):
        result = in_order(x)
    assert_close(result, expected, **EXACTLY)
    assert_equal(result.is_contiguous(), True, what="is_contiguous() of the result")
    assert_equal(x.stride(), stride, what="the stride of x, afterwards")


@each_contiguous
def test_what_is_in_order_is_not_copied(device, dtype, view):
    """A contiguous tensor comes back in its own memory: who writes into x, writes into it."""
    x = view(_ramp((3, 2, 4), device, dtype))
    result = in_order(x)
    assert_close(result, _as_new(x), **EXACTLY)
    x += 100
    assert_close(result, _as_new(x), **EXACTLY, what="the result, after x has changed")


def test_the_storage_in_the_book(device, dtype):
    """The transposed points, made contiguous, have stride (3, 1) and storage 4 5 2 1 3 1."""
    points = torch.tensor([[4.0, 1.0], [5.0, 3.0], [2.0, 1.0]], device=device, dtype=dtype)
    result = in_order(points.t())
    assert_equal(result.stride(), (3, 1), what="the stride")
    stored = torch.as_strided(result, (6,), (1,), 0)
    expected = torch.tensor([4.0, 5.0, 2.0, 1.0, 3.0, 1.0], device=device, dtype=dtype)
    assert_close(stored, expected, **EXACTLY, what="the storage")


@each_dtype
@each_view
def test_one_row_is_read_row_by_row(device, dtype, view):
    """The last index moves fastest, however the numbers of x are stored; x stays as it was."""
    x = view(_ramp((3, 2, 4), device, dtype))
    expected = _in_turn(x, itertools.product(*map(range, x.shape)))
    with assert_untouched(x):
        result = in_one_row(x)
    assert_close(result, expected, **EXACTLY)


@each_contiguous
def test_one_row_of_what_is_in_order_is_a_view(device, dtype, view):
    """Of a contiguous tensor nothing is copied: who writes into x, writes into the row."""
    x = view(_ramp((3, 2, 4), device, dtype))
    row = in_one_row(x)
    x += 100
    expected = _in_turn(x, itertools.product(*map(range, x.shape)))
    assert_close(row, expected, **EXACTLY, what="the row, after x has changed")


MATRICES = {
    "as made": lambda x: x[0],
    "transposed": lambda x: x[0].t(),
    "every second column": lambda x: x[1, :, ::2],
    "one from each": lambda x: x[:, 0],
    "one row": lambda x: x[2, 1:],
    "one column": lambda x: x[2, :, 3:],
}


@each_dtype
@pytest.mark.parametrize("view", MATRICES.values(), ids=MATRICES)
def test_columns_follow_one_another(device, dtype, view):
    """The first index moves fastest: all of column 0, then all of column 1; x stays as it was."""
    x = view(_ramp((3, 2, 4), device, dtype))
    n_rows, n_columns = x.shape
    expected = _in_turn(x, [(row, column) for column in range(n_columns) for row in range(n_rows)])
    with assert_untouched(x):
        result = column_by_column(x)
    assert_close(result, expected, **EXACTLY)


def test_columns_that_lie_in_order_are_a_view(device, dtype):
    """If the transpose is contiguous nothing is copied: who writes into x, writes into the row."""
    transpose = _ramp((2, 3), device, dtype)
    row = column_by_column(transpose.t())
    transpose += 100
    expected = _in_turn(transpose, itertools.product(range(2), range(3)))
    assert_close(row, expected, **EXACTLY, what="the columns, after x has changed")


def _as_new(x):
    """A tensor of the same numbers that is a view of nothing."""
    return torch.tensor(x.tolist(), device=x.device, dtype=x.dtype)


def _in_turn(x, indices):
    """The numbers of ``x`` at these indices, one after the other, as a new tensor."""
    return torch.tensor([x[index].item() for index in indices], device=x.device, dtype=x.dtype)


def _ramp(shape, device, dtype):
    """1, 2, 3, …, in this shape."""
    n_elements = torch.Size(shape).numel()
    return torch.arange(1, n_elements + 1, device=device).to(dtype).reshape(shape)
