"""Gradient accumulation (§5.5.1): backward adds, so clear what is old, keep what belongs."""

import math

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
from katas.ch05_mechanics.gradient_accumulation import accumulate_gradients, training_loop


@pytest.mark.parametrize(("n_epochs", "n_samples"), [(0, 11), (1, 1), (10, 11)])
@pytest.mark.parametrize("start", [(1.0, 0.0), (-0.5, 2.5)], ids=str)
def test_each_epoch_takes_one_step_down_the_gradient(device, dtype, n_epochs, n_samples, start):
    """Each epoch subtracts learning_rate times the gradient of this epoch's mean squared error."""
    t_u, t_c = _readings(device, dtype, n_samples)
    expected = _descended(n_epochs, t_u, t_c, start)
    trained = training_loop(n_epochs, 1e-2, _params(device, dtype, start), t_u, t_c)
    assert_close(trained, expected, **_rounding(dtype))


@pytest.mark.parametrize(("learning_rate", "n_epochs"), [(1.0, 3), (1e30, 15)])
def test_a_run_that_diverges_goes_on(device, dtype, learning_rate, n_epochs):
    """Nothing ends a run early: a rate too large leads to large numbers, then to NaN."""
    t_u, t_c = _readings(device, dtype)
    expected = _descended(n_epochs, t_u, t_c, learning_rate=learning_rate)
    trained = training_loop(n_epochs, learning_rate, _params(device, dtype), t_u, t_c)
    assert_close(trained, expected, **_rounding(dtype))


@pytest.mark.parametrize(
    ("scale", "learning_rate", "n_epochs", "printed"),
    [
        (1.0, 1e-2, 2, [2568.4014, 45.1637]),
        (1.0, 1e-4, 100, [0.2327, -0.0438]),
        (0.1, 1e-2, 1, [1.7761, 0.1064]),
    ],
    ids=["diverging", "slow", "scaled"],
)
def test_the_parameters_in_the_book(device, scale, learning_rate, n_epochs, printed):
    """From w = 1 and b = 0 the thermometers lead to the parameters that §5.4 prints."""
    t_u, t_c = thermometer(device, torch.float32)
    params = _params(device, torch.float32)
    trained = training_loop(n_epochs, learning_rate, params, scale * t_u, t_c)
    printed = torch.tensor(printed, device=device, dtype=torch.float32)
    assert_close(trained, printed, rtol=1e-5, atol=1e-4)  # four decimals are printed


@pytest.mark.parametrize(
    "stale", [[100.0, -50.0], [math.nan, math.inf]], ids=["left over", "diverged"]
)
def test_training_forgets_the_gradient_that_arrives(device, dtype, stale):
    """A gradient left in params.grad, NaN included, has no part in the first step or any other."""
    t_u, t_c = _readings(device, dtype)
    expected = _descended(3, t_u, t_c)
    params = _params(device, dtype)
    params.grad = torch.tensor(stale, device=device, dtype=dtype)
    trained = training_loop(3, 1e-2, params, t_u, t_c)
    assert_close(trained, expected, **_rounding(dtype))


def test_training_goes_on_where_it_stopped(device):
    """Two epochs, then three more from the same params, are five epochs."""
    t_u, t_c = _readings(device, torch.float64)
    expected = _descended(5, t_u, t_c)
    params = training_loop(2, 1e-2, _params(device, torch.float64), t_u, t_c)
    resumed = training_loop(3, 1e-2, params, t_u, t_c)
    assert_close(resumed, expected)


def test_params_is_updated_in_place(device):
    """The params that come back are those that went in: same object, same memory, still a leaf."""
    t_u, t_c = _readings(device, torch.float64)
    params = _params(device, torch.float64)
    same_memory = params.detach()
    with assert_untouched(t_u, t_c):
        trained = training_loop(2, 1e-2, params, t_u, t_c)
    assert_equal(trained is params, True, what="whether params itself came back")
    assert_close(same_memory, params, what="params as seen through its own memory")
    assert_equal(params.is_leaf, True, what="params.is_leaf")
    assert_equal(params.requires_grad, True, what="params.requires_grad")


@pytest.mark.parametrize("micro_batch_size", [1, 3, 100])
def test_micro_batches_add_up_to_the_gradient_of_the_whole(device, dtype, micro_batch_size):
    """Whatever the micro-batch size, short last one included, gradients are the whole batch's."""
    model, inputs, targets = _model(device, dtype), *_batch(device, dtype)
    _, expected = _whole_batch(model, nn.functional.mse_loss, inputs, targets)
    accumulate_gradients(model, nn.functional.mse_loss, inputs, targets, micro_batch_size)
    _assert_gradients(model, expected)


def test_the_mean_loss_comes_back_as_a_float(device, dtype):
    """What comes back is a float: the mean loss over the whole batch, each sample counted once."""
    model, inputs, targets = _model(device, dtype), *_batch(device, dtype)
    expected, _ = _whole_batch(model, nn.functional.mse_loss, inputs, targets)
    loss = accumulate_gradients(model, nn.functional.mse_loss, inputs, targets, 3)
    assert_equal(isinstance(loss, float), True, what="whether a float came back")
    loss = torch.tensor(loss, device=device, dtype=dtype)
    assert_close(loss, expected, what="the mean loss", **_rounding(dtype))


@pytest.mark.parametrize(
    "loss_fn", [nn.CrossEntropyLoss(), "lopsided"], ids=["classes", "lopsided"]
)
def test_any_loss_that_averages_over_its_batch_will_do(device, dtype, loss_fn):
    """loss_fn takes the prediction first, then the target, which may be class numbers in int64."""
    model, (inputs, targets) = _model(device, dtype), _batch(device, dtype, 5)
    if loss_fn == "lopsided":
        loss_fn = _lopsided_loss
    else:
        targets = torch.tensor([0, 1, 1, 0, 1], device=device)
    expected_loss, expected = _whole_batch(model, loss_fn, inputs, targets)
    loss = accumulate_gradients(model, loss_fn, inputs, targets, 2)
    _assert_gradients(model, expected)
    loss = torch.tensor(loss, device=device, dtype=dtype)
    assert_close(loss, expected_loss, what="the mean loss", rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("stale", [7.0, math.nan], ids=["left over", "diverged"])
def test_gradients_that_arrive_are_replaced(device, dtype, stale):
    """Old gradients, NaN included, are gone afterwards: those of parameters out of use as well."""
    model, inputs, targets = _model(device, dtype), *_batch(device, dtype)
    _, expected = _whole_batch(model, nn.functional.mse_loss, inputs, targets)
    model.unused = nn.Parameter(torch.ones(2, device=device, dtype=dtype))
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, stale)
    accumulate_gradients(model, nn.functional.mse_loss, inputs, targets, 3)
    _assert_gradients(model, expected)
    _assert_none_or_zeros(model.unused.grad, "the gradient of unused")


def test_shared_and_frozen_parameters(device):
    """A layer used twice gets both its gradients, once; a frozen parameter gets none."""
    shared = nn.Linear(3, 3, device=device, dtype=torch.float64)
    shared.bias.requires_grad_(False)
    model, inputs = nn.Sequential(shared, nn.Tanh(), shared), _batch(device, torch.float64)[0]
    _, expected = _whole_batch(model, nn.functional.mse_loss, inputs, inputs)
    accumulate_gradients(model, nn.functional.mse_loss, inputs, inputs, 3)
    _assert_none_or_zeros(shared.bias.grad, "the gradient of a frozen bias")
    assert_close(shared.weight.grad, expected["0.weight"], what="the gradient of a shared weight")


@pytest.mark.parametrize(
    ("n_samples", "micro_batch_size", "n_micro_batches"),
    [(7, 3, 3), (6, 3, 2), (4, 1, 4), (4, 9, 1), (1, 1, 1)],
)
def test_each_micro_batch_goes_forward_then_backward(
    device, n_samples, micro_batch_size, n_micro_batches
):
    """One forward with at most micro_batch_size samples, its backward, then the next."""
    model = _model(device, torch.float64)
    inputs, targets = _batch(device, torch.float64, n_samples)
    passes, sizes = [], []

    def watch(layer, inputs, output):
        passes.append("forward")
        sizes.append(len(output))
        if output.requires_grad:
            output.register_hook(lambda grad: passes.append("backward"))

    model[-1].register_forward_hook(watch)
    accumulate_gradients(model, nn.functional.mse_loss, inputs, targets, micro_batch_size)
    assert_equal(passes, ["forward", "backward"] * n_micro_batches, what="passes through the model")
    assert_equal(sum(sizes), n_samples, what="samples that went through the model")
    too_large = [size for size in sizes if size > micro_batch_size]
    assert_equal(too_large, [], what=f"micro-batches of more than {micro_batch_size}")


def test_nothing_but_gradients_changes(device, dtype):
    """Parameters, buffers, training flags, inputs, random numbers: all as before, no step taken."""
    layers = nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Dropout(), _TwiceInTraining(), nn.Linear(4, 2)
    model = nn.Sequential(*layers)
    model.to(device=device, dtype=dtype).train()
    model[1].eval()
    model[2].eval()
    model[4].bias.requires_grad_(False)
    inputs, targets = _batch(device, dtype)
    _, expected = _whole_batch(model, nn.functional.mse_loss, inputs, targets)
    with assert_untouched(model, inputs, targets):
        accumulate_gradients(model, nn.functional.mse_loss, inputs, targets, 3)
        _assert_gradients(model, expected)
        model.zero_grad()


@pytest.mark.parametrize("micro_batch_size", [0, -1])
def test_a_micro_batch_holds_at_least_one_sample(device, micro_batch_size):
    """A micro_batch_size below 1 raises a ValueError that names it."""
    model, inputs, targets = _model(device, torch.float32), *_batch(device, torch.float32)
    with assert_raises(ValueError, ("micro_batch_size", micro_batch_size)):
        accumulate_gradients(model, nn.functional.mse_loss, inputs, targets, micro_batch_size)


def _params(device, dtype, start=(1.0, 0.0)):
    return torch.tensor(start, device=device, dtype=dtype, requires_grad=True)


def _readings(device, dtype, n_samples=11):
    """The thermometers, scaled as in §5.4.4: two columns of one table, so not contiguous."""
    t_u, t_c = thermometer(device, dtype)
    return torch.stack([0.1 * t_u, t_c], dim=1)[:n_samples].unbind(dim=1)


def _descended(n_epochs, t_u, t_c, start=(1.0, 0.0), learning_rate=1e-2):
    """Where w and b go, by plain arithmetic."""
    w, b = start
    readings = list(zip(t_u.tolist(), t_c.tolist(), strict=True))
    for _ in range(n_epochs):
        dw = sum(2 * (w * u + b - c) * u for u, c in readings) / len(readings)
        db = sum(2 * (w * u + b - c) for u, c in readings) / len(readings)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return t_u.new_tensor([w, b])


def _model(device, dtype):
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    return model.to(device=device, dtype=dtype)


def _batch(device, dtype, n_samples=7):
    """Inputs of shape [n_samples, 3], not contiguous, and targets of shape [n_samples, 2]."""
    numbers = torch.arange(5 * n_samples, device=device, dtype=dtype).sin()
    return numbers.reshape(5, n_samples).t().split([3, 2], dim=1)


class _TwiceInTraining(nn.Module):
    def forward(self, inputs):
        return 2 * inputs if self.training else inputs


def _lopsided_loss(prediction, target):
    return ((2 * prediction - target) ** 2).sum(dim=1).mean()


def _whole_batch(model, loss_fn, inputs, targets):
    """The mean loss, and the gradient of each parameter that is not frozen, in one go."""
    loss = loss_fn(model(inputs), targets)
    trained = {name: p for name, p in model.named_parameters() if p.requires_grad}
    gradients = torch.autograd.grad(loss, trained.values())
    return loss.detach(), dict(zip(trained, gradients, strict=True))


def _assert_gradients(model, expected):
    __tracebackhide__ = True
    for name, parameter in model.named_parameters():
        if name in expected:
            what = f"the gradient of {name}"
            assert_close(parameter.grad, expected[name], what=what, **_rounding(parameter.dtype))


def _assert_none_or_zeros(gradient, what):
    __tracebackhide__ = True
    if gradient is not None:
        assert_close(gradient, torch.zeros_like(gradient), what=what)


def _rounding(dtype):
    """Tight in float64, so that a detour through float32 shows."""
    return {"rtol": 1e-11, "atol": 1e-11} if dtype == torch.float64 else {}
