"""The scale of the parameters (§5.5.2): Adam forgives raw inputs, plain descent does not."""

import functools
import math
import warnings
from functools import partial

import pytest
import torch
from torch.optim import SGD, Adam

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.parameter_scale import final_loss, losses_by_scale


@pytest.fixture(autouse=True)
def _float_of_a_loss_is_right():
    """Torch warns of float(loss) where the loss still has its graph; the number is right."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Converting a tensor with requires_grad=True")
        yield


class _SignDescent:
    """An optimizer with the two methods that training needs, and no more.

    It also drifts, or a model with -b would do as well: all else is symmetric about b = 0.
    """

    def __init__(self, params):
        self.params = list(params)

    def zero_grad(self, set_to_none=True):
        for param in self.params:
            param.grad = None if set_to_none or param.grad is None else torch.zeros_like(param)

    @torch.no_grad()
    def step(self, closure=None):
        if closure is not None:
            with torch.enable_grad():
                closure()
        for param in (param for param in self.params if param.grad is not None):
            param -= 0.01 * param.grad.sign() + 1e-5 * param.grad + 0.003


BY_SGD, BY_ADAM = partial(SGD, lr=1e-5, momentum=0.9), partial(Adam, lr=1e-1)

each_optimizer = pytest.mark.parametrize(
    "make_optimizer", [BY_SGD, BY_ADAM, _SignDescent], ids=["SGD", "Adam", "neither"]
)


@each_optimizer
@pytest.mark.parametrize("n_epochs", [0, 1, 7])
def test_the_loss_that_remains(device, dtype, n_epochs, make_optimizer):
    """Each step follows the gradient of its epoch alone; the loss is measured after the last."""
    expected = _loss_by_hand(n_epochs, make_optimizer, device, dtype)
    t_u, t_c = _readings(device, dtype)
    _assert_loss(final_loss(n_epochs, make_optimizer, t_u, t_c), expected)


@pytest.mark.parametrize(
    ("n_epochs", "lr", "scale", "expected"),
    [(0, 1e-2, 1.0, 1763.8846), (10, 1e-4, 1.0, 29.104168), (10, 1e-2, 0.1, 28.941875)],
    ids=["first loss", "1e-4 on t_u", "1e-2 on 0.1 * t_u"],
)
@pytest.mark.parametrize("dtype", [torch.float32])
def test_the_losses_of_the_book(device, dtype, n_epochs, lr, scale, expected):
    """Plain SGD from w = 1, b = 0 reaches the losses that §5.4.4 prints."""
    t_u, t_c = thermometer(device, dtype)
    loss = final_loss(n_epochs, partial(SGD, lr=lr), scale * t_u, t_c)
    expected = torch.tensor(expected, device=device, dtype=dtype)
    _assert_loss(loss, expected, tolerance=1e-5)


@each_optimizer
def test_calls_share_nothing(device, dtype, make_optimizer):
    """The same call gives the same loss again, and leaves the readings as they are."""
    expected = _loss_by_hand(3, make_optimizer, device, dtype)
    t_u, t_c = _readings(device, dtype)
    with assert_untouched(t_u, t_c):
        first, again = (final_loss(3, make_optimizer, t_u, t_c) for _ in range(2))
    _assert_loss(first, expected, what="the loss of the first call")
    _assert_loss(again, expected, what="the loss of the same call again")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_the_parameters_are_like_the_readings(device, dtype):
    """The optimizer is made once, of w and b, in the readings' own dtype and on their device."""
    t_u, t_c = _readings(device, dtype)
    made = []

    def make_optimizer(params):
        params = list(params)
        made.append([(param.dtype, param.device, param.numel()) for param in params])
        return _SignDescent(params)

    final_loss(3, make_optimizer, t_u, t_c)
    assert_equal(len(made), 1, what="optimizers that were made")
    kinds = {(dtype, device) for dtype, device, _ in made[0]}
    assert_equal(kinds, {(t_u.dtype, t_u.device)}, what="dtype and device of the parameters")
    assert_equal(sum(size for *_, size in made[0]), 2, what="numbers to train")


@pytest.mark.parametrize(
    ("scales", "make_optimizer"),
    [
        pytest.param((0.1, 1.0, -0.5, 0.0), BY_SGD, id="four scales-SGD"),
        pytest.param((0.1, 1.0, -0.5, 0.0), BY_ADAM, id="four scales-Adam"),
        pytest.param((0.1, 1.0, -0.5, 0.0), _SignDescent, id="four scales-neither"),
        pytest.param((0.2, 0.2), BY_ADAM, id="one scale twice"),
        pytest.param((), BY_SGD, id="no scale"),
    ],
)
def test_each_scale_starts_afresh(device, dtype, scales, make_optimizer):
    """For each scale, in order, the loss of a run of its own from w = 1, b = 0."""
    expected = [_loss_by_hand(2, make_optimizer, device, dtype, scale) for scale in scales]
    t_u, t_c = _readings(device, dtype)
    with assert_untouched(t_u, t_c):
        losses = losses_by_scale(2, make_optimizer, t_u, t_c, scales)
    assert_equal(type(losses), list, what="the type of what is returned")
    assert_equal(len(losses), len(scales), what="the number of losses")
    for scale, loss, wanted in zip(scales, losses, expected, strict=True):
        _assert_loss(loss, wanted, what=f"the loss at scale {scale}")


@pytest.mark.parametrize(("n_epochs", "expected"), [(12, math.inf), (40, math.nan)])
@pytest.mark.parametrize("dtype", [torch.float32])
def test_a_loss_beyond_all_numbers_comes_back(device, dtype, n_epochs, expected):
    """A run that diverges returns what it has come to: first an infinite loss, then NaN."""
    t_u, t_c = thermometer(device, dtype)
    loss = final_loss(n_epochs, partial(SGD, lr=1e-2), t_u, t_c)
    _assert_loss(loss, torch.tensor(expected, device=device, dtype=dtype))


@pytest.mark.parametrize("dtype", [torch.float64])
def test_adam_forgives_what_sgd_does_not(device, dtype):
    """In 25 epochs Adam takes raw and scaled readings below 35; SGD at 1e-2 only the scaled."""
    t_u, t_c = thermometer(device, dtype)
    by_adam = losses_by_scale(25, partial(Adam, lr=1e-1), t_u, t_c, [1.0, 0.1])
    by_sgd = losses_by_scale(25, partial(SGD, lr=1e-2), t_u, t_c, [1.0, 0.1])
    fits = {"Adam": [loss < 35 for loss in by_adam], "SGD": [loss < 35 for loss in by_sgd]}
    expected = {"Adam": [True, True], "SGD": [False, True]}
    assert_equal(fits, expected, what="losses below 35, on raw readings and on scaled ones")


def _readings(device, dtype):
    """Seven of the readings, not contiguous, so that no number fits by accident."""
    return tuple(torch.stack([it, it], 1)[4:, 0] for it in thermometer(device, dtype))


@functools.cache
def _loss_by_hand(n_epochs, make_optimizer, device, dtype, scale=1.0):
    """The same run with the gradient worked out by hand."""
    t_u, t_c = _readings(device, dtype)
    t_u = scale * t_u
    params = torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)
    optimizer = make_optimizer([params])
    for _ in range(n_epochs):
        error = (params[0] * t_u + params[1] - t_c).detach()
        params.grad = torch.stack([2 * (error * t_u).mean(), 2 * error.mean()])
        optimizer.step()
    w, b = params.detach()
    return ((w * t_u + b - t_c) ** 2).mean()


def _assert_loss(actual, expected, tolerance=None, what=""):
    """A float, and in float64 closer than any detour through float32 comes."""
    __tracebackhide__ = True
    assert_equal(type(actual), float, what=f"type of {what}" if what else "type of the loss")
    if tolerance is None:
        tolerance = 1e-10 if expected.dtype == torch.float64 else 1e-4
    actual = torch.tensor(actual, device=expected.device, dtype=expected.dtype)
    assert_close(actual, expected, rtol=tolerance, atol=0, what=what)
