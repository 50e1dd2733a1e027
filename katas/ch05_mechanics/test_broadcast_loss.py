"""A loss that refuses to broadcast (§5.3.1, §6.2.2): one prediction against one target."""

import pytest
import torch
from torch.nn.functional import mse_loss

from katas._dojo.writing.assertions import assert_close, assert_raises, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.broadcast_loss import loss_fn


def _written(shape):
    """A shape as it stands in the id of a test."""
    return "x".join(map(str, shape)) or "0-dimensional"


each_shape = pytest.mark.parametrize(
    "shape",
    [(), (1,), (4,), (4, 1), (1, 4), (1, 1), (2, 3), (3, 2, 3)],
    ids=_written,
)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
@each_shape
def test_shapes_alike_give_the_mean_squared_error(device, dtype, shape):
    """Where the shapes are the same, the loss is the mean squared error: of shape []."""
    t_p, t_c = _numbers(shape, device, dtype), 3 * _numbers(shape, device, dtype).cos()
    expected = mse_loss(t_p, t_c)
    with assert_untouched(t_p, t_c):
        loss = loss_fn(t_p, t_c)
    assert_close(loss, expected)


@pytest.mark.parametrize(
    ("predicted", "target"),
    [
        ([4, 1], [4]),
        ([4], [4, 1]),
        ([1, 4], [4]),
        ([4], [1, 4]),
        ([4, 1], [1, 4]),
        ([4], [1]),
        ([1], [4]),
        ([4], []),
        ([], [4]),
        ([1], []),
        ([], [1]),
        ([1, 1], [1]),
        ([3, 2], [1, 2]),
        ([3, 2], [2]),
        ([2, 3, 2], [3, 2]),
        ([2, 3, 2], [2, 1, 2]),
        ([1, 1, 2, 2], [2, 2]),
        ([3, 2], [2, 3]),
        ([3, 2], [6]),
        ([4], [3]),
        ([0], [1]),
        ([0], [4]),
    ],
    ids=_written,
)
def test_shapes_that_differ_are_refused(device, dtype, predicted, target):
    """If the shapes differ in any way, loss_fn raises a ValueError that names both of them."""
    t_p, t_c = _numbers(predicted, device, dtype), _numbers(target, device, dtype)
    with assert_untouched(t_p, t_c), assert_raises(ValueError, _name(t_p), _name(t_c)):
        loss_fn(t_p, t_c)


def test_the_silent_loss_of_a_column_against_a_row(device, dtype):
    """[11, 1] against [11] is an error; broadcast, it would train down to a loss of 77.136."""
    t_u, t_c = thermometer(device, dtype)
    t_p = (0.0100 * 0.1 * t_u + 10.4452).unsqueeze(1)
    with assert_raises(ValueError, _name(t_p), _name(t_c)):
        loss_fn(t_p, t_c)


@pytest.mark.parametrize("shape", [(11,), (11, 1)])
def test_the_losses_in_the_book(device, dtype, shape):
    """1763.8846 (§5.3.1) and 80.364342 (§5.4.4) are the book's losses, in a row or a column."""
    t_u, t_c = (it.reshape(shape) for it in thermometer(device, dtype))
    raw, scaled = torch.tensor([1763.8846, 80.364342], device=device, dtype=dtype)
    assert_close(loss_fn(t_u, t_c), raw, rtol=1e-5, atol=0)
    assert_close(loss_fn(0.1 * t_u, t_c), scaled, rtol=1e-5, atol=0)


def _numbers(shape, device, dtype):
    """A tensor of ``shape`` in which no two elements are alike, not contiguous where it can be."""
    n_elements = torch.Size(shape).numel()
    table = torch.arange(1, 2 * n_elements + 1, device=device, dtype=dtype)
    return table.sqrt().reshape(*shape, 2)[..., 0]


def _name(tensor):
    """How a message may name the shape of ``tensor``."""
    return str(list(tensor.shape)), str(tuple(tensor.shape))
