"""Wrong answers to ch03_tensors/contiguous, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("in_order")
def a_clone(x):
    """A clone of a transposed tensor is transposed, and one of a contiguous tensor is a copy.

    Known: cloned.
    """
    return x.clone()


@instead_of("in_order")
def a_copy_in_any_case(x):
    """What is contiguous is copied as well.

    Known: always_copied.
    """
    return x.clone(memory_format=torch.contiguous_format)


@instead_of("in_order")
def not_asked(x):
    """The result of a call is dropped.

    Known: as_it_came.
    """
    x.contiguous()
    return x


@instead_of("in_one_row")
def view_alone(x):
    """Transposed tensors are refused.

    Known: view_alone.
    """
    return x.view(-1)


@instead_of("in_one_row")
def flattened_always_copied(x):
    """A copy is made of everything.

    Known: the_row_copied.
    """
    return torch.cat([row.reshape(-1) for row in x]) if x.dim() > 1 else x.reshape(-1).clone()


@instead_of("in_one_row")
def as_stored(x):
    """The numbers come in the order of the storage.

    Known: as_stored.
    """
    return torch.as_strided(x, (x.numel(),), (1,))


@instead_of("column_by_column")
def row_by_row(x):
    """Rows, not columns.

    Known: row_by_row.
    """
    return x.flatten()


@instead_of("column_by_column")
def cut_anew(x):
    """The other shape does not make columns of rows.

    Known: row_by_row.
    """
    rows, columns = x.shape
    return x.reshape(columns, rows).reshape(-1)


@instead_of("column_by_column")
def one_row_of_rows(x):
    """Rows, not columns, and in new memory.

    Known: row_by_row, the_columns_copied.
    """
    return x.reshape(-1).clone()


@instead_of("column_by_column")
def transposed_view(x):
    """view refuses what is transposed.

    Known: view_of_the_transpose.
    """
    return x.t().view(-1)


@instead_of("in_order")
def asked_and_cloned(x):
    """A clone keeps the strides.

    Known: cloned_if_need_be.
    """
    if x.is_contiguous():
        return x
    return x.clone()
