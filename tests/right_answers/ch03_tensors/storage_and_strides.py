"""Right answers to ch03_tensors/storage_and_strides, written differently."""

import torch
from torch.multiprocessing.reductions import StorageWeakRef

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A product is the same either way round.": [
        ("zip(index, x.stride(), strict=True)", "zip(x.stride(), index, strict=True)"),
        ("for i, step in steps", "for step, i in steps"),
    ],
    "There is an index for each dimension, and a stride.": [
        ("zip(index, x.stride(), strict=True)", "zip(index, x.stride())"),
        ("zip(index, x.stride(), strict=True)", "zip(index, x.stride(), strict=False)"),
    ],
}


@instead_of("position")
def a_loop(x, index):
    place = x.storage_offset()
    for dim, i in enumerate(index):
        place += i * x.stride(dim)
    return place


@instead_of("position")
def by_addresses(x, index):
    in_bytes = x[index].data_ptr() - x.untyped_storage().data_ptr()
    return in_bytes // x.element_size()


@instead_of("position")
def the_offset_of_a_view(x, index):
    return x[index].storage_offset()


@instead_of("contiguous_stride")
def from_the_end(shape):
    stride, n_numbers = [], 1
    for size in reversed(shape):
        stride.insert(0, n_numbers)
        n_numbers *= size
    return tuple(stride)


@instead_of("contiguous_stride")
def asked_of_torch(shape):
    return torch.empty(shape, device="meta").stride()


@instead_of("share_storage")
def by_where_storages_begin(a, b):
    first_a = a.data_ptr() - a.storage_offset() * a.element_size()
    first_b = b.data_ptr() - b.storage_offset() * b.element_size()
    return first_a == first_b


@instead_of("share_storage")
def by_references(a, b):
    return StorageWeakRef(a.untyped_storage()) == StorageWeakRef(b.untyped_storage())
