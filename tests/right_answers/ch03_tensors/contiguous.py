"""Right answers to ch03_tensors/contiguous, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("in_order")
def copied_by_hand(x):
    if x.is_contiguous():
        return x
    result = torch.empty(x.shape, dtype=x.dtype, device=x.device)
    result.copy_(x)
    return result


@instead_of("in_order")
def cut_and_put_together(x):
    return x.reshape(-1).reshape(x.shape).contiguous()


@instead_of("in_one_row")
def as_the_error_says(x):
    return x.contiguous().view(-1)


@instead_of("in_one_row")
def by_its_name(x):
    return x.ravel()


@instead_of("in_one_row")
def seen_if_possible(x):
    try:
        return x.view(x.numel())
    except RuntimeError:
        return x.clone(memory_format=torch.contiguous_format).view(x.numel())


@instead_of("column_by_column")
def rows_of_the_transpose(x):
    return x.transpose(0, 1).contiguous().view(-1)


@instead_of("column_by_column")
def flattened(x):
    return x.T.flatten()
