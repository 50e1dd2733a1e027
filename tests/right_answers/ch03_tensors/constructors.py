"""Right answers to ch03_tensors/constructors, written differently."""

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("float_tensor")
def converted_afterwards(numbers):
    return torch.tensor(numbers).float()


@instead_of("float_tensor")
def through_numpy(numbers):
    return torch.from_numpy(np.array(numbers, dtype=np.float32))


@instead_of("float_tensor")
def as_tensor_of_a_list(numbers):
    return torch.as_tensor(numbers, dtype=torch.float)


@instead_of("indices")
def a_list_with_its_dtype(n):
    return torch.tensor(list(range(n)), dtype=torch.int64)


@instead_of("indices")
def counted_up(n):
    return torch.ones(n, dtype=torch.long).cumsum(0) - 1


@instead_of("filled_like")
def filled_by_hand(x, value):
    filled = torch.empty(x.shape, dtype=x.dtype, device=x.device)
    filled[...] = value
    return filled


@instead_of("filled_like")
def of_the_kind_of_x(x, value):
    return x.new_full(x.size(), value)


@instead_of("filled_like")
def a_copy_overwritten(x, value):
    return x.detach().clone().fill_(value)


@instead_of("copy_of")
def copied_into_an_empty_one(x):
    copy = torch.empty_like(x)
    return copy.copy_(x)


@instead_of("copy_of")
def asked_of_to(x):
    return x.to(x.dtype, copy=True)
