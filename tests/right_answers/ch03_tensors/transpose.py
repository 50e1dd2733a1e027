"""Right answers to ch03_tensors/transpose, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "To exchange two dimensions is the same either way round.": [
        ("transpose(-2, -1)", "transpose(-1, -2)"),
    ],
}


@instead_of("transposed")
def by_its_name(x):
    return x.mT


@instead_of("transposed")
def by_strides(x):
    size, stride = list(x.shape), list(x.stride())
    size[-2:], stride[-2:] = size[:-3:-1], stride[:-3:-1]
    return torch.as_strided(x, size, stride, x.storage_offset())


@instead_of("transposed")
def by_letters(x):
    return torch.einsum("...rc->...cr", x)


@instead_of("dimensions_reversed")
def one_exchange_after_the_other(x):
    for dim in range(x.dim() // 2):
        x = x.transpose(dim, -1 - dim)
    return x


@instead_of("dimensions_reversed")
def by_reversed_strides(x):
    return x.as_strided(x.shape[::-1], x.stride()[::-1], x.storage_offset())


@instead_of("last_to_front")
def permuted(x):
    last = x.dim() - 1
    return x.permute(last, *range(last))


@instead_of("last_to_front")
def one_step_at_a_time(x):
    for dim in range(x.dim() - 1, 0, -1):
        x = torch.transpose(x, dim, dim - 1)
    return x
