"""Columns by their kind (§4.3.5): what measures stays, what only names becomes one-hot."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch04_real_data.categorical_columns import encode

EXACTLY = {"rtol": 0, "atol": 0}
# Temperature, weather, score, season, each with its number of classes if it is categorical.
ROWS = [[0.5, 2, 6, 1], [-3.25, 0, 5, 0], [2, 2, 7, 1], [14.5, 1, 6, 1], [0.25, 0, 9, 0]]

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])


@each_dtype
@pytest.mark.parametrize(("column", "classes"), [(1, 3), (3, 2), (1, 5), (2, 10)])
def test_a_categorical_column_becomes_one_hot_in_its_place(device, dtype, column, classes):
    """For each class a column, 1 where it is the class and 0 elsewhere, even if it never occurs."""
    expected = _encoded(ROWS, {column: classes}, device, dtype)
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    assert_close(encode(table, {column: classes}), expected, **EXACTLY)


@each_dtype
@pytest.mark.parametrize(
    "n_classes", [{1: 3, 3: 2}, {3: 4, 1: 3}, {1: 4, 2: 10}, {1: 3, 2: 10, 3: 2}], ids=str
)
def test_each_categorical_column_has_its_own_classes(device, dtype, n_classes):
    """There may be several such columns, side by side or not, each with its number of classes."""
    expected = _encoded(ROWS, n_classes, device, dtype)
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    assert_close(encode(table, n_classes), expected, **EXACTLY)


@each_dtype
def test_nothing_but_categories(device, dtype):
    """A table may hold categorical columns only; the result has its dtype all the same."""
    rows = [[1, 0], [0, 0], [2, 1]]
    expected = _encoded(rows, {0: 3, 1: 2}, device, dtype)
    table = torch.tensor(rows, device=device, dtype=dtype)
    assert_close(encode(table, {0: 3, 1: 2}), expected, **EXACTLY)


@each_dtype
def test_other_columns_stay_as_they_are(device, dtype):
    """Where nothing is categorical, nothing changes: whole numbers and small ones stay as well."""
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    assert_close(encode(table, {}), table.clone(), **EXACTLY)


def test_no_class_is_nearer_than_another(device, dtype):
    """By its class alone, a row is as far from any other row of another class as from the next."""
    table = torch.tensor([[2], [0], [3], [1]], device=device, dtype=dtype)
    encoded = encode(table, {0: 4})
    distances = (encoded[:, None] - encoded).pow(2).sum(dim=-1)
    expected = 2 - 2 * torch.eye(4, device=device, dtype=dtype)
    assert_close(distances, expected, what="the squared distances of the rows")


@pytest.mark.parametrize("n_classes", [{1: 3}, {}], ids=str)
def test_the_table_is_left_alone(device, dtype, n_classes):
    """The table stays as it was, even if the result is changed afterwards: it is a new one."""
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    with assert_untouched(table):
        encode(table, n_classes).zero_()


def _encoded(rows, n_classes, device, dtype):
    """What is expected, number by number."""
    encoded = []
    for row in rows:
        encoded.append([])
        for number, it in enumerate(row):
            if number in n_classes:
                encoded[-1] += [float(it == each) for each in range(n_classes[number])]
            else:
                encoded[-1].append(it)
    return torch.tensor(encoded, device=device, dtype=dtype)
