"""Right answers to ch03_tensors/numpy_bridge, written differently."""

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("tensor_on")
def as_a_tensor(array):
    return torch.as_tensor(array)


@instead_of("tensor_on")
def through_dlpack(array):
    return torch.from_dlpack(array)


@instead_of("array_on")
def forced(x):
    return x.numpy(force=True)


@instead_of("array_on")
def asked_by_numpy(x):
    return np.asarray(x.data.to("cpu"))


@instead_of("network_input")
def converted_by_numpy(array):
    return torch.from_numpy(array.astype(np.float32))


@instead_of("network_input")
def cloned(array):
    return torch.from_numpy(array).float().clone()


@instead_of("network_input")
def copied_by_to(array):
    return torch.from_numpy(array).to(torch.float32, copy=True)
