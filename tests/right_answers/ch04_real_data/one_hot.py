"""Right answers to ch04_real_data/one_hot, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Only on CUDA is there another device to be on.": [(", device=classes.device", "")],
    "A copy of zeros that nobody else holds.": [("scatter_", "scatter")],
}


@instead_of("one_hot")
def the_lines_of_the_book(classes, n_classes, first=0):
    target = classes.long() - first
    target_onehot = torch.zeros(target.shape[0], n_classes, device=target.device)
    target_onehot.scatter_(1, target.unsqueeze(1), 1.0)
    return target_onehot


@instead_of("one_hot")
def a_comparison(classes, n_classes, first=0):
    columns = torch.arange(n_classes, device=classes.device) + first
    return (classes[:, None] == columns).float()


@instead_of("one_hot")
def rows_of_the_identity(classes, n_classes, first=0):
    return torch.eye(n_classes, device=classes.device)[classes.to(torch.int64) - first]


@instead_of("one_hot")
def row_by_row(classes, n_classes, first=0):
    rows = torch.zeros(len(classes), n_classes, device=classes.device)
    for row, number in zip(rows, classes.tolist(), strict=True):
        row[int(number) - first] = 1
    return rows
