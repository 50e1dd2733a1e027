"""Grad modes (§5.5.4): record for training, not for validation, and put the switch back."""

import copy

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.grad_modes import calc_forward, frozen_copy, grad_mode

found_on_and_off = pytest.mark.parametrize("found", [True, False], ids=["on", "off"])
train_and_validate = pytest.mark.parametrize("is_train", [True, False], ids=["train", "validate"])
each_dtype = pytest.mark.parametrize(
    "dtype", [torch.float32, torch.float64, torch.bfloat16, torch.float16]
)
each_kind = pytest.mark.parametrize("kind", ["leaf", "computed", "plain", "transposed", "number"])
each_switch = pytest.mark.parametrize("enabled", [True, False], ids=["switch on", "switch off"])


class StopTrainingError(BaseException):
    """An exception that ``except Exception`` does not catch, like KeyboardInterrupt."""


@train_and_validate
@pytest.mark.parametrize(
    ("rows", "loss"),
    [([9, 6, 5, 8, 4, 7, 0, 1, 3], 66.5811), ([2, 10], 142.3890)],
    ids=["training data", "validation data"],
)
def test_the_losses_in_the_book(device, dtype, rows, loss, is_train):
    """On the book's split, at w = 1 and b = 0, the loss is the one that §5.5.3 prints."""
    t_u, t_c = thermometer(device, dtype)
    w, b = _params(device, dtype)

    def model(t_u):
        return w * t_u + b

    t_un, t_c = 0.1 * t_u[rows], t_c[rows]
    actual = calc_forward(model, nn.functional.mse_loss, t_un, t_c, is_train)
    expected = torch.tensor(loss, device=device, dtype=dtype)
    assert_close(actual, expected, rtol=1e-6, atol=1e-4)  # four decimals are printed


@found_on_and_off
@train_and_validate
def test_training_records_and_validation_does_not(device, dtype, is_train, found):
    """Grad mode is on in model and loss_fn to train, off to validate; the caller's comes back."""
    t_u, t_c = thermometer(device, dtype)
    w, b = _params(device, dtype)
    modes = []

    def model(t_u):
        modes.append(torch.is_grad_enabled())
        return w * t_u + b

    def loss_fn(t_p, t_c):
        modes.append(torch.is_grad_enabled())
        return _lopsided_loss(t_p, t_c)

    with torch.set_grad_enabled(found), assert_untouched(t_u, t_c, w, b):
        loss = calc_forward(model, loss_fn, t_u, t_c, is_train=is_train)
        after = torch.is_grad_enabled()
    assert_equal(loss.requires_grad, is_train, what="requires_grad of the loss")
    assert_equal(modes, [is_train, is_train], what="grad mode in model and in loss_fn")
    assert_equal(after, found, what="grad mode afterwards")
    assert_close(loss, _lopsided_loss(t_u, t_c), what="the loss")


@found_on_and_off
def test_the_training_loss_goes_backward_to_the_parameters(device, dtype, found):
    """Backward through the training loss gives every parameter its gradient, in either mode."""
    t_u, t_c = thermometer(device, dtype)
    w, b = _params(device, dtype)
    errors = 4 * (2 * t_u - t_c)

    def model(t_u):
        return w * t_u + b

    with torch.set_grad_enabled(found):
        loss = calc_forward(model, _lopsided_loss, t_u, t_c, is_train=True)
        (3 * loss if found else loss).backward()
    factor = 3 if found else 1
    assert_close(w.grad, factor * (errors * t_u).mean(), what="the gradient of w")
    assert_close(b.grad, factor * errors.mean(), what="the gradient of b")


@found_on_and_off
@train_and_validate
@pytest.mark.parametrize("failing", ["model", "loss_fn"])
def test_an_error_leaves_the_mode_alone(device, is_train, found, failing):
    """What model or loss_fn raises reaches the caller, and grad mode is back to what it was."""
    t_u, t_c = thermometer(device, torch.float32)

    def model(t_u):
        return fail() if failing == "model" else t_u

    def loss_fn(t_p, t_c):
        return fail() if failing == "loss_fn" else t_p.mean()

    def fail():
        raise StopTrainingError(f"{failing} fails")

    with torch.set_grad_enabled(found):
        with assert_raises(StopTrainingError, f"{failing} fails"):
            calc_forward(model, loss_fn, t_u, t_c, is_train)
        assert_equal(torch.is_grad_enabled(), found, what="grad mode after the error")


@train_and_validate
@pytest.mark.parametrize("training", [True, False], ids=["train mode", "eval mode"])
def test_train_and_eval_are_another_switch(device, dtype, is_train, training):
    """Batch norm goes by the model's own flag, grad mode by is_train; nothing else is changed."""
    t_u, t_c = (column.unsqueeze(1) for column in thermometer(device, dtype))
    model = nn.Sequential(nn.BatchNorm1d(1), nn.Linear(1, 1)).to(device=device, dtype=dtype)
    model[0].train(training)
    model[1].weight.grad = torch.ones_like(model[1].weight)
    reference = copy.deepcopy(model)
    expected = _lopsided_loss(reference(t_u), t_c)
    with assert_untouched(model[1], t_u, t_c):
        loss = calc_forward(model, _lopsided_loss, t_u, t_c, is_train)
    assert_close(loss, expected, what="the loss")
    assert_equal(loss.requires_grad, is_train, what="requires_grad of the loss")
    assert_equal(model[0].training, training, what="the training flag of batch norm")
    assert_close(model[0].running_mean, reference[0].running_mean, what="batch norm's mean")


@found_on_and_off
@each_switch
def test_the_mode_is_switched_for_the_block_only(device, dtype, enabled, found):
    """In the block grad mode is what was asked for; behind it, what it was before."""
    w, _ = _params(device, dtype)
    with torch.set_grad_enabled(found):
        with grad_mode(enabled):
            inside, doubled = torch.is_grad_enabled(), 2 * w
        assert_equal(torch.is_grad_enabled(), found, what="grad mode behind the block")
    assert_equal(inside, enabled, what="grad mode in the block")
    assert_equal(doubled.requires_grad, enabled, what="requires_grad of a result in the block")


@found_on_and_off
@each_switch
@pytest.mark.parametrize("switched", [True, False], ids=["inside on", "inside off"])
def test_what_a_block_switches_itself_ends_with_it(enabled, found, switched):
    """A block may set grad mode itself: behind it the mode is what it was ahead of it."""
    with torch.set_grad_enabled(found):
        with grad_mode(enabled):
            torch.set_grad_enabled(switched)
        assert_equal(torch.is_grad_enabled(), found, what="grad mode behind the block")


@each_switch
def test_what_the_block_made_can_be_used_in_training(device, dtype, enabled):
    """A tensor from the block is an ordinary one: a recorded computation may take it up later."""
    w, _ = _params(device, dtype)
    with grad_mode(enabled):
        doubled = 2 * w
    (w * doubled).backward()
    expected = torch.full_like(w, 4.0 if enabled else 2.0)
    assert_close(w.grad, expected, what="the gradient of w")


@found_on_and_off
@each_switch
@pytest.mark.parametrize("exception", [ValueError, StopTrainingError])
def test_the_mode_comes_back_after_an_exception(enabled, found, exception):
    """An exception of any kind leaves the block, reaches the caller, and the mode is back."""
    with torch.set_grad_enabled(found):
        with assert_raises(exception, "out of the block"), grad_mode(enabled):
            raise exception("out of the block")
        assert_equal(torch.is_grad_enabled(), found, what="grad mode after the exception")


@each_switch
def test_blocks_stand_inside_each_other(enabled):
    """Each block puts back the mode around it, one after the other, inner blocks first."""
    modes = []
    with grad_mode(enabled):
        with grad_mode(not enabled):
            with grad_mode(not enabled):
                pass
            modes.append(torch.is_grad_enabled())
        modes.append(torch.is_grad_enabled())
        with grad_mode(enabled):
            pass
        modes.append(torch.is_grad_enabled())
    modes.append(torch.is_grad_enabled())
    assert_equal(modes, [not enabled, enabled, enabled, True], what="grad mode behind each block")


@each_dtype
@each_kind
def test_a_frozen_copy_is_a_plain_tensor(device, dtype, kind):
    """The copy has the values, shape, dtype and device of params, and requires no gradient."""
    params = _of_kind(kind, device, dtype)
    expected = torch.tensor(params.tolist(), device=device, dtype=dtype)
    required = params.requires_grad
    frozen = frozen_copy(params)
    assert_close(frozen, expected)
    assert_equal(frozen.requires_grad, False, what="requires_grad of the copy")
    assert_equal(frozen.is_leaf, True, what="is_leaf of the copy")
    assert_equal(params.requires_grad, required, what="requires_grad of params")
    assert_close(params, expected, what="params")


@each_kind
def test_a_frozen_copy_has_memory_of_its_own(device, dtype, kind):
    """A step that changes params in place does not reach the copy, nor the other way round."""
    params = _of_kind(kind, device, dtype)
    values = torch.tensor(params.tolist(), device=device, dtype=dtype)
    frozen = frozen_copy(params)
    with torch.no_grad():
        params += 1
    assert_close(frozen, values, what="the copy, after a step of params")
    with torch.no_grad():
        frozen.zero_()
    assert_close(params, values + 1, what="params, after a change of the copy")


def test_a_frozen_copy_leaves_the_gradient(device, dtype):
    """Params keep their .grad, and the copy starts without one."""
    params = _of_kind("leaf", device, dtype)
    params.grad = torch.ones_like(params)
    with assert_untouched(params):
        frozen = frozen_copy(params)
    assert_equal(frozen.grad, None, what="the gradient of the copy")


def _params(device, dtype):
    w = torch.tensor(1.0, device=device, dtype=dtype, requires_grad=True)
    b = torch.tensor(0.0, device=device, dtype=dtype, requires_grad=True)
    return w, b


def _lopsided_loss(t_p, t_c):
    """Not the same with its arguments exchanged."""
    return ((2 * t_p - t_c) ** 2).mean()


def _of_kind(kind, device, dtype):
    """1, 2, 3, …, in one of the shapes and states in which parameters are found."""
    params = torch.arange(1, 7, device=device, dtype=dtype)
    if kind == "plain":
        return params
    if kind == "transposed":
        return params.reshape(2, 3).t().requires_grad_()
    if kind == "number":
        return params[3].requires_grad_()
    params.requires_grad_()
    return 1 * params if kind == "computed" else params
