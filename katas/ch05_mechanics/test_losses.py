"""Losses (§5.3): how far off all predictions are, in one number."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas._dojo.writing.book import thermometer
from katas._dojo.writing.forbidding import forbid_code_of
from katas.ch05_mechanics.losses import l1_loss, mse_loss

YOURSELF = "Torch has these losses ready-made; here they are written out once, in arithmetic."

each_shape = pytest.mark.parametrize(
    "shape",
    [(), (1,), (4,), (4, 1), (2, 3), (2, 3, 2, 2)],
    ids=lambda shape: "x".join(map(str, shape)) or "0-dimensional",
)


@each_shape
def test_l1_is_the_mean_absolute_difference(device, dtype, shape):
    """l1_loss(t_p, t_c) is the mean of |t_p - t_c| over all elements: one number, of shape []."""
    t_p, t_c = _samples(shape, device, dtype)
    with assert_untouched(t_p, t_c):
        loss = l1_loss(t_p, t_c)
    assert_close(loss, functional.l1_loss(t_p, t_c))


@each_shape
def test_mse_is_the_mean_squared_difference(device, dtype, shape):
    """mse_loss(t_p, t_c) is the mean of (t_p - t_c)² over all elements: one number, of shape []."""
    t_p, t_c = _samples(shape, device, dtype)
    with assert_untouched(t_p, t_c):
        loss = mse_loss(t_p, t_c)
    assert_close(loss, functional.mse_loss(t_p, t_c))


@each_shape
def test_l1_pulls_alike_at_every_prediction(device, dtype, shape):
    """The gradient of l1_loss is sign(t_p - t_c) over the number of elements; t_c's is opposite."""
    t_p, t_c = (it.requires_grad_() for it in _samples(shape, device, dtype))
    for_t_p, for_t_c = _gradients(l1_loss(t_p, t_c), t_p, t_c)
    expected = 2.5 * (t_p - t_c).sign() / t_p.numel()
    assert_close(for_t_p, expected, what="the gradient of t_p")
    assert_close(for_t_c, -expected, what="the gradient of t_c")


@each_shape
def test_mse_pulls_harder_the_larger_the_error(device, dtype, shape):
    """The gradient of mse_loss is 2 (t_p - t_c) over the number of elements; t_c's is opposite."""
    t_p, t_c = (it.requires_grad_() for it in _samples(shape, device, dtype))
    for_t_p, for_t_c = _gradients(mse_loss(t_p, t_c), t_p, t_c)
    expected = 2.5 * 2 * (t_p - t_c) / t_p.numel()
    assert_close(for_t_p, expected, what="the gradient of t_p")
    assert_close(for_t_c, -expected, what="the gradient of t_c")


def test_a_right_prediction_is_left_alone_by_l1(device, dtype):
    """Where t_p equals t_c, l1_loss adds nothing, and its gradient is 0: not NaN, not a push."""
    t_p = torch.tensor([2.0, -3.0, 0.0], device=device, dtype=dtype, requires_grad=True)
    t_c = torch.tensor([2.0, -4.5, 0.0], device=device, dtype=dtype)
    loss = l1_loss(t_p, t_c)
    assert_close(loss, torch.tensor(0.5, device=device, dtype=dtype))
    (gradient,) = torch.autograd.grad(loss, t_p)
    expected = torch.tensor([0.0, 1 / 3, 0.0], device=device, dtype=dtype)
    assert_close(gradient, expected, what="the gradient of t_p")


def test_the_same_data_twice_cost_the_same(device, dtype):
    """Both are means: a data set given twice has the loss that it has given once."""
    t_p, t_c = _samples((2, 3), device, dtype)
    twice = (t_p.repeat(2, 1), t_c.repeat(2, 1))
    assert_close(mse_loss(*twice), mse_loss(t_p, t_c), what="mse_loss of the same data twice")
    assert_close(l1_loss(*twice), l1_loss(t_p, t_c), what="l1_loss of the same data twice")


def test_small_errors_of_large_numbers_count(device, dtype):
    """Errors of 1 around 10000 are not lost in rounding: subtract before anything else."""
    t_c = torch.full((3,), 1e4, device=device, dtype=dtype)
    t_p = t_c + torch.tensor([1.0, -2.0, 0.5], device=device, dtype=dtype)
    mse, l1 = torch.tensor([1.75, 3.5 / 3], device=device, dtype=dtype)
    assert_close(mse_loss(t_p, t_c), mse)
    assert_close(l1_loss(t_p, t_c), l1)


def test_the_first_loss_in_the_book(device, dtype):
    """At w = 1, b = 0 the squared error on the book's data is 1763.8846 (§5.3.1); L1 is 41.3."""
    t_u, t_c = thermometer(device, dtype)
    mse, l1 = torch.tensor([1763.8846, 41.3], device=device, dtype=dtype)
    assert_close(mse_loss(t_u, t_c), mse, rtol=1e-5, atol=0)
    assert_close(l1_loss(t_u, t_c), l1, rtol=1e-5, atol=0)


def test_a_loss_is_arithmetic(device, dtype):
    """Both losses are made of tensor arithmetic: no code of torch.nn runs."""
    t_p, t_c = _samples((4,), device, dtype)
    with forbid_code_of("torch.nn", because=YOURSELF):
        mse_loss(t_p, t_c)
        l1_loss(t_p, t_c)


def _samples(shape, device, dtype):
    """Predictions and targets, not contiguous, with errors of either sign."""
    n_elements = torch.Size(shape).numel()
    table = torch.arange(3.0, 2 * n_elements + 3, device=device, dtype=dtype)
    t_p, t_c = (2 * table.sin()).reshape(*shape, 2).unbind(-1)
    return t_p, t_c + 0.75


def _gradients(loss, *leaves):
    """What flows back to each leaf when 2.5 flows into the loss."""
    return torch.autograd.grad(loss, leaves, torch.full_like(loss, 2.5), materialize_grads=True)
