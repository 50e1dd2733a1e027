"""Adam (§5.5.2): two moving averages for each element, and a step of about lr."""

import functools

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.book import thermometer
from katas._dojo.writing.forbidding import forbid_code_of
from katas.ch05_mechanics.adam import Adam

OPTIONS = {
    "defaults": {},
    "lr": {"lr": 0.1},
    "betas": {"lr": 0.1, "betas": (0.5, 0.75)},
    "no beta1": {"lr": 0.1, "betas": (0.0, 0.9)},
    "eps": {"lr": 0.1, "eps": 0.5},
}


@pytest.mark.parametrize("options", OPTIONS)
def test_parameters_move_as_under_torch(device, dtype, options):
    """After each of four steps every parameter stands where torch.optim.Adam would have put it."""
    expected = _steps_under_torch(options, device, dtype)
    params = _parameters(device, dtype)
    optimizer = Adam(params, **OPTIONS[options])
    for count, wanted in enumerate(expected, start=1):
        optimizer.zero_grad()
        _give_gradients(params, count)
        optimizer.step()
        _assert_all_close(params, wanted, f"after step {count}")


@pytest.mark.parametrize("dtype", [torch.float64])
def test_adam_reaches_the_loss_of_the_book(device, dtype):
    """At lr 0.1 on the raw readings, the loss in epoch 500 is 7.612900, as §5.5.2 prints."""
    t_u, t_c = thermometer(device, dtype)
    inputs = torch.stack([t_u, torch.ones_like(t_u)])
    curvature, slope = 2 * inputs @ inputs.T / len(t_c), 2 * inputs @ t_c / len(t_c)
    params = torch.tensor([1.0, 0.0], device=device, dtype=dtype, requires_grad=True)
    optimizer = Adam([params], lr=1e-1)
    for _ in range(499):
        params.grad = curvature @ params.detach() - slope
        optimizer.step()
    loss = ((params @ inputs - t_c) ** 2).mean()
    expected = torch.tensor(7.612900, device=device, dtype=dtype)
    assert_close(loss, expected, rtol=1e-5, atol=0, what="the loss in epoch 500")


@pytest.mark.parametrize("scale", [1e-6, 1e6])
def test_the_size_of_the_gradients_does_not_matter(device, dtype, scale):
    """With eps = 0, gradients a million times larger or smaller make the same steps."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizers = [Adam(tensors, lr=0.1, eps=0.0) for tensors in (params, twins)]
    for count in (1, 2, 3):
        _give_gradients(params, count, scale)
        _give_gradients(twins, count)
        for optimizer in optimizers:
            optimizer.step()
    _assert_all_close(params, twins, "after three steps")


@pytest.mark.parametrize(
    "gradients",
    [("none", "none", "some", "some"), ("some", "none", "some", "zero"), ("zero", "some", "none")],
    ids="-".join,
)
def test_no_gradient_no_move(device, dtype, gradients):
    """Where grad is None nothing moves or counts; where it is zero the averages go on."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer, torchs = Adam(params, lr=0.1), torch.optim.Adam(twins, lr=0.1)
    for count, kind in enumerate(gradients, start=1):
        for tensors in (params, twins):
            _give_gradients(tensors, count)
            if kind == "none":
                tensors[1].grad = None
            elif kind == "zero":
                tensors[1].grad.zero_()
        optimizer.step()
        torchs.step()
        _assert_all_close(params, twins, f"after step {count}")


def test_a_step_leaves_the_gradients_as_they_are(device, dtype):
    """step only reads the gradients, and holds on to none: they may change in place afterwards."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer, torchs = Adam(params, lr=0.1), torch.optim.Adam(twins, lr=0.1)
    for tensors in (params, twins):
        _give_gradients(tensors, 1)
    for _ in range(3):
        optimizer.step()
        torchs.step()
        for param, twin in zip(params, twins, strict=True):
            _assert_exact(param.grad, twin.grad, what="a gradient, after step")
            param.grad.mul_(-2)
            twin.grad.mul_(-2)
    _assert_all_close(params, twins, "after three steps on gradients changed in place")


def test_zero_grad_clears_every_gradient(device, dtype):
    """zero_grad sets every gradient to None or to zeros; parameters and averages stay."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer, torchs = Adam(params, lr=0.1), torch.optim.Adam(twins, lr=0.1)
    for count in (1, 2):
        for tensors in (params, twins):
            _give_gradients(tensors, count)
            tensors[1].grad = None
        optimizer.step()
        torchs.step()
        optimizer.zero_grad()
        _assert_all_close(params, twins, f"after step {count} and zero_grad")
        for index, param in enumerate(params):
            if param.grad is not None:
                what = f"the gradient of parameter {index}, after zero_grad"
                _assert_exact(param.grad, torch.zeros_like(param), what)


def test_the_parameters_may_come_from_a_generator(device, dtype):
    """params may be a generator like model.parameters(): read it once, and keep what it gave."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    optimizer = Adam((param for param in params), lr=0.1)
    torchs = torch.optim.Adam(twins, lr=0.1)
    for count in (1, 2):
        optimizer.zero_grad()
        for tensors in (params, twins):
            _give_gradients(tensors, count)
        optimizer.step()
        torchs.step()
    _assert_all_close(params, twins, "after two steps")


def test_a_new_optimizer_starts_afresh(device, dtype):
    """Averages belong to one optimizer: a second one on the same parameters has its own."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    ours = [Adam(params, lr=0.1) for _ in range(2)]
    torchs = [torch.optim.Adam(twins, lr=0.1) for _ in range(2)]
    for count, turn in enumerate([0, 1, 0, 1], start=1):
        for tensors in (params, twins):
            _give_gradients(tensors, count)
        ours[turn].step()
        torchs[turn].step()
        _assert_all_close(params, twins, f"after step {count}, by optimizer {turn}")


def test_a_step_is_taken_in_place(device, dtype):
    """A parameter is a leaf in the same memory after a step: whoever shares it sees the move."""
    params = _parameters(device, dtype)
    memory = [param.detach() for param in params]
    optimizer = Adam(params, lr=0.1)
    for _ in range(2):
        optimizer.zero_grad()
        sum((param**2).sum() for param in params).backward()
        optimizer.step()
    for index, (param, same_memory) in enumerate(zip(params, memory, strict=True)):
        assert_equal(param.is_leaf, True, what=f"is_leaf of parameter {index}")
        assert_equal(param.requires_grad, True, what=f"requires_grad of parameter {index}")
        assert_close(same_memory, param, what=f"parameter {index}, seen through its own memory")


def test_adam_does_without_torch_optim(device, dtype):
    """Adam is written out here: neither torch.optim.Adam nor other code of torch.optim runs."""
    params, twins = _parameters(device, dtype), _parameters(device, dtype)
    for tensors in (params, twins):
        _give_gradients(tensors, 1)
    with forbid_code_of("torch.optim", because="This kata builds the optimizer itself."):
        optimizer = Adam(params, lr=0.1)
        optimizer.step()
        optimizer.zero_grad()
    torch.optim.Adam(twins, lr=0.1).step()
    _assert_all_close(params, twins, "after one step")


def _parameters(device, dtype):
    """A matrix that is not contiguous, two vectors, a number: leaves, the same at every call."""
    numbers = torch.linspace(-1, 2, 6, device=device, dtype=dtype)
    values = [numbers.reshape(2, 3).T, numbers[1:4], numbers[3:], numbers[0]]
    return [value.clone().requires_grad_() for value in values]


@functools.cache
def _steps_under_torch(options, device, dtype):
    """Where torch.optim.Adam has put the parameters after each of four steps."""
    params = _parameters(device, dtype)
    optimizer = torch.optim.Adam(params, **OPTIONS[options])
    steps = []
    for count in range(1, 5):
        _give_gradients(params, count)
        optimizer.step()
        steps.append([param.detach().clone() for param in params])
    return steps


def _give_gradients(params, count, scale=1.0):
    """Give each parameter a gradient of its own, new at every count, and zero nowhere."""
    for index, param in enumerate(params, start=1):
        param.grad = scale * torch.sin(param.detach() + count * index) * index


def _assert_all_close(params, expected, when):
    __tracebackhide__ = True
    for index, (param, wanted) in enumerate(zip(params, expected, strict=True)):
        _assert_exact(param, wanted, what=f"parameter {index}, {when}")


def _assert_exact(actual, expected, what):
    """To rounding: in float64 closer than any detour through float32 comes."""
    __tracebackhide__ = True
    tolerance = 1e-12 if expected.dtype == torch.float64 else None
    assert_close(actual, expected, rtol=tolerance, atol=tolerance, what=what)
