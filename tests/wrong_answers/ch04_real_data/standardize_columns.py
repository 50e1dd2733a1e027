"""Wrong answers to ch04_real_data/standardize_columns, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("standardize")
def the_lines_of_the_book(table):
    """Constant columns are divided by 0.

    Known: constant_columns_of_the_book.
    """
    mean = torch.mean(table, dim=0)
    var = torch.var(table, dim=0)
    return (table - mean) / torch.sqrt(var)


@instead_of("standardize")
def with_a_small_number(table):
    """What is added to avoid the division by 0 counts in small columns, and N stands for N - 1.

    Known: a_small_number_added, divided_by_n.
    """
    std = table.std(dim=0, unbiased=False)
    return (table - table.mean(dim=0)) / (std + 1e-5)


@instead_of("standardize")
def by_the_variance(table):
    """Division by the variance.

    Known: the_variance.
    """
    var = torch.var(table, 0)
    var[(table == table[:1]).all(0)] = 1
    result = (table - table.mean(0, keepdim=True)) / var
    result[:, (table == table[:1]).all(0)] = 0
    return result


@instead_of("rescale")
def over_the_maximum(table):
    """Only the maximum is looked at.

    Known: divided_by_the_largest, minimum_not_subtracted.
    """
    largest = table.max(dim=0).values
    result = table / largest
    result[:, (table == table[0]).all(dim=0)] = 0
    return result


@instead_of("rescale")
def the_whole_table(table):
    """All columns have one minimum and one maximum.

    Known: one_range_for_all_columns.
    """
    result = (table - table.min()) / (table.max() - table.min())
    result[:, (table == table[0]).all(dim=0)] = 0
    return result


@instead_of("standardize")
def without_nan(table):
    """A constant column is expected to become NaN.

    Known: nan_made_0.
    """
    return torch.nan_to_num((table - table.mean(0)) / table.std(0), nan=0.0)
