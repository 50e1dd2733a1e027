"""One-hot encoding (§4.3.4): which class it is, and no more than that."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas._dojo.writing.forbidding import forbid_functions
from katas.ch04_real_data.one_hot import one_hot

# The weather of the 24 hours of the book's first day, from 1, clear, to 4, heavy rain (§4.4.3).
WEATHER = [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 2, 2, 2, 2]

# As many rows as columns, more, fewer, one, none.
each_case = pytest.mark.parametrize(
    ("classes", "n_classes"),
    [([1, 2, 0], 3), ([6, 6, 9, 0, 6], 10), ([2, 0, 1, 1, 2], 3), ([3], 4), ([], 2)],
    ids=["3x3", "5x10", "5x3", "1x4", "0x2"],
)


@each_case
def test_a_row_has_a_one_where_its_class_is(device, classes, n_classes):
    """A row is 1.0 in the column of its class and 0.0 elsewhere, for each class from 0 on."""
    expected = _rows(classes, n_classes, device)
    actual = one_hot(torch.tensor(classes, device=device, dtype=torch.int64), n_classes)
    assert_close(actual, expected, rtol=0, atol=0)


@pytest.mark.parametrize(
    "dtype",
    [torch.float32, torch.float64, torch.bfloat16, torch.int64, torch.int32, torch.uint8],
)
def test_classes_may_be_of_any_dtype(device, dtype):
    """Whole numbers of any dtype will do, floats as well, and the rows are float32."""
    expected = _rows([2, 0, 1, 3, 2], 4, device)
    actual = one_hot(torch.tensor([2, 0, 1, 3, 2], device=device, dtype=dtype), 4)
    assert_close(actual, expected, rtol=0, atol=0)


@pytest.mark.parametrize("dtype", [torch.float32, torch.int64, torch.uint8])
@pytest.mark.parametrize(
    ("classes", "n_classes", "first"),
    [(WEATHER, 4, 1), ([3, 9, 6, 4], 7, 3), ([4, 2, 3], 8, 2)],
    ids=["weather", "scores", "room"],
)
def test_classes_count_from_the_first(device, dtype, classes, n_classes, first):
    """The first class has column 0, also where it is class 1, as in the book's weather (§4.4.3)."""
    expected = _rows([it - first for it in classes], n_classes, device)
    actual = one_hot(torch.tensor(classes, device=device, dtype=dtype), n_classes, first)
    assert_close(actual, expected, rtol=0, atol=0)


@pytest.mark.parametrize("dtype", [torch.float32, torch.int64])
def test_the_classes_are_left_alone(device, dtype):
    """The classes stay as they were, whatever their dtype."""
    classes = torch.tensor([2, 1, 3], device=device, dtype=dtype)
    with assert_untouched(classes):
        one_hot(classes, 4, first=1)


def test_it_is_written_by_hand(device):
    """Torch's own one_hot is not called."""
    classes = torch.tensor([2, 1, 3], device=device)
    because = "Zeros, and a one in each row, are all it takes."
    with forbid_functions("one_hot", because=because):
        one_hot(classes, 4)


def _rows(classes, n_classes, device):
    rows = [[float(column == it) for column in range(n_classes)] for it in classes]
    return torch.tensor(rows, device=device, dtype=torch.float32).reshape(-1, n_classes)
