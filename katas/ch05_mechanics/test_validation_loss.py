"""The validation loss (§5.5.3): two losses in one loop, and only one of them trains."""

import warnings
from functools import partial

import pytest
import torch
from torch.optim import SGD, Adam

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.validation_loss import training_loop

FEW, MANY = [9, 6, 5, 8], [4, 7, 0, 1, 3, 2, 10]


@pytest.fixture(autouse=True)
def _float_of_a_loss_is_right():
    """Torch warns of float(loss) where the loss still has its graph; the number is right."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Converting a tensor with requires_grad=True")
        yield


class _SignDescent:
    """An optimizer with the two methods that training needs, and no more."""

    def __init__(self, params):
        (self.params,) = params

    def zero_grad(self):
        if self.params.grad is not None:
            self.params.grad.zero_()

    @torch.no_grad()
    def step(self):
        self.params -= 0.01 * self.params.grad.sign() + 0.001 * self.params.grad


@pytest.mark.parametrize(
    "make_optimizer",
    [partial(SGD, lr=1e-2, momentum=0.9), partial(Adam, lr=1e-1), _SignDescent],
    ids=["SGD", "Adam", "neither"],
)
@pytest.mark.parametrize(
    ("n_epochs", "train", "val"),
    [(0, FEW, MANY), (1, FEW, MANY), (4, FEW, MANY), (3, MANY, FEW[:1])],
    ids=["no epoch", "one epoch", "four epochs", "one validation sample"],
)
def test_both_losses_of_every_epoch(device, dtype, n_epochs, train, val, make_optimizer):
    """Each epoch measures both losses before its step, which follows the training loss alone."""
    data = _readings(train, val, device, dtype)
    params, twin = _parameters(device, dtype), _parameters(device, dtype)
    params.grad = torch.full_like(params, 1000.0)
    expected = _losses_by_hand(n_epochs, make_optimizer([twin]), twin, *data)
    losses = training_loop(n_epochs, make_optimizer([params]), params, _thrice, *data)
    _assert_losses(losses, expected)
    _assert_exact(params, twin, "the parameters")


@pytest.mark.parametrize("dtype", [torch.float32])
def test_the_losses_of_the_book(device, dtype):
    """On the split that §5.5.3 prints, epochs 1 and 500 have the losses of the book."""
    data = _readings([9, 6, 5, 8, 4, 7, 0, 1, 3], [2, 10], device, dtype)
    params = _parameters(device, dtype)
    losses = training_loop(500, SGD([params], lr=1e-2), params, _mean_squared_error, *data)
    expected = torch.tensor([[66.5811, 7.1454], [142.3890, 9.1252]], device=device, dtype=dtype)
    _assert_losses([[curve[0], curve[-1]] for curve in losses], expected, tolerance=3e-5)


def test_losses_are_plain_floats(device, dtype):
    """The losses come as two lists of floats: a tensor would keep its whole graph alive."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)
    both = training_loop(2, SGD([params], lr=1e-2), params, _mean_squared_error, *data)
    assert [type(losses) for losses in both] == [list, list]
    assert {type(loss) for losses in both for loss in losses} == {float}


def test_validation_data_moves_nothing(device, dtype):
    """Other validation data, the same training: parameters, training losses, readings."""
    train_t_u, val_t_u, train_t_c, val_t_c = _readings(FEW, MANY, device, dtype)
    runs = []
    for scale in (1.0, -100.0):
        params = _parameters(device, dtype)
        data = (train_t_u, scale * val_t_u, train_t_c, val_t_c)
        with assert_untouched(*data):
            losses, _ = training_loop(3, SGD([params], lr=1e-2), params, _thrice, *data)
        runs.append((params, [_number(loss) for loss in losses]))
    (params, losses), (other_params, other_losses) = runs
    _assert_exact(other_params, params, "the parameters")
    assert other_losses == pytest.approx(losses)


def test_validation_builds_no_graph(device, dtype):
    """The predictions for the validation data require no gradient when loss_fn is given them."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)
    of_validation = []

    def loss_fn(t_p, t_c):
        if len(t_c) == len(MANY):
            of_validation.append(t_p.requires_grad)
        return _mean_squared_error(t_p, t_c)

    training_loop(3, SGD([params], lr=1e-2), params, loss_fn, *data)
    assert of_validation == [False] * 3, "requires_grad of the predictions"


@pytest.mark.parametrize("rows", [FEW, MANY], ids=["training", "validation"])
def test_an_error_leaves_nothing_switched_off(device, dtype, rows):
    """An error that loss_fn raises comes through, and everything records gradients as before."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)

    def loss_fn(t_p, t_c):
        if len(t_c) == len(rows):
            raise ArithmeticError
        return _mean_squared_error(t_p, t_c)

    with pytest.raises(ArithmeticError):
        training_loop(3, SGD([params], lr=1e-2), params, loss_fn, *data)
    assert torch.is_grad_enabled(), "grad mode was left off"
    assert params.requires_grad, "requires_grad of params was left off"


def test_the_parameters_stay_a_leaf(device, dtype):
    """params is moved in place: it stays the leaf that the optimizer holds."""
    data = _readings(FEW, MANY, device, dtype)
    params = _parameters(device, dtype)
    training_loop(2, SGD([params], lr=1e-2), params, _mean_squared_error, *data)
    assert params.is_leaf
    assert params.requires_grad


def _readings(train, val, device, dtype):
    """The book's readings in these rows, in the order of the arguments: 0.1 * t_u, then t_c."""
    t_u, t_c = thermometer(device, dtype)
    t_u = 0.1 * t_u
    return t_u[train], t_u[val], t_c[train], t_c[val]


def _parameters(device, dtype):
    return torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)


def _mean_squared_error(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


def _thrice(t_p, t_c):
    """No loss that anybody would write into the loop."""
    return 3 * _mean_squared_error(t_p, t_c)


def _losses_by_hand(n_epochs, optimizer, params, train_t_u, val_t_u, train_t_c, val_t_c):
    """The losses [2, n_epochs] of ``_thrice``, with the gradient worked out by hand."""
    losses = params.new_empty(2, n_epochs)
    for epoch in range(n_epochs):
        w, b = params.detach()
        error = w * train_t_u + b - train_t_c
        losses[0, epoch] = 3 * (error**2).mean()
        losses[1, epoch] = 3 * ((w * val_t_u + b - val_t_c) ** 2).mean()
        params.grad = torch.stack([6 * (error * train_t_u).mean(), 6 * error.mean()])
        optimizer.step()
    return losses


def _number(loss):
    """Also of a loss that came as a tensor: one test is enough to say that it should not."""
    return loss.item() if isinstance(loss, torch.Tensor) else loss


def _assert_losses(actual, expected, tolerance=None):
    __tracebackhide__ = True
    for name, losses, wanted in zip(("training", "validation"), actual, expected, strict=True):
        losses = torch.tensor(
            [_number(loss) for loss in losses], device=wanted.device, dtype=wanted.dtype
        )
        _assert_exact(losses, wanted, f"the {name} losses", tolerance)


def _assert_exact(actual, expected, what, tolerance=None):
    """To rounding: in float64 closer than any detour through float32 comes."""
    __tracebackhide__ = True
    if tolerance is None:
        tolerance = 1e-11 if expected.dtype == torch.float64 else 1e-5
    assert_close(actual, expected, rtol=tolerance, atol=tolerance, what=what)
