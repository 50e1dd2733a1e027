"""In-place update (§5.5.1): a step moves the numbers; the tensors stay the same."""

import pytest
import torch
from torch.nn.functional import mse_loss

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.in_place_update import update

SHAPES = [(), (3,), (2, 3), (0,)]


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
@pytest.mark.parametrize("learning_rate", [0.1, 2.0, 0.0])
def test_each_parameter_moves_against_its_own_gradient(device, dtype, learning_rate):
    """Every parameter, whatever its shape, becomes p - learning_rate * p.grad."""
    params = [_param(shape, device, dtype) for shape in SHAPES]
    expected = [p.detach() - learning_rate * p.grad for p in params]
    update(params, learning_rate)
    for p, moved in zip(params, expected, strict=True):
        what = f"the parameter of shape {list(p.shape)}"
        assert_close(p, moved, what=what, **_rounding(dtype))


def test_a_generator_of_parameters(device, dtype):
    """params may be a generator, which can be gone through once: every parameter takes its step."""
    params = [_param(shape, device, dtype) for shape in SHAPES]
    expected = [p.detach() - 0.1 * p.grad for p in params]
    update((p for p in params), learning_rate=0.1)
    for p, moved in zip(params, expected, strict=True):
        assert_close(p, moved, what=f"the parameter of shape {list(p.shape)}")


def test_whoever_holds_the_parameter_sees_the_step(device, dtype):
    """The numbers change in their own memory: views made before the step see it."""
    p = _param((3, 2), device, dtype).detach().t().requires_grad_()
    p.grad = _ramp((2, 3), device, dtype)
    expected = p.detach() - 0.1 * p.grad
    row, everything = p.detach()[1], p.detach()
    update([p], 0.1)
    assert_close(p, expected, what="the parameter")
    assert_close(everything, expected, what="the same memory, seen through detach")
    assert_close(row, expected[1], what="the same memory, seen through a row")


def test_the_parameter_is_still_a_leaf(device, dtype):
    """After the step it is a leaf that requires a gradient, as before, with no history."""
    p = _param((3,), device, dtype)
    update([p], 0.1)
    assert_equal(p.is_leaf, True, what="is_leaf")
    assert_equal(p.requires_grad, True, what="requires_grad")


def test_a_second_step_goes_on_from_the_first(device, dtype):
    """The tensors that took one step get a new gradient from backward, and take another."""
    w, b = _param((), device, dtype), _param((2,), device, dtype)
    expected_w, expected_b = w.detach().clone(), b.detach().clone()
    for _ in range(2):
        w.grad = b.grad = None
        (w**2 + (3 * b**2).sum()).backward()
        update([w, b], 0.1)
        expected_w, expected_b = 0.8 * expected_w, 0.4 * expected_b
    assert_close(w, expected_w, what="w after two steps")
    assert_close(b, expected_b, what="b after two steps")


def test_gradients_stay_as_they_are(device, dtype):
    """The step reads each .grad: it neither clears nor scales nor replaces it."""
    params = [_param(shape, device, dtype) for shape in SHAPES]
    grads = [p.grad for p in params]
    before = [grad.clone() for grad in grads]
    update(params, 0.1)
    for p, grad, values in zip(params, grads, before, strict=True):
        assert_equal(p.grad is grad, True, what="whether .grad is the same tensor")
        assert_close(p.grad, values, rtol=0, atol=0, what="the gradient")


def test_a_parameter_without_a_gradient_stays(device, dtype):
    """Where .grad is None the parameter is left alone, .grad included; those after it move."""
    unused, frozen = _ramp((2,), device, dtype).requires_grad_(), _ramp((3,), device, dtype)
    p = _param((3,), device, dtype)
    expected = p.detach() - 0.1 * p.grad
    update([unused, frozen, p], 0.1)
    assert_close(unused, _ramp((2,), device, dtype), what="the parameter without a gradient")
    assert_equal(unused.grad, None, what="its gradient")
    assert_equal(frozen.requires_grad, False, what="requires_grad of a frozen parameter")
    assert_close(p, expected, what="the parameter with a gradient")


@pytest.mark.parametrize("mode", [True, False], ids=["grad mode on", "grad mode off"])
def test_the_grad_mode_stays(device, dtype, mode):
    """Grad mode is on afterwards if it was on, and off if it was off."""
    p = _param((3,), device, dtype)
    expected = p.detach() - 0.1 * p.grad
    with torch.set_grad_enabled(mode):
        update([p], 0.1)
        assert_equal(torch.is_grad_enabled(), mode, what="grad mode after the step")
    assert_close(p, expected, what="the parameter")


@pytest.mark.parametrize("mode", [True, False], ids=["grad mode on", "grad mode off"])
def test_the_grad_mode_stays_after_an_error(device, dtype, mode):
    """If params raises an error, it reaches the caller, and grad mode is what it was."""
    with torch.set_grad_enabled(mode):
        with assert_raises(LookupError, "no more"):
            update(_param_and_error(device, dtype), 0.1)
        assert_equal(torch.is_grad_enabled(), mode, what="grad mode after the error")


def test_autograd_notices_the_step(device, dtype):
    """A loss from before the step cannot go backward any more: its old numbers are gone."""
    p = _param((3,), device, dtype)
    loss = (p**2).sum()
    update([p], 0.1)
    with assert_raises(RuntimeError):
        loss.backward()


@pytest.mark.parametrize(
    ("scale", "learning_rate", "n_steps", "loss"),
    [(1.0, 1e-4, 2, 78.929634), (0.1, 1e-2, 10, 28.941875)],
    ids=["t_u", "t_un"],
)
def test_the_losses_in_the_book(device, dtype, scale, learning_rate, n_steps, loss):
    """From w = 1, b = 0, held as two tensors, the steps lead to the losses of §5.4."""
    t_u, t_c = thermometer(device, dtype)
    w = torch.tensor(1.0, device=device, dtype=dtype, requires_grad=True)
    b = torch.tensor(0.0, device=device, dtype=dtype, requires_grad=True)
    for _ in range(n_steps):
        w.grad = b.grad = None
        mse_loss(w * (scale * t_u) + b, t_c).backward()
        update([w, b], learning_rate)
    expected = torch.tensor(loss, device=device, dtype=dtype)
    after = mse_loss(w * (scale * t_u) + b, t_c)
    assert_close(after, expected, rtol=1e-5, atol=0, what="the loss after the steps")


def _ramp(shape, device, dtype):
    """1, 2, 3, …, in this shape."""
    n_elements = torch.Size(shape).numel()
    return torch.arange(1, n_elements + 1, device=device, dtype=dtype).reshape(shape)


def _param(shape, device, dtype):
    """A leaf that holds a gradient, no two elements of which are alike."""
    p = _ramp(shape, device, dtype).requires_grad_()
    p.grad = (2.5 * _ramp(shape, device, dtype) + 0.5).sin()
    return p


def _param_and_error(device, dtype):
    yield _param((3,), device, dtype)
    raise LookupError("no more parameters")


def _rounding(dtype):
    """Tight in float64, so that a detour through float32 shows."""
    return {"rtol": 1e-12, "atol": 1e-12} if dtype == torch.float64 else {}
