"""Features apart from the target (§4.3.3): all columns but one, and that one."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch04_real_data.tabular_split import split_table

EXACTLY = {"rtol": 0, "atol": 0}
ROWS = [[3, 1, 4, 8], [6, 9, 2, 7], [5, 0, 1, 6], [9, 2, 7, 4], [2, 6, 8, 5]]

each_column = pytest.mark.parametrize("column", [3, 0, 1, 2, -1, -2, -4])


@each_column
def test_the_features_are_all_other_columns(device, dtype, column):
    """The features are all columns but the target's, in their order, wherever it stands."""
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    expected = [[it for n, it in enumerate(row) if n != column % 4] for row in ROWS]
    features, _ = split_table(table, column)
    expected = torch.tensor(expected, device=device, dtype=dtype)
    assert_close(features, expected, **EXACTLY, what="the features")


@each_column
def test_the_target_is_one_column_of_classes(device, dtype, column):
    """The target is the column of that number, int64 and of shape [N]."""
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    expected = torch.tensor([row[column] for row in ROWS], device=device)
    _, target = split_table(table, column)
    assert_close(target, expected, what="the target")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_the_last_column_is_the_target_if_none_is_named(device, dtype):
    """As in the book, the last column is the target, if the call names none."""
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    expected = torch.tensor([row[:3] for row in ROWS], device=device, dtype=dtype)
    features, target = split_table(table)
    assert_close(features, expected, **EXACTLY, what="the features")
    assert_close(target, torch.tensor([8, 7, 6, 4, 5], device=device), what="the target")


@pytest.mark.parametrize("column", [0, 1, -1])
@pytest.mark.parametrize("n_rows", [1, 3])
def test_one_feature_is_a_column(device, dtype, n_rows, column):
    """The features have two dimensions, and the target one, also where there is one of each."""
    table = torch.tensor([[0.5, 2], [4, 0.25], [1, 3]], device=device, dtype=dtype)[:n_rows]
    table[:, column] = table[:, column].ceil()
    expected = table[:, [0] if column else [1]].clone(), table[:, column].long()
    features, target = split_table(table, column)
    assert_close(features, expected[0], **EXACTLY, what="the features")
    assert_close(target, expected[1], what="the target")


@each_column
def test_the_table_is_left_alone(device, dtype, column):
    """The table stays as it was."""
    table = torch.tensor(ROWS, device=device, dtype=dtype)
    with assert_untouched(table):
        split_table(table, column)
