"""The rate of change (§5.4.1): a look to either side says which way the loss falls."""

import pytest
import torch
from torch.nn.functional import mse_loss

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch05_mechanics.rate_of_change import rates_of_change, step

each_delta = pytest.mark.parametrize("delta", [0.1, 0.5, 2.0])


def _line(t_u, w, b):
    return w * t_u + b


def _squared(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


def _cubed(t_p, t_c):
    return ((t_p - t_c) ** 3).mean()


@each_delta
def test_the_rates_of_a_squared_error_are_its_derivatives(device, dtype, delta):
    """For a squared error, the rates with w and b are its derivatives, however far you look."""
    t_u, t_c, w, b = _samples(device, dtype)
    leaves = [it.clone().requires_grad_() for it in (w, b)]
    expected = torch.autograd.grad(mse_loss(_line(t_u, *leaves), t_c), leaves)
    rates = rates_of_change(_line, _squared, t_u, t_c, w, b, delta)
    _assert_pair(rates, expected, "rate with")


@each_delta
def test_the_rates_are_central_differences(device, dtype, delta):
    """A rate is (loss at + delta, less loss at - delta) / (2 delta), whatever the derivative is."""
    t_u, t_c, w, b = _samples(device, dtype)
    error = _line(t_u, w, b) - t_c
    # ((e + d)³ - (e - d)³) / 2d, written out
    with_w = (3 * error**2 * t_u + delta**2 * t_u**3).mean()
    with_b = (3 * error**2).mean() + delta**2
    rates = rates_of_change(_line, _cubed, t_u, t_c, w, b, delta=delta)
    _assert_pair(rates, (with_w, with_b), "rate with")


def test_delta_is_a_tenth_unless_given(device, dtype):
    """Without a delta both functions look 0.1 to either side."""
    t_u, t_c, w, b = _samples(device, dtype)
    tenth = rates_of_change(_line, _cubed, t_u, t_c, w, b, 0.1)
    _assert_pair(rates_of_change(_line, _cubed, t_u, t_c, w, b), tenth, "rate with")
    there = step(_line, _cubed, t_u, t_c, w, b, 0.01, 0.1)
    _assert_pair(step(_line, _cubed, t_u, t_c, w, b, 0.01), there, "new")


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32, torch.float64])
def test_any_model_and_any_loss_will_do(device, dtype):
    """The model and the loss are those handed in, even where autograd cannot follow them."""
    t_u, t_c, w, b = torch.tensor([1.0, 2.0, 4.0, 1.5], device=device, dtype=dtype)
    t_u, t_c = t_u.reshape(1), t_c.reshape(1)

    def model(t_u, w, b):
        return (w * t_u**2 + 4 * b).round()

    def loss_fn(t_p, t_c):
        return (t_p.detach() > 2 * t_c).sum().to(t_p.dtype) + t_p.detach().max()

    # At delta 1: 11 and 9 with w, 14 and 6 with b, each beyond 2 * 2.
    expected = torch.tensor([1.0, 4.0], device=device, dtype=dtype)
    _assert_pair(rates_of_change(model, loss_fn, t_u, t_c, w, b, 1.0), expected, "rate with")
    expected = torch.stack([w, b]) - 0.5 * expected
    _assert_pair(step(model, loss_fn, t_u, t_c, w, b, 0.5, 1.0), expected, "new")


def test_the_rates_in_the_book(device, dtype):
    """At w = 1, b = 0 the loss changes by 4517.297 for each unit of w, and by 82.6 for one of b."""
    t_u, t_c = thermometer(device, dtype)
    w, b = torch.tensor([1.0, 0.0], device=device, dtype=dtype)
    expected = torch.tensor([4517.2969, 82.6000], device=device, dtype=dtype)
    rates = rates_of_change(_line, _squared, t_u, t_c, w, b)
    _assert_pair(rates, expected, "rate with", rtol=1e-4, atol=0)


@pytest.mark.parametrize(
    ("learning_rate", "loss"), [(1e-2, 5802485.5), (1e-4, 323.090546)], ids=["1e-2", "1e-4"]
)
def test_one_step_in_the_book(device, dtype, learning_rate, loss):
    """One step from w = 1, b = 0 gives the second loss of §5.4.3, for either learning rate."""
    t_u, t_c = thermometer(device, dtype)
    w, b = torch.tensor([1.0, 0.0], device=device, dtype=dtype)
    gradient = torch.tensor([4517.2969, 82.6000], device=device, dtype=dtype)
    expected = torch.stack([w, b]) - learning_rate * gradient
    new = step(_line, _squared, t_u, t_c, w, b, learning_rate)
    _assert_pair(new, expected, "new", rtol=1e-4, atol=0)
    expected = torch.tensor(loss, device=device, dtype=dtype)
    assert_close(_squared(_line(t_u, *new), t_c), expected, rtol=1e-4, atol=0, what="second loss")


@each_delta
def test_a_step_moves_both_parameters_from_where_they_are(device, dtype, delta):
    """step takes both rates at the given w and b, and only then moves both against them."""
    t_u, t_c, w, b = _samples(device, dtype)
    error = _line(t_u, w, b) - t_c
    with_w = (3 * error**2 * t_u + delta**2 * t_u**3).mean()
    with_b = (3 * error**2).mean() + delta**2
    expected = (w - 0.05 * with_w, b - 0.05 * with_b)
    new = step(_line, _cubed, t_u, t_c, w, b, learning_rate=0.05, delta=delta)
    _assert_pair(new, expected, "new")


def test_what_is_handed_in_stays_as_it_is(device, dtype):
    """Neither function changes w, b or the data: looking to a side must leave no trace of it."""
    t_u, t_c, w, b = _samples(device, dtype)
    w.grad, b.grad = torch.full_like(w, 7.0), torch.full_like(b, 7.0)
    with assert_untouched(t_u, t_c, w, b):
        rates_of_change(_line, _squared, t_u, t_c, w, b, 0.3)
    with assert_untouched(t_u, t_c, w, b):
        step(_line, _squared, t_u, t_c, w, b, 0.05, 0.3)


def _samples(device, dtype):
    """Readings and temperatures of shape [4], not contiguous, and a line to start from."""
    table = torch.arange(8, device=device, dtype=dtype).reshape(4, 2)
    t_u, t_c = (table.sin() + 0.5).unbind(1)
    w, b = torch.tensor([0.7, -0.25], device=device, dtype=dtype)
    return t_u, t_c, w, b


def _assert_pair(pair, expected, what, **tolerances):
    """Require what belongs to w, then what belongs to b, each a tensor."""
    __tracebackhide__ = True
    assert_equal(len(pair), 2, what="how many came back")
    for actual, wanted, name in zip(pair, expected, "wb", strict=True):
        assert_close(actual, wanted, what=f"the {what} {name}", **tolerances)
