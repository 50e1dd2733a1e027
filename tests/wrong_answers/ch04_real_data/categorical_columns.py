"""Wrong answers to ch04_real_data/categorical_columns, as people write them."""

import torch

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

    Known: one_hot_at_the_end, only_classes_that_occur.
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
