"""Wrong answers to ch04_real_data/tabular_split, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("split_table")
def the_lines_of_the_book(table, column=-1):
    """The target is always the last column.

    Known: always_the_last.
    """
    data = table[:, :-1]
    target = table[:, -1].long()
    return data, target


@instead_of("split_table")
def numbers_compared(table, column=-1):
    """No number is -1, so the target stays; and it is a float.

    Known: a_negative_number_finds_none, target_of_floats.
    """
    keep = [number for number in range(table.shape[1]) if number != column]
    return table[:, keep], table[:, column]


@instead_of("split_table")
def two_slices(table, column=-1):
    """What is right of the target is lost.

    Known: only_what_is_left_of_it.
    """
    n = table.shape[1]
    column = column if column >= 0 else n + column
    return table[:, :column], table[:, column].to(torch.int64)


@instead_of("split_table")
def a_column_of_targets(table, column=-1):
    """The target has two dimensions.

    Known: target_with_two_dimensions.
    """
    mask = torch.ones(table.shape[1], dtype=torch.bool, device=table.device)
    mask[column] = False
    return table[:, mask], table[:, ~mask].long()


@instead_of("split_table")
def squeezed(table, column=-1):
    """One feature, or one row, loses a dimension.

    Known: one_feature_without_its_dimension.
    """
    mask = torch.ones(table.shape[1], dtype=torch.bool, device=table.device)
    mask[column] = False
    return table[:, mask].squeeze(), table[:, column].long()


@instead_of("split_table")
def left_and_right_of_it(table, column=-1):
    """What follows the last column is all of them.

    Known: what_follows_minus_one.
    """
    features = torch.cat([table[:, :column], table[:, column + 1 :]], dim=1)
    return features, table[:, column].long()


@instead_of("split_table")
def but_the_last(table, column=-1):
    """The features are those of a table whose last column is the target.

    Known: always_without_the_last.
    """
    return table[:, :-1], table[:, column].to(torch.int64)
