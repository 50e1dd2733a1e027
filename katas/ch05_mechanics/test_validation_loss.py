"""The validation loss (§5.5.3): two losses in one loop, and only one of them trains."""

import functools
import warnings
from contextlib import nullcontext
from functools import partial

import pytest
import torch
from torch.nn.functional import mse_loss
from torch.optim import SGD, Adam, Optimizer

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.validation_loss import training_loop

FEW, MANY = (9, 6, 5, 8), (4, 7, 0, 1, 3, 2, 10)


@pytest.fixture(autouse=True)
def _float_of_a_loss_is_right():
    """Torch warns of float(loss) where the loss still has its graph; the number is right."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Converting a tensor with requires_grad=True")
        yield


class _SignDescent(Optimizer):
    """An optimizer of no known kind."""

    def __init__(self, params):
        super().__init__(params, {})

    def step(self, closure=None):
        loss = None if closure is None else closure()
        with torch.no_grad():
            for p in (p for p in self.param_groups[0]["params"] if p.grad is not None):
                p -= 0.01 * p.grad.sign() + 0.001 * p.grad
        return loss


BY_SGD, BY_ADAM = partial(SGD, lr=1e-2, momentum=0.9), partial(Adam, lr=1e-1)


@pytest.mark.parametrize(
    ("n_epochs", "train", "val", "make_optimizer"),
    [
        pytest.param(0, FEW, MANY, _SignDescent, id="no epoch"),
        pytest.param(1, FEW, MANY, BY_ADAM, id="one epoch"),
        pytest.param(4, FEW, MANY, BY_SGD, id="four epochs-SGD"),
        pytest.param(4, FEW, MANY, BY_ADAM, id="four epochs-Adam"),
        pytest.param(4, FEW, MANY, _SignDescent, id="four epochs-neither"),
        pytest.param(3, MANY, FEW[:1], BY_SGD, id="one validation sample"),
    ],
)
def test_both_losses_of_every_epoch(device, dtype, n_epochs, train, val, make_optimizer):
    """Each epoch measures both losses before its step, which follows the training loss alone."""
    expected, trained = _by_hand(n_epochs, train, val, device, dtype, make_optimizer)
    data, params = _readings(train, val, device, dtype), _parameters(device, dtype)
    params.grad = torch.full_like(params, 1000.0)
    losses = training_loop(n_epochs, make_optimizer([params]), params, _lopsided, *data)
    _assert_losses(losses, expected)
    _assert_exact(params, trained, "the parameters")


@pytest.mark.parametrize("dtype", [torch.float32])
def test_the_losses_of_the_book(device, dtype):
    """On the split that §5.5.3 prints, the first three epochs have the losses of the book."""
    data = _readings((9, 6, 5, 8, 4, 7, 0, 1, 3), (2, 10), device, dtype)
    params = _parameters(device, dtype)
    losses = training_loop(3, SGD([params], lr=1e-2), params, mse_loss, *data)
    printed = [[66.5811, 38.8626, 33.3475], [142.3890, 64.0434, 39.4590]]
    expected = torch.tensor(printed, device=device, dtype=dtype)
    _assert_losses(losses, expected, tolerance=1e-5)


def test_losses_are_plain_floats(device, dtype):
    """The losses come as two lists of floats: a tensor would keep its whole graph alive."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)
    both = training_loop(2, SGD([params], lr=1e-2), params, _mean_squared_error, *data)
    kinds = {type(loss).__name__ for losses in _two_lists(both) for loss in losses}
    assert_equal(kinds, {"float"}, what="the types of the losses")


def test_every_epoch_has_its_losses(device, dtype):
    """Training that diverges goes on: inf and NaN are losses, too, one for each epoch."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)
    both = training_loop(8, SGD([params], lr=1e30), params, _mean_squared_error, *data)
    lengths = [len(losses) for losses in _two_lists(both)]
    assert_equal(lengths, [8, 8], what="how many losses there are")


def test_validation_data_moves_nothing(device, dtype):
    """Other validation data, the same training: parameters, training losses, readings."""
    train_t_u, val_t_u, train_t_c, val_t_c = _readings(FEW, MANY, device, dtype)
    runs = []
    for scale in (1.0, -100.0):
        params = _parameters(device, dtype)
        data = (train_t_u, scale * val_t_u, train_t_c, val_t_c)
        with assert_untouched(*data):
            both = training_loop(3, SGD([params], lr=1e-2), params, _lopsided, *data)
        runs.append((params, _as_tensor(_two_lists(both)[0], params)))
    (params, losses), (other_params, other_losses) = runs
    _assert_exact(other_params, params, "the parameters")
    _assert_exact(other_losses, losses, "the training losses")


def test_validation_builds_no_graph(device, dtype):
    """The predictions for the validation data require no gradient when loss_fn is given them."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)
    of_validation = set()

    def loss_fn(t_p, t_c):
        if len(t_c) == len(MANY):
            of_validation.add(t_p.requires_grad)
        return _mean_squared_error(t_p, t_c)

    training_loop(3, SGD([params], lr=1e-2), params, loss_fn, *data)
    assert_equal(of_validation, {False}, what="requires_grad of the predictions for validation")


@pytest.mark.parametrize(
    "rows", [FEW, MANY, ()], ids=["an error in training", "an error in validation", "no error"]
)
def test_nothing_is_left_switched_off(device, dtype, rows):
    """Gradients are recorded as before, also after an error of loss_fn, which comes through."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)

    def loss_fn(t_p, t_c):
        if len(t_c) == len(rows):
            raise ArithmeticError
        return _mean_squared_error(t_p, t_c)

    with assert_raises(ArithmeticError) if rows else nullcontext():
        training_loop(3, SGD([params], lr=1e-2), params, loss_fn, *data)
    assert_equal(torch.is_grad_enabled(), True, what="whether gradients are recorded")
    assert_equal(params.requires_grad, True, what="requires_grad of params")


def _readings(train, val, device, dtype):
    """The book's readings in these rows, in the order of the arguments: 0.1 * t_u, then t_c."""
    t_u, t_c = thermometer(device, dtype)
    t_u = 0.1 * t_u
    train, val = list(train), list(val)
    return t_u[train], t_u[val], t_c[train], t_c[val]


def _parameters(device, dtype):
    return torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)


def _mean_squared_error(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


def _lopsided(t_p, t_c):
    """No loss that anybody would write into the loop, and another one if they change places."""
    return ((t_p - 2 * t_c) ** 2).mean()


@functools.cache
def _by_hand(n_epochs, train, val, device, dtype, make_optimizer):
    """The losses [2, n_epochs] of ``_lopsided`` and the parameters, the gradient by hand."""
    train_t_u, val_t_u, train_t_c, val_t_c = _readings(train, val, device, dtype)
    params = _parameters(device, dtype)
    optimizer = make_optimizer([params])
    losses = params.new_empty(2, n_epochs)
    for epoch in range(n_epochs):
        w, b = params.detach()
        error = w * train_t_u + b - 2 * train_t_c
        losses[0, epoch] = (error**2).mean()
        losses[1, epoch] = ((w * val_t_u + b - 2 * val_t_c) ** 2).mean()
        params.grad = torch.stack([2 * (error * train_t_u).mean(), 2 * error.mean()])
        optimizer.step()
    return losses, params.detach()


def _two_lists(result):
    __tracebackhide__ = True
    results = result if isinstance(result, tuple | list) else [result]
    kinds = " and ".join(type(it).__name__ for it in results)
    assert_equal(kinds, "list and list", what="the types of what came back")
    return result


def _as_tensor(losses, like):
    """Also of losses that came as tensors: one test is enough to say that they should not."""
    losses = [loss.item() if isinstance(loss, torch.Tensor) else loss for loss in losses]
    return torch.tensor(losses, device=like.device, dtype=like.dtype)


def _assert_losses(actual, expected, tolerance=None):
    __tracebackhide__ = True
    names = "the training losses", "the validation losses"
    for name, losses, wanted in zip(names, _two_lists(actual), expected, strict=True):
        _assert_exact(_as_tensor(losses, wanted), wanted, name, tolerance)


def _assert_exact(actual, expected, what, tolerance=None):
    """To rounding: in float64 closer than any detour through float32 comes."""
    __tracebackhide__ = True
    if tolerance is None:
        tolerance = 1e-11 if expected.dtype == torch.float64 else 1e-5
    assert_close(actual, expected, rtol=tolerance, atol=tolerance, what=what)
