"""The bridge to NumPy (§3.10): who has whose memory, and what crosses only as a copy."""

import numpy as np
import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.numpy_bridge import array_on, network_input, tensor_on

EXACTLY = {"rtol": 0, "atol": 0}
POINTS = [[4, 1], [5, 3], [2, 1]]  # those of the book

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.float16, torch.int64, torch.uint8]
)
PARTS = {
    "whole": lambda it: it,
    "one column": lambda it: it[:, 1],
    "transposed": lambda it: it.T,
    "one number": lambda it: it[1, 1:].reshape(()),
}
ON_GPU = {
    torch.Tensor.device.__get__: torch.device("cuda", 0),
    torch.Tensor.is_cuda.__get__: True,
    torch.Tensor.is_cpu.__get__: False,
}
each_part = pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)


@each_dtype
@each_part
def test_a_tensor_on_the_memory_of_an_array(dtype, part):
    """Shape, dtype and numbers are the array's, and so is the memory, in both directions."""
    array, expected = part(_array(POINTS, dtype)), part(torch.tensor(POINTS, dtype=dtype))
    x = tensor_on(array)
    assert_close(x, expected, **EXACTLY)
    array += 10
    assert_close(x, expected + 10, **EXACTLY, what="the tensor, after the array has changed")
    x += 20
    _assert_array(array, part(_array(POINTS, dtype)) + 30, "the array, after the tensor changed")


@each_dtype
@each_part
def test_an_array_on_the_memory_of_a_tensor(dtype, part):
    """Shape, dtype and numbers are the tensor's, and so is the memory, in both directions."""
    x, expected = part(torch.tensor(POINTS, dtype=dtype)), part(_array(POINTS, dtype))
    array = array_on(x)
    _assert_array(array, expected)
    x += 10
    _assert_array(array, expected + 10, "the array, after the tensor has changed")
    array += 20
    wanted = part(torch.tensor(POINTS, dtype=dtype)) + 30
    assert_close(x, wanted, **EXACTLY, what="the tensor, after the array has changed")


def test_an_array_from_any_device(device, dtype):
    """The numbers of a tensor come to the CPU; the tensor stays where it is, and as it was."""
    x = torch.tensor(POINTS, device=device, dtype=dtype)
    with assert_untouched(x):
        array = array_on(x)
    _assert_array(array, _array(POINTS, dtype))
    assert_equal(x.device.type, device, what="the type of x.device, afterwards")


@pytest.mark.parametrize("requires_grad", [False, True], ids=["plain", "requires a gradient"])
def test_an_array_of_what_is_on_a_gpu(dtype, requires_grad):
    """NumPy cannot read the memory of a GPU: the numbers are copied to the CPU first."""
    x = torch.tensor(POINTS, dtype=dtype).as_subclass(_OnGpu).requires_grad_(requires_grad)
    _assert_array(array_on(x), _array(POINTS, dtype))


@pytest.mark.parametrize("made", [False, True], ids=["a leaf", "computed from a leaf"])
def test_an_array_of_what_requires_a_gradient(device, dtype, made):
    """A tensor that requires a gradient gives its numbers, and requires one as before."""
    x = torch.tensor(POINTS, device=device, dtype=dtype, requires_grad=True)
    x = 2 * x if made else x
    array = array_on(x)
    _assert_array(array, (2 if made else 1) * _array(POINTS, dtype))
    assert_equal(x.requires_grad, True, what="x.requires_grad, afterwards")
    if device == "cpu":
        array += 10
        expected = torch.tensor(array)
        assert_close(x, expected, **EXACTLY, what="x, after the array has changed")


@each_dtype
def test_float32_for_a_network(dtype):
    """Numbers of any dtype become float32 in their shape, float64 as NumPy has them included."""
    array = _array(POINTS, dtype)
    expected = torch.tensor(POINTS, dtype=torch.float32)
    assert_close(network_input(array), expected, **EXACTLY)
    _assert_array(array, _array(POINTS, dtype), "the array, afterwards")


@each_dtype
def test_the_input_has_memory_of_its_own(dtype):
    """What is written into the array later does not reach the input, nor the other way round."""
    array = _array(POINTS, dtype)
    x = network_input(array)
    array += 10
    expected = torch.tensor(POINTS, dtype=torch.float32)
    assert_close(x, expected, **EXACTLY, what="the input, after the array has changed")
    x += 20
    _assert_array(array, _array(POINTS, dtype) + 10, "the array, after the input has changed")


class _OnGpu(torch.Tensor):
    """Stands for a tensor on a GPU where there is none, until it is moved to the CPU."""

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        kwargs = kwargs or {}
        if function in ON_GPU:
            return ON_GPU[function]
        into_numpy = function in (torch.Tensor.numpy, torch.Tensor.__array__)
        if into_numpy and not kwargs.get("force"):
            raise TypeError("can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu()")
        result = super().__torch_function__(function, types, args, kwargs)
        told = [it for it in (*args[1:], *kwargs.values()) if isinstance(it, str | torch.device)]
        is_moved = function is torch.Tensor.cpu or (function is torch.Tensor.to and told)
        return result.as_subclass(torch.Tensor) if is_moved else result


def _assert_array(actual, expected, what=""):
    """An array of this dtype, and of these numbers."""
    __tracebackhide__ = True
    assert_equal(type(actual).__name__, "ndarray", what="the type of what came back")
    assert_equal(actual.dtype.name, expected.dtype.name, what="the dtype of the array")
    assert_equal(actual.shape, expected.shape, what="the shape of the array")
    assert_equal(actual.tolist(), expected.tolist(), what=what)


def _array(numbers, dtype):
    return np.array(numbers, dtype=str(dtype).removeprefix("torch."))
