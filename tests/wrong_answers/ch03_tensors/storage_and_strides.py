"""Wrong answers to ch03_tensors/storage_and_strides, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("position")
def from_the_first_number(x, index):
    """The place is counted from the tensor's own first number.

    Known: offset_forgotten.
    """
    place = 0
    for dim in range(x.dim()):
        place += index[dim] * x.stride(dim)
    return place


@instead_of("position")
def row_by_row(x, index):
    """Rows may be further apart than they are long, and the tensor may begin further on.

    Known: offset_forgotten, strides_of_a_new_tensor.
    """
    place = 0
    for i, size in zip(index, x.shape, strict=True):
        place = place * size + i
    return place


@instead_of("position")
def addresses(x, index):
    """Addresses count bytes.

    Known: in_bytes.
    """
    return x[index].data_ptr() - x.untyped_storage().data_ptr()


@instead_of("contiguous_stride")
def from_the_front(shape):
    """As if it was stored column by column.

    Known: column_by_column.
    """
    stride, n = [], 1
    for size in shape:
        stride.append(n)
        n *= size
    return tuple(stride)


@instead_of("contiguous_stride")
def not_turned_around(shape):
    """The last dimension comes first.

    Known: the_last_dimension_first.
    """
    stride, n = [], 1
    for size in reversed(shape):
        stride.append(n)
        n *= size
    return tuple(stride)


@instead_of("share_storage")
def pointers(a, b):
    """Pointers to the first numbers of the tensors.

    Known: the_same_first_number.
    """
    return a.data_ptr() == b.data_ptr()


@instead_of("share_storage")
def one_of_the_other(a, b):
    """A view knows what it is a view of, and so do two views of one tensor.

    Known: nothing.
    """
    return a._base is b or b._base is a


@instead_of("share_storage")
def alike(a, b):
    """Numbers are compared.

    Known: equal_numbers.
    """
    return a.shape == b.shape and torch.equal(a, b)


@instead_of("contiguous_stride")
def multiplied_from_the_end(shape):
    """The size of the first dimension is multiplied in, too.

    Known: one_too_many.
    """
    stride = [1]
    for size in shape[::-1]:
        stride.insert(0, stride[0] * size)
    return tuple(stride)
