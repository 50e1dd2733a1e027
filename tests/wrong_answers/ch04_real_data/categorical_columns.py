"""Wrong answers to ch04_real_data/categorical_columns, as people write them."""

import torch
from torch.nn.functional import one_hot

from katas._dojo.writing.mistakes import instead_of


@instead_of("encode")
def as_numbers(table, n_classes):
    """Classes stay numbers.

    Known: classes_as_numbers.
    """
    return table.clone()


@instead_of("encode")
def behind_the_others(table, n_classes):
    """One-hot columns come last, and a class needs to occur.

    Known: one_hot_at_the_end, columns_up_to_the_largest.
    """
    keep = [c for c in range(table.shape[1]) if c not in n_classes]
    blocks = [table[:, keep]]
    for c in sorted(n_classes):
        ids = table[:, c].long()
        eye = torch.eye(int(ids.max()) + 1, dtype=table.dtype, device=table.device)
        blocks.append(eye[ids])
    return torch.cat(blocks, 1)


@instead_of("encode")
def inserted_in_turn(table, n_classes):
    """The second column has moved by then.

    Known: columns_that_have_moved.
    """
    result = table
    for column, k in sorted(n_classes.items()):
        ids = result[:, column].round().long().clamp(0, k - 1)
        new = torch.zeros(len(table), k, dtype=table.dtype, device=table.device)
        new.scatter_(1, ids[:, None], 1)
        result = torch.cat([result[:, :column], new, result[:, column + 1 :]], dim=1)
    return result.clone()


@instead_of("encode")
def beside_its_number(table, n_classes):
    """The class stays as a number, too.

    Known: the_number_kept_as_well.
    """
    blocks = []
    for c in range(table.shape[1]):
        blocks.append(table[:, c : c + 1])
        if c in n_classes:
            classes = torch.arange(n_classes[c], device=table.device)
            blocks.append((table[:, c : c + 1] == classes).to(table.dtype))
    return torch.cat(blocks, dim=1)


@instead_of("encode")
def categories_at_the_end(table, n_classes):
    """One-hot columns come last, in the order of n_classes.

    Known: one_hot_at_the_end_in_another_order.
    """
    rest = [table[:, [i]] for i in range(table.shape[1]) if i not in n_classes]
    hot = [one_hot(table[:, c].long(), n).to(table.dtype) for c, n in n_classes.items()]
    return torch.cat(rest + hot, dim=1)


@instead_of("encode")
def one_after_the_other(table, n_classes):
    """The table grows, and the numbers of its columns with it.

    Known: columns_that_have_moved, the_table_itself.
    """
    out = table
    for c, n in n_classes.items():
        out = torch.cat([out[:, :c], one_hot(out[:, c].long(), n), out[:, c + 1 :]], dim=1)
    return out


@instead_of("encode")
def classes_of_this_table(table, n_classes):
    """There are columns for those classes that occur.

    Known: only_classes_that_occur.
    """
    parts = []
    for i in range(table.shape[1]):
        column = table[:, i, None]
        parts.append((column == column.unique()).to(table.dtype) if i in n_classes else column)
    return torch.cat(parts, dim=1)
