"""Columns on one scale (§4.3.5): each by its own numbers."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch04_real_data.standardize_columns import rescale, standardize

# As many rows as columns: what is lined up wrongly still fits.
each_size = pytest.mark.parametrize("size", [(6, 3), (3, 3), (2, 4), (4, 1)])


@each_size
def test_columns_have_mean_0_and_deviation_1(device, dtype, size):
    """From each column its mean is subtracted, then it is divided by its standard deviation."""
    table = _table(size, device, dtype)
    expected = _standardized(table)
    assert_close(standardize(table), expected)


@each_size
def test_columns_run_from_0_to_1(device, dtype, size):
    """From each column its minimum is subtracted, then it is divided by maximum less minimum."""
    table = _table(size, device, dtype)
    expected = _rescaled(table)
    assert_close(rescale(table), expected)


@pytest.mark.parametrize("number", [0.0, 70.0, -3.0, 0.1])
def test_a_constant_column_becomes_zeros(device, dtype, number):
    """A column with the same number in all rows is 0 everywhere; the others are as without it."""
    table = _table((7, 3), device, dtype)
    expected = _standardized(table), _rescaled(table)
    for it in expected:
        it[:, 1] = 0
    table[:, 1] = number
    assert_close(standardize(table), expected[0])
    assert_close(rescale(table), expected[1])


@pytest.mark.parametrize("n_rows", [2, 7, 9, 30])
def test_a_single_constant_column_too(device, dtype, n_rows):
    """It is 0 everywhere even if its mean is rounded, so that it deviates from it a little."""
    table = torch.full((n_rows, 1), 0.1, device=device, dtype=dtype)
    expected = torch.zeros_like(table)
    assert_close(standardize(table), expected)
    assert_close(rescale(table), expected)


def test_a_column_that_varies_little_counts(device, dtype):
    """A column of numbers as small as 1e-8, too, is brought to the common scale."""
    table = _table((5, 2), device, dtype)
    expected = _standardized(table), _rescaled(table)
    table *= 2**-27  # which is exact
    assert_close(standardize(table), expected[0])
    assert_close(rescale(table), expected[1])


def test_half_precision_stays_half(device):
    """The dtype of the table is kept, bfloat16 too."""
    table = _table((5, 3), device, torch.bfloat16)
    expected = [it.bfloat16() for it in (_standardized(table.double()), _rescaled(table.double()))]
    assert_close(standardize(table), expected[0], rtol=0.03, atol=0.03)
    assert_close(rescale(table), expected[1], rtol=0.03, atol=0.03)


def test_the_table_is_left_alone(device, dtype):
    """The table stays as it was, in both ways, even if the new one is changed afterwards."""
    table = _table((5, 3), device, dtype)
    with assert_untouched(table):
        standardize(table).add_(1)
    with assert_untouched(table):
        rescale(table).add_(1)


def _standardized(table):
    return torch.stack([(it - it.mean()) / it.std() for it in table.T], dim=1)


def _rescaled(table):
    return torch.stack([(it - min(it)) / (max(it) - min(it)) for it in table.T], dim=1)


def _table(size, device, dtype):
    """Columns of their own scale and place each, some below 0, in no order."""
    n_rows, n_columns = size
    place = torch.arange(n_rows, dtype=torch.float64)[:, None]
    column = torch.arange(n_columns, dtype=torch.float64)
    table = 10**column * (torch.sin(2.4 * place + column) + 0.5 - 0.7 * column)
    return table.to(device=device, dtype=dtype)
