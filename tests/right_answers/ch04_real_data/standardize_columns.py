"""Right answers to ch04_real_data/standardize_columns, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A constant column is like any of its rows.": [
        ("table[0]", "table[1]"),
        ("table[0]", "table[-1]"),
    ],
}


@instead_of("standardize")
def the_lines_of_the_book_guarded(table):
    data_mean = torch.mean(table, dim=0)
    data_var = torch.var(table, dim=0)
    data_normalized = (table - data_mean) / torch.sqrt(data_var)
    data_normalized[:, table.amax(dim=0) == table.amin(dim=0)] = 0
    return data_normalized


@instead_of("standardize")
def a_deviation_without_end_for_constant_columns(table):
    std = table.std(dim=0)
    std[table.amax(dim=0) == table.amin(dim=0)] = torch.inf
    return (table - table.mean(dim=0)) / std


@instead_of("standardize")
def column_by_column(table):
    columns = []
    for column in table.T:
        if column.unique().numel() == 1:
            columns.append(torch.zeros_like(column))
        else:
            columns.append((column - column.mean()) / column.std())
    return torch.stack(columns, dim=1)


@instead_of("rescale")
def a_scale_of_1_for_constant_columns(table):
    smallest, largest = torch.aminmax(table, dim=0, keepdim=True)
    scale = largest - smallest
    scale[scale == 0] = 1
    return (table - smallest) / scale


@instead_of("rescale")
def by_sorting(table):
    ordered = table.sort(dim=0).values
    result = table.clone()
    result -= ordered[0]
    result /= torch.where(ordered[-1] > ordered[0], ordered[-1] - ordered[0], torch.inf)
    return result
