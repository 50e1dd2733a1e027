"""Wrong answers to ch03_tensors/numpy_bridge, as people write them."""

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("tensor_on")
def by_the_constructor(array):
    """A copy.

    Known: copied_into_a_tensor.
    """
    return torch.asarray(array, copy=True)


@instead_of("array_on")
def of_the_book(x):
    """Neither a tensor on a GPU nor one that requires a gradient.

    Known: gradient_required, still_on_the_gpu.
    """
    return np.asarray(x)


@instead_of("array_on")
def copied_by_numpy(x):
    """A copy.

    Known: copied_into_an_array.
    """
    return np.array(x.detach().cpu())


@instead_of("network_input")
def converted(array):
    """A float32 array is not copied.

    Known: shared_if_float32.
    """
    return torch.as_tensor(array, dtype=torch.float32)


@instead_of("network_input")
def through_the_bridge(array):
    """The dtype is the array's, and so is the memory.

    Known: shared_dtype_kept.
    """
    return torch.as_tensor(array)


@instead_of("tensor_on")
def of_the_class(array):
    """The class gives float32.

    Known: the_class_for_the_function.
    """
    return torch.Tensor(array)


@instead_of("tensor_on")
def side_by_side(array):
    """A column is copied.

    Known: made_contiguous.
    """
    return torch.from_numpy(np.ascontiguousarray(array))
