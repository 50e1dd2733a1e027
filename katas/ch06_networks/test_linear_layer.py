"""A linear layer (§6.3.1): weights in rows, any leading dimensions, a random start."""

import math

import pytest
import torch
from torch import nn
from torch.nn.functional import linear

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.forbidding import forbid_functions
from katas.ch06_networks.linear_layer import Linear

with_and_without = pytest.mark.parametrize("bias", [True, False], ids=["bias", "no bias"])
shapes = pytest.mark.parametrize(
    "shape",
    [(5, 3), (1, 3), (0, 3), (3,), (2, 5, 3), (2, 0, 3), (2, 1, 4, 3)],
    ids=["batch", "N=1", "N=0", "one sample", "3-d", "empty 3-d", "4-d"],
)


@with_and_without
def test_the_parameters_are_registered(bias):
    """weight [out, in] and bias [out] are parameters: all that an optimizer or state_dict sees."""
    layer = Linear(3, 5, bias=bias)
    expected = {"weight": [5, 3], "bias": [5]} if bias else {"weight": [5, 3]}
    found = {name: list(parameter.shape) for name, parameter in layer.named_parameters()}
    assert_equal(found, expected, what="the parameters")
    assert_equal(set(layer.state_dict()), set(expected), what="the names in the state_dict")
    trainable = [parameter.requires_grad for parameter in layer.parameters()]
    assert_equal(trainable, [True] * len(expected), what="requires_grad")
    if not bias:
        assert_equal(layer.bias, None, what="bias")


@pytest.mark.parametrize("name", ["weight", "bias"])
def test_the_parameters_start_uniform(name):
    """Weight and bias start between -1/sqrt(in) and 1/sqrt(in), evenly, no two numbers alike."""
    values = getattr(Linear(16, 1000), name).detach().double() * math.sqrt(16)
    different = torch.tensor(values.unique().numel() / values.numel())
    _assert_near(different, 1, 0.01, what="the share of different numbers")
    _assert_near(values.abs().max(), 1, 0.02, what="the largest / bound")
    _assert_near(values.mean(), 0, 0.08, what="their mean / bound")
    inner = (values.abs() < 0.5).double().mean()
    _assert_near(inner, 0.5, 0.07, what="the share of numbers between ±bound / 2")


def test_two_layers_start_apart():
    """Every layer draws numbers of its own: none seeds the random numbers anew."""
    n_alike = int((Linear(3, 5).weight == Linear(3, 5).weight).sum())
    assert_equal(n_alike, 0, what="how many weights of two new layers are alike")


@with_and_without
@shapes
def test_the_values_are_torchs(device, dtype, shape, bias):
    """Each output is the sum of its own row of weight times the features of x, plus its bias."""
    layer = _filled(3, 4, bias, device, dtype)
    x = _integers(shape, device, dtype)
    expected = linear(x, layer.weight, layer.bias)
    assert_close(layer(x), expected)


@with_and_without
@shapes
def test_the_gradients_are_torchs(device, dtype, shape, bias):
    """x, weight, bias get the gradients that torch gives them; a batch of zero gives zeros."""
    layer = _filled(3, 4, bias, device, dtype)
    x = _integers(shape, device, dtype).requires_grad_()
    wanted_from = [x, *_parameters(layer, bias).values()]
    expected = linear(x, layer.weight, layer.bias)
    upstream = _integers(expected.shape, device, dtype, seed=5)
    wanted = torch.autograd.grad(expected, wanted_from, upstream)
    output = layer(x)
    assert_equal(output.requires_grad, True, what="requires_grad of the result")
    gradients = torch.autograd.grad(output, wanted_from, upstream, allow_unused=True)
    names = ["x", *_parameters(layer, bias)]
    for name, gradient, right in zip(names, gradients, wanted, strict=True):
        assert_close(gradient, right, what=f"the gradient of {name}")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_a_square_weight_is_transposed(device, dtype):
    """With as many outputs as inputs both ways fit, but it is the rows that belong to outputs."""
    layer = _filled(2, 2, False, device, dtype)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[1, 2], [3, 4]]))
    x = torch.tensor([1, 10], device=device, dtype=dtype)
    assert_close(layer(x), torch.tensor([21, 43], device=device, dtype=dtype))


def test_every_sample_is_on_its_own(device, dtype):
    """Wherever a sample stands in x, it comes out as it does alone; x may be non-contiguous."""
    layer = _filled(3, 4, True, device, dtype).eval()
    for parameter in layer.parameters():
        parameter.grad = torch.ones_like(parameter)
    x = _integers((3, 5, 2), device, dtype).transpose(0, 2)
    with assert_untouched(layer, x):
        out = layer(x)
        alone = torch.stack([layer(sample) for sample in x.reshape(-1, 3)])
    assert_close(out, alone.reshape(2, 5, 4))


@pytest.mark.parametrize(
    ("in_features", "shape"),
    [(3, (5, 4)), (1, (5, 3)), (3, (5, 1)), (3, (3, 2)), (3, (4,)), (3, (2, 6))],
)
def test_a_wrong_number_of_features_is_refused(device, dtype, in_features, shape):
    """An x whose last size is not in_features is a ValueError, also where 1 could stretch."""
    layer = _filled(in_features, 2, True, device, dtype)
    with assert_raises(ValueError):
        layer(torch.ones(shape, device=device, dtype=dtype))


@with_and_without
def test_it_is_written_by_hand(device, dtype, bias):
    """Neither nn.Linear nor torch.nn.functional.linear does the work."""
    layer = _filled(3, 4, bias, device, dtype)
    borrowed = [type(it).__name__ for it in layer.modules() if isinstance(it, nn.Linear)]
    assert_equal(borrowed, [], what="modules that are an nn.Linear")
    with forbid_functions("linear", because="A product and a sum are all it takes."):
        layer(_integers((5, 3), device, dtype))


def _assert_near(value, expected, distance, what):
    __tracebackhide__ = True
    assert_close(value, torch.full_like(value, expected), rtol=0, atol=distance, what=what)


def _filled(in_features, out_features, bias, device, dtype):
    """A layer with integers in it, so that no rounding depends on the order of a sum."""
    __tracebackhide__ = True
    layer = Linear(in_features, out_features, bias=bias).to(device=device, dtype=dtype)
    expected = {"weight": [out_features, in_features], "bias": [out_features]}
    with torch.no_grad():
        for seed, (name, parameter) in enumerate(_parameters(layer, bias).items(), 1):
            assert_equal(list(parameter.shape), expected[name], what=f"the shape of {name}")
            parameter.copy_(_integers(parameter.shape, device, dtype, seed=seed))
    return layer


def _parameters(layer, bias):
    return {name: getattr(layer, name) for name in (["weight", "bias"] if bias else ["weight"])}


def _integers(shape, device, dtype, seed=0):
    """Integers from -9 to 9, the same on every device."""
    generator = torch.Generator().manual_seed(seed)
    return torch.randint(-9, 10, shape, generator=generator).to(device=device, dtype=dtype)
