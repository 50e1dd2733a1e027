"""Wrong answers to ch03_tensors/constructors, as people write them."""

import copy

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("float_tensor")
def whatever_torch_says(numbers):
    """Ints stay ints.

    Known: dtype_from_the_numbers.
    """
    return torch.tensor(numbers)


@instead_of("float_tensor")
def with_a_capital(numbers):
    """The class for the function: a number is a size.

    Known: the_class_for_the_function.
    """
    return torch.Tensor(numbers)


@instead_of("float_tensor")
def through_numpy(numbers):
    """NumPy's dtypes are kept: float64 and int64.

    Known: float64_as_in_numpy.
    """
    return torch.from_numpy(np.array(numbers, dtype=float))


@instead_of("indices")
def a_list(n):
    """An empty list has no dtype to give.

    Known: dtype_from_a_list.
    """
    return torch.tensor(list(range(n)))


@instead_of("indices")
def from_one(n):
    """One for zero, and floats.

    Known: counted_from_one, indices_as_floats.
    """
    return torch.arange(1, n + 1).float()


@instead_of("filled_like")
def by_size(x, value):
    """The dtype comes from value, and the device is the CPU.

    Known: shape_only.
    """
    return torch.full(x.size(), value)


@instead_of("filled_like")
def in_its_place(x, value):
    """The argument is overwritten.

    Known: x_overwritten.
    """
    x[...] = value
    return x


@instead_of("copy_of")
def copied_by_the_constructor(x):
    """The graph is left.

    Known: out_of_the_graph.
    """
    return torch.tensor(x)


@instead_of("copy_of")
def as_of_a_list(x):
    """A slice of a list is a copy, and one of a tensor is not.

    Known: the_same_memory.
    """
    return x[:] if x.dim() else x


@instead_of("copy_of")
def copied_as_python_copies(x):
    """A shallow copy is a second tensor on the same memory, and out of the graph.

    Known: the_same_memory, out_of_the_graph.
    """
    return copy.copy(x)


@instead_of("filled_like")
def on_the_cpu(x, value):
    """The device is forgotten.

    Known: device_forgotten.
    """
    return torch.ones(x.shape, dtype=x.dtype) * value


@instead_of("copy_of")
def copied_deeply(x):
    """A deep copy of a leaf is another leaf.

    Known: a_leaf_of_its_own.
    """
    return copy.deepcopy(x)


@instead_of("filled_like")
def stretched(x, value):
    """One number, seen in every place.

    Known: nothing.
    """
    return torch.tensor(value, dtype=x.dtype, device=x.device).expand(x.shape)
