"""Losses (§5.3): how far off all predictions are, in one number."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas._dojo.writing.book import thermometer
from katas._dojo.writing.forbidding import forbid_code_of
from katas.ch05_mechanics.losses import l1_loss, mse_loss

YOURSELF = "Torch has these losses ready-made; here they are written out once, in arithmetic."

each_dtype = pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
each_shape = pytest.mark.parametrize(
    "shape",
    [(), (1,), (4,), (4, 1), (2, 3), (2, 3, 2, 2)],
    ids=lambda shape: "x".join(map(str, shape)) or "0-dimensional",
)


@each_dtype
@each_shape
def test_l1_is_the_mean_absolute_difference(device, dtype, shape):
    """l1_loss(t_p, t_c) is the mean of |t_p - t_c| over all elements: one number, of shape []."""
    t_p, t_c = _samples(shape, device, dtype)
    expected = functional.l1_loss(t_p, t_c)
    with assert_untouched(t_p, t_c):
        loss = l1_loss(t_p, t_c)
    assert_close(loss, expected)


@each_dtype
@each_shape
def test_mse_is_the_mean_squared_difference(device, dtype, shape):
    """mse_loss(t_p, t_c) is the mean of (t_p - t_c)² over all elements: one number, of shape []."""
    t_p, t_c = _samples(shape, device, dtype)
    expected = functional.mse_loss(t_p, t_c)
    with assert_untouched(t_p, t_c):
        loss = mse_loss(t_p, t_c)
    assert_close(loss, expected)


def test_the_same_data_twice_cost_the_same(device, dtype):
    """Both are means: a data set given twice has the loss that it has given once."""
    t_p, t_c = _samples((2, 3), device, dtype)
    once = mse_loss(t_p, t_c), l1_loss(t_p, t_c)
    twice = (t_p.repeat(2, 1), t_c.repeat(2, 1))
    assert_close(mse_loss(*twice), once[0], what="mse_loss of the same data twice")
    assert_close(l1_loss(*twice), once[1], what="l1_loss of the same data twice")


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
    """Predictions and targets, not contiguous, with errors of either sign and of any size."""
    n_elements = torch.Size(shape).numel()
    table = torch.arange(3.0, 2 * n_elements + 3, device=device, dtype=dtype)
    t_p, t_c = (2 * table.sin()).reshape(*shape, 2).unbind(-1)
    return t_p, t_c + 0.75
