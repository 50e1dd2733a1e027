"""Backward (§5.5.1): gradients arrive at the leaves, and are added to what is there."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.autograd_backward import loss_gradient, new_params, sample_gradients

each_arrival = pytest.mark.parametrize(
    "arriving", ["plain", "a leaf", "with an old gradient", "computed"]
)
each_problem = pytest.mark.parametrize(
    ("name", "loss"),
    [
        ("line", "mean square"),
        ("without b", "mean square"),
        ("parabola", "lopsided"),
        ("wave", "sum of squares"),
    ],
)


@pytest.mark.parametrize("wanted", [None, torch.float32, torch.float64], ids=str)
def test_new_params_are_a_leaf(device, dtype, wanted):
    """Scaled and converted first, then made to require a gradient: a leaf, without .grad yet."""
    start = torch.tensor([0.5, -1.25], device=device, dtype=dtype, requires_grad=True)
    expected = 0.25 * start.detach().to(wanted or dtype)
    with assert_untouched(start):
        params = new_params(start, scale=0.25, dtype=wanted)
    assert_close(params, expected, what="params")
    assert_equal(params.is_leaf, True, what="params.is_leaf")
    assert_equal(params.requires_grad, True, what="params.requires_grad")
    assert_equal(params.grad, None, what="params.grad")


@each_arrival
def test_new_params_know_nothing_of_start(device, dtype, arriving):
    """Training them fills their own .grad and changes their own numbers, none of start's."""
    start, origin = _arriving(arriving, [0.5, -1.25], device, dtype)
    weights = torch.tensor([3.0, -7.0], device=device, dtype=dtype)
    with assert_untouched(origin):
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
    gradient = loss_gradient(_line, _mean_square, params, scale * t_u, t_c)
    expected = torch.tensor(printed, device=device, dtype=dtype)
    assert_close(gradient, expected, rtol=1e-5, atol=1e-4)  # four decimals are printed


@each_problem
def test_the_gradient_agrees_with_the_chain_rule(device, dtype, name, loss):
    """For any model and loss the gradient is that of the chain rule, one number per parameter."""
    t_u, t_c = _samples(4, device, dtype)
    model, loss_fn, params, by_hand = _problem(name, loss, t_u, t_c)
    gradient = loss_gradient(model, loss_fn, params, t_u, t_c)
    assert_close(gradient, by_hand.sum(dim=0) / (1 if loss == "sum of squares" else 4))


@each_arrival
def test_a_gradient_is_read_off_without_a_trace(device, dtype, arriving):
    """Whatever params comes as, what comes back is a plain tensor, and params stays as it was."""
    t_u, t_c = _samples(4, device, dtype)
    params, origin = _arriving(arriving, [0.5, -1.25], device, dtype)
    expected = _rows_by_hand("line", "mean square", params, t_u, t_c).mean(dim=0)
    with assert_untouched(origin, t_u, t_c):
        gradient = loss_gradient(_line, _mean_square, params, t_u, t_c)
        again = loss_gradient(_line, _mean_square, params, t_u, t_c)
    assert_close(gradient, expected)
    assert_close(again, expected, what="the gradient, asked for again")
    assert_equal(gradient.requires_grad, False, what="requires_grad of the gradient")


@each_problem
@pytest.mark.parametrize("n_samples", [4, 1])
def test_each_sample_has_its_own_gradient(device, dtype, name, loss, n_samples):
    """Row i is the gradient of sample i alone: no other sample has a part in it, nor has 1/N."""
    t_u, t_c = _samples(n_samples, device, dtype)
    model, loss_fn, params, by_hand = _problem(name, loss, t_u, t_c)
    assert_close(sample_gradients(model, loss_fn, params, t_u, t_c), by_hand)


def test_the_gradients_of_the_samples_average_to_that_of_the_whole(device, dtype):
    """The loss is a mean, so its gradient is the mean of the samples' gradients."""
    t_u, t_c = thermometer(device, dtype)
    params = torch.tensor([1.0, 0.0], device=device, dtype=dtype)
    rows = sample_gradients(_line, _mean_square, params, 0.1 * t_u, t_c)
    whole = loss_gradient(_line, _mean_square, params, 0.1 * t_u, t_c)
    assert_close(rows.mean(dim=0), whole, what="the mean over the samples")


@each_arrival
def test_the_gradients_of_samples_leave_no_trace(device, dtype, arriving):
    """Whatever params comes as, each sample's gradient is right, and params stays as it was."""
    t_u, t_c = _samples(3, device, dtype)
    params, origin = _arriving(arriving, [0.5, -1.25], device, dtype)
    expected = _rows_by_hand("line", "mean square", params, t_u, t_c)
    with assert_untouched(origin, t_u, t_c):
        rows = sample_gradients(_line, _mean_square, params, t_u, t_c)
    assert_close(rows, expected)
    assert_equal(rows.requires_grad, False, what="requires_grad of the gradients")


def _arriving(arriving, values, device, dtype):
    """A tensor as callers may hold it, and the one that must stay as it was: itself, or the
    one that it was computed from."""
    tensor = torch.tensor(values, device=device, dtype=dtype)
    if arriving == "plain":
        return tensor, tensor
    tensor.requires_grad_()
    if arriving == "computed":
        return 0.5 * tensor, tensor
    if arriving == "with an old gradient":
        tensor.grad = tensor.new_tensor([100.0, math.nan])
    return tensor, tensor


def _samples(n_samples, device, dtype):
    """Inputs and targets of shape [N]: two columns of one table, so not contiguous."""
    table = torch.arange(2 * n_samples, device=device, dtype=dtype).reshape(n_samples, 2)
    return (1.3 * table + 0.7).sin().mul(2).unbind(dim=1)


def _problem(name, loss, t_u, t_c):
    """A model, a loss, parameters, and each sample's gradient by the chain rule."""
    values = [0.5, -1.25, 2.0] if name == "parabola" else [0.5, -1.25]
    params = t_u.new_tensor(values)
    return MODELS[name], LOSSES[loss], params, _rows_by_hand(name, loss, params, t_u, t_c)


def _rows_by_hand(name, loss, params, t_u, t_c):
    values = params.tolist()
    rows = []
    for u, c in zip(t_u.tolist(), t_c.tolist(), strict=True):
        t_p = float(MODELS[name](torch.tensor(u, dtype=torch.float64), *values))
        dloss = 4 * (2 * t_p - c) if loss == "lopsided" else 2 * (t_p - c)
        rows.append([dloss * rate for rate in RATES[name](u, *values)])
    return t_u.new_tensor(rows)


def _line(t_u, w, b):
    return w * t_u + b


def _mean_square(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


MODELS = {
    "line": _line,
    "parabola": lambda t_u, w2, w1, b: w2 * t_u**2 + w1 * t_u + b,
    "wave": lambda t_u, w, b: w * torch.sin(b * t_u),
    "without b": lambda t_u, w, b: w * t_u,
}
RATES = {
    "line": lambda u, w, b: [u, 1.0],
    "parabola": lambda u, w2, w1, b: [u * u, u, 1.0],
    "wave": lambda u, w, b: [math.sin(b * u), w * u * math.cos(b * u)],
    "without b": lambda u, w, b: [u, 0.0],
}
LOSSES = {
    "mean square": _mean_square,
    "lopsided": lambda t_p, t_c: ((2 * t_p - t_c) ** 2).mean(),
    "sum of squares": lambda t_p, t_c: ((t_p - t_c) ** 2).sum(),
}
