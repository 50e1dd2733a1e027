"""The learning rate (§5.4.3): too high, and the loss runs away; then training stops and says so."""

import functools
import math

import pytest
import torch
from torch.nn.functional import mse_loss

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.learning_rate import DivergenceError, training_loop

# With 1e-2 on t_u, the first epoch whose loss is not finite.
EPOCH_OF_INF = {torch.float32: 11, torch.float64: 88}


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
@pytest.mark.parametrize("n_samples", [1, 4])
@pytest.mark.parametrize("n_epochs", [0, 1, 3])
def test_each_epoch_takes_one_step_downhill(device, dtype, n_samples, n_epochs):
    """n_epochs steps against the gradient of the mean squared error; the arguments stay as is."""
    t_u, t_c, params = _samples(n_samples, device, dtype)
    *_, expected = _descend(n_epochs, 0.05, params, t_u, t_c)
    with assert_untouched(params, t_u, t_c):
        trained = training_loop(
            n_epochs=n_epochs, learning_rate=0.05, params=params, t_u=t_u, t_c=t_c
        )
    assert_close(trained, expected)


@pytest.mark.parametrize(
    ("learning_rate", "scale", "n_epochs", "expected"),
    [
        (1e-4, 1.0, 11, [0.2323, -0.0169]),
        (1e-2, 0.1, 1, [1.7761, 0.1064]),
        (1e-2, 1.0, 1, [-44.1730, -0.8260]),
        (1e-2, 1.0, 2, [2568.4014, 45.1637]),
    ],
    ids=["1e-4-t_u-11", "1e-2-t_un-1", "1e-2-t_u-1", "1e-2-t_u-2"],
)
def test_the_parameters_in_the_book(device, dtype, learning_rate, scale, n_epochs, expected):
    """From w = 1, b = 0 the parameters are those that §5.4 prints, where they run away as well."""
    t_u, t_c, params = _book(device, dtype)
    trained = training_loop(n_epochs, learning_rate, params, scale * t_u, t_c)
    expected = torch.tensor(expected, device=device, dtype=dtype)
    assert_close(trained, expected, rtol=1e-5, atol=1e-4)


def test_training_stops_where_the_loss_of_the_book_becomes_inf(device, dtype):
    """At 1e-2 on t_u the loss is 1763.88, 5802485.5, …, inf: the error says in which epoch."""
    t_u, t_c, params = _book(device, dtype)
    epoch = EPOCH_OF_INF[dtype]
    *_, expected, _ = _descend_on_the_book(epoch - 1, device, dtype)
    with assert_untouched(params, t_u, t_c):
        error = _divergence(100, 1e-2, params, t_u, t_c)
    assert_equal(error.epoch, epoch, what="the epoch of the error")
    assert_close(error.params, expected, rtol=1e-5, atol=0, what="the params of the error")


def test_a_loss_that_grows_is_no_error_while_it_is_finite(device, dtype):
    """The last epoch before the loss is inf still takes its step, and its parameters come back."""
    t_u, t_c, params = _book(device, dtype)
    n_epochs = EPOCH_OF_INF[dtype] - 1
    *_, expected = _descend_on_the_book(n_epochs, device, dtype)
    trained = training_loop(n_epochs, 1e-2, params, t_u, t_c)
    assert_close(trained, expected, rtol=1e-5, atol=0)


def test_the_largest_losses_are_finite_too(device, dtype):
    """A loss of nine tenths of the largest float is finite: only inf and NaN stop training."""
    t_u, t_c, _ = _samples(1, device, dtype)
    params = torch.tensor(
        [0.0, math.sqrt(0.9 * torch.finfo(dtype).max)], device=device, dtype=dtype
    )
    *_, expected = _descend(1, 0.05, params, t_u, t_c)
    assert_close(training_loop(1, 0.05, params, t_u, t_c), expected, rtol=1e-5, atol=0)


@pytest.mark.parametrize("n_epochs", [4, 9])
def test_the_last_parameters_with_a_finite_loss_are_kept(device, dtype, n_epochs):
    """The error holds the parameters of the epoch before: the last ones whose loss was finite."""
    t_u, t_c, params = _samples(4, device, dtype)
    # Losses of about 1e-20, 1e-12 and 1e-4 of the largest float, then too large by far.
    params = params * math.sqrt(torch.finfo(dtype).max) * 1e-10
    *_, finite, diverged = _descend(3, 7e3, params, t_u, t_c)
    trained = training_loop(3, 7e3, params, t_u, t_c)
    assert_close(trained, diverged, rtol=1e-5, atol=0)
    error = _divergence(n_epochs, 7e3, params, t_u, t_c)
    assert_equal(error.epoch, 4, what="the epoch of the error")
    assert_close(error.params, finite, rtol=1e-5, atol=0, what="the params of the error")


def test_nan_is_not_finite_either(device, dtype):
    """A loss that is NaN is not finite either, and it may be NaN without having been inf before."""
    t_u = torch.tensor([-1.0, 3.0], device=device, dtype=dtype)
    t_c = torch.tensor([-5.0, 20.0], device=device, dtype=dtype)
    params = torch.tensor([0.5, 0.0], device=device, dtype=dtype)
    expected = params.clone()
    # Both parameters leap to inf at once, and -1 * inf + inf is NaN.
    error = _divergence(5, torch.finfo(dtype).max / 2, params, t_u, t_c)
    assert_equal(error.epoch, 2, what="the epoch of the error")
    assert_close(error.params, expected, what="the params of the error")


@pytest.mark.parametrize("n_epochs", [1, 3])
@pytest.mark.parametrize("target", [math.nan, math.inf, -math.inf])
def test_a_loss_that_never_was_finite_has_no_last_parameters(device, dtype, target, n_epochs):
    """If the loss of epoch 1 is not finite, the error says epoch 1, and its params are None."""
    t_u, t_c, params = _samples(4, device, dtype)
    t_c = torch.where(t_c == t_c[2], target, t_c)
    error = _divergence(n_epochs, 0.05, params, t_u, t_c)
    assert_equal(error.epoch, 1, what="the epoch of the error")
    assert_equal(error.params, None, what="the params of the error")


def test_the_error_tells_all_it_knows(device, dtype):
    """The error is an ArithmeticError with epoch and params; its message names the epoch."""
    params = torch.tensor([1.5, -0.25], device=device, dtype=dtype)
    with assert_raises(ArithmeticError, 37):
        raise DivergenceError(epoch=37, params=params)
    error = DivergenceError(37, params)
    assert_equal(error.epoch, 37, what="the epoch of the error")
    assert_close(error.params, params, what="the params of the error")


def _samples(n_samples, device, dtype):
    """Readings and temperatures of shape [N], not contiguous, and a line to start from."""
    table = torch.arange(2 * n_samples, device=device, dtype=dtype).reshape(n_samples, 2)
    t_u, t_c = (table.sin() + 0.5).unbind(1)
    return t_u, t_c, torch.tensor([1.5, -0.25], device=device, dtype=dtype)


def _book(device, dtype):
    return *thermometer(device, dtype), torch.tensor([1.0, 0.0], device=device, dtype=dtype)


def _descend(n_epochs, learning_rate, params, t_u, t_c):
    """The parameters before the first step and after each, by autograd."""
    points = [params]
    for _ in range(n_epochs):
        leaf = points[-1].clone().requires_grad_()
        (gradient,) = torch.autograd.grad(mse_loss(leaf[0] * t_u + leaf[1], t_c), leaf)
        points.append(points[-1] - learning_rate * gradient)
    return points


@functools.cache
def _descend_on_the_book(n_epochs, device, dtype):
    """The same on the book's readings, at 1e-2."""
    t_u, t_c, params = _book(device, dtype)
    return _descend(n_epochs, 1e-2, params, t_u, t_c)


def _divergence(*args):
    """The error that training with these arguments ends in."""
    __tracebackhide__ = True
    with assert_raises(DivergenceError):
        try:
            training_loop(*args)
        except DivergenceError as error:
            raised = error
            raise
    return raised
