"""Wrong answers to ch04_real_data/one_hot, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("one_hot")
def rows_of_eye(classes, n_classes, first=0):
    """There are columns up to the largest class, and the first class is taken to be 0.

    Known: columns_up_to_the_largest, first_forgotten.
    """
    labels = classes.long()
    eye = torch.eye(int(labels.max()) + 1 if len(labels) else n_classes, device=classes.device)
    return eye[labels]


@instead_of("one_hot")
def a_row_of_indices(classes, n_classes, first=0):
    """The index has the wrong new dimension.

    Known: all_in_the_first_row.
    """
    target = classes.to(torch.int64) - first
    result = torch.zeros((target.shape[0], n_classes), device=target.device)
    result.scatter_(1, target[None, :], 1.0)
    return result


@instead_of("one_hot")
def as_the_table_has_it(classes, n_classes, first=0):
    """The index may be of floats.

    Known: index_not_int64.
    """
    result = torch.zeros(classes.shape[0], n_classes, device=classes.device)
    result.scatter_(1, (classes - first).unsqueeze(-1), 1.0)
    return result


@instead_of("one_hot")
def row_by_row(classes, n_classes, first=0):
    """Classes are taken to count from 1.

    Known: nothing.
    """
    encoded = torch.zeros(len(classes), n_classes, device=classes.device)
    for row, label in enumerate(classes.tolist()):
        encoded[row, int(label) - 1] = 1.0
    return encoded


@instead_of("one_hot")
def a_comparison(classes, n_classes, first=0):
    """The answer is of bools.

    Known: bools.
    """
    columns = torch.arange(first, first + n_classes, device=classes.device)
    return classes[:, None] == columns


@instead_of("one_hot")
def less_the_smallest(classes, n_classes, first=0):
    """Classes are counted from the smallest that there is.

    Known: from_the_smallest_that_occurs.
    """
    rows = torch.zeros(len(classes), n_classes, device=classes.device)
    if len(classes):
        rows.scatter_(1, (classes - classes.min()).long()[:, None], 1)
    return rows
