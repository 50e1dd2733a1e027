"""Right answers to ch04_real_data/tabular_split, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Of two dimensions, 1 is the last.": [("dim=1", "dim=-1")],
    "A number is no object to change in place.": [
        ("column %= table.size(1)", "column = column % table.size(1)"),
    ],
}


@instead_of("split_table")
def by_a_mask(table, column=-1):
    is_feature = torch.ones(table.shape[1], dtype=torch.bool, device=table.device)
    is_feature[column] = False
    return table[:, is_feature], table[:, column].to(torch.int64)


@instead_of("split_table")
def by_a_list_of_numbers(table, column=-1):
    others = list(range(table.shape[1]))
    del others[column]
    return table[:, others], table.select(1, column).long()


@instead_of("split_table")
def column_by_column(table, column=-1):
    columns = list(table.unbind(dim=1))
    target = columns.pop(column)
    return torch.stack(columns, dim=1), target.long()
