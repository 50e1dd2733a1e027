"""Backward (§5.5.1): from the loss to the leaves, which then hold the gradient."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.autograd_backward import loss_gradient, new_params

# torch.tensor(start, requires_grad=True) is right too, although torch advises against it.
pytestmark = pytest.mark.filterwarnings("ignore:To copy construct from a tensor")

each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.bfloat16, torch.float16]
)
each_start = pytest.mark.parametrize(
    "kind", ["plain", "a leaf", "with an old gradient", "computed"]
)


def line(t_u, w, b):
    return w * t_u + b


def line_without_b(t_u, w, b):
    return w * t_u


def parabola(t_u, w2, w1, b):
    return w2 * t_u**2 + w1 * t_u + b


def wave(t_u, w, b):
    return w * torch.sin(b * t_u)


RATES = {
    line: lambda u, w, b: [u, 1.0],
    line_without_b: lambda u, w, b: [u, 0.0],
    parabola: lambda u, w2, w1, b: [u * u, u, 1.0],
    wave: lambda u, w, b: [math.sin(b * u), w * u * math.cos(b * u)],
}


def mean_square(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


def lopsided(t_p, t_c):
    return ((2 * t_p - t_c) ** 2).mean()


def sum_of_squares(t_p, t_c):
    return ((t_p - t_c) ** 2).sum()


@each_dtype
@each_start
def test_new_params_are_a_leaf(device, dtype, kind):
    """A leaf that requires a gradient and has none yet, with the numbers and dtype of start."""
    start, origin = _start(kind, device, dtype)
    expected = torch.tensor([0.5, -1.25], device=device, dtype=dtype)
    with assert_untouched(origin):
        params = new_params(start)
    assert_close(params, expected, what="params")
    assert_equal(params.is_leaf, True, what="params.is_leaf")
    assert_equal(params.requires_grad, True, what="params.requires_grad")
    assert_equal(params.grad, None, what="params.grad")


@each_start
def test_new_params_know_nothing_of_start(device, dtype, kind):
    """Training them fills their own .grad and changes their own numbers, none of start's."""
    start, origin = _start(kind, device, dtype)
    weights = torch.tensor([3.0, -7.0], device=device, dtype=dtype)
    with assert_untouched(origin, start.detach()):
        params = new_params(start)
        assert_equal(params.is_leaf, True, what="params.is_leaf")
        (weights * params).sum().backward()
        with torch.no_grad():
            params.zero_()
    assert_close(params.grad, weights, what="params.grad")


@pytest.mark.parametrize(
    ("scale", "printed"), [(1.0, [4517.2969, 82.6000]), (0.1, [-77.6140, -10.6400])]
)
def test_the_gradient_in_the_book(device, dtype, scale, printed):
    """At w = 1, b = 0 autograd finds the gradient that §5.4 worked out by hand."""
    t_u, t_c = thermometer(device, dtype)
    params = torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)
    gradient = loss_gradient(line, mean_square, params, scale * t_u, t_c)
    expected = torch.tensor(printed, device=device, dtype=dtype)
    assert_close(gradient, expected, rtol=1e-5, atol=1e-4)  # four decimals are printed


@pytest.mark.parametrize(
    ("model", "loss_fn"),
    [
        (line, mean_square),
        (line_without_b, mean_square),
        (parabola, lopsided),
        (wave, sum_of_squares),
    ],
)
@pytest.mark.parametrize("n_samples", [4, 1])
def test_the_gradient_agrees_with_the_chain_rule(device, dtype, model, loss_fn, n_samples):
    """For any model and loss the gradient is that of the chain rule, one number per parameter."""
    t_u, t_c = _samples(n_samples, device, dtype)
    values = [0.5, -1.25, 2.0] if model is parabola else [0.5, -1.25]
    params = torch.tensor(values, device=device, dtype=dtype, requires_grad=True)
    before = params.detach().clone()
    expected = _by_hand(model, loss_fn, values, t_u, t_c)
    with assert_untouched(t_u, t_c):
        gradient = loss_gradient(model, loss_fn, params, t_u, t_c)
    assert_close(gradient, expected)
    assert_close(params, before, what="params")


@each_dtype
def test_the_gradient_has_the_dtype_of_params(device, dtype):
    """A gradient is as precise as its parameters: in half precision, too, it keeps their dtype."""
    t_u = torch.tensor([1.0, 2.0, -1.0, 0.0], device=device, dtype=dtype)
    t_c = torch.tensor([0.0, 1.0, 3.0, 1.0], device=device, dtype=dtype)
    params = torch.tensor([2.0, -1.0], device=device, dtype=dtype, requires_grad=True)
    expected = torch.tensor([5.5, -2.5], device=device, dtype=dtype)
    assert_close(loss_gradient(line, mean_square, params, t_u, t_c), expected)


def _start(kind, device, dtype):
    """[0.5, -1.25] as callers may hold it, and the tensor that must stay as it was: itself, or
    the one that it was computed from."""
    start = torch.tensor([0.5, -1.25], device=device, dtype=dtype)
    if kind == "plain":
        return start, start
    start.requires_grad_()
    if kind == "computed":
        origin = (2 * start).detach().requires_grad_()
        return 0.5 * origin, origin
    if kind == "with an old gradient":
        start.grad = start.new_tensor([100.0, math.nan])
    return start, start


def _samples(n_samples, device, dtype):
    """Inputs and targets of shape [N]: two columns of one table, so not contiguous."""
    table = torch.arange(2 * n_samples, device=device, dtype=dtype).reshape(n_samples, 2)
    return (1.3 * table + 0.7).sin().mul(2).unbind(dim=1)


def _by_hand(model, loss_fn, values, t_u, t_c):
    """The gradient by the chain rule, a sample at a time."""
    rows = []
    for u, c in zip(t_u.tolist(), t_c.tolist(), strict=True):
        t_p = float(model(torch.tensor(u, dtype=torch.float64), *values))
        dloss = 4 * (2 * t_p - c) if loss_fn is lopsided else 2 * (t_p - c)
        rows.append([dloss * rate for rate in RATES[model](u, *values)])
    n_averaged = 1 if loss_fn is sum_of_squares else len(rows)
    return t_u.new_tensor([sum(column) / n_averaged for column in zip(*rows, strict=True)])
