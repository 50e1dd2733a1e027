"""The elastic net (§8.5.2): L1 makes zeros, L2 shares."""

import math

import pytest
import torch
from torch import nn
from torch.nn.functional import mse_loss

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch08_convolutions.l1_and_elastic_net import elastic_net, soft_threshold_

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
in_float64 = pytest.mark.parametrize("dtype", [torch.float64])
lambdas = pytest.mark.parametrize(("l1_lambda", "l2_lambda"), [(0.3, 0.02), (0.5, 0), (0, 0.1)])


@lambdas
def test_the_penalty_is_of_both_kinds(device, dtype, l1_lambda, l2_lambda):
    """It is l1_lambda times the sum of |p| plus l2_lambda times that of p**2, of all parameters."""
    model = _nested(device, dtype)
    elements = [x for p in model.parameters() for x in p.double().flatten().tolist()]
    l1, l2 = math.fsum(map(abs, elements)), math.fsum(x**2 for x in elements)
    expected = torch.tensor(l1_lambda * l1 + l2_lambda * l2, device=device, dtype=dtype)
    with assert_untouched(model):
        penalty = elastic_net(model, l1_lambda, l2_lambda)
    # The usual tolerance of float64 would let sums in float32 pass.
    exact = {"rtol": 1e-12, "atol": 1e-12} if dtype == torch.float64 else {}
    assert_close(penalty, expected, **exact)


@each_dtype
def test_three_and_minus_four(device, dtype):
    """A weight of 3 and a bias of -4 give 0.5 * 7 + 0.25 * 25, in the dtype that they have."""
    model = nn.Linear(1, 1).to(device=device, dtype=dtype)
    nn.init.constant_(model.weight, 3)
    nn.init.constant_(model.bias, -4)
    assert_close(elastic_net(model, 0.5, 0.25), torch.tensor(9.75, device=device, dtype=dtype))


@lambdas
def test_the_pull_of_l1_is_the_same_for_all(device, dtype, l1_lambda, l2_lambda):
    """The gradient of |p| is 1, -1, or at 0 itself 0, however large p is; that of p**2 is 2 * p."""
    model = _nested(device, dtype)
    parameters = dict(model.named_parameters())
    with torch.no_grad():
        parameters["0.weight"][1] = 0
        parameters["2.0.bias"][0] = 1e4
    upstream = torch.tensor(-0.7, device=device, dtype=dtype)
    penalty = elastic_net(model, l1_lambda, l2_lambda)
    assert_equal(penalty.requires_grad, True, what="requires_grad of the result")
    gradients = torch.autograd.grad(penalty, parameters.values(), upstream, materialize_grads=True)
    for (name, p), gradient in zip(parameters.items(), gradients, strict=True):
        expected = -0.7 * (l1_lambda * p.detach().sign() + l2_lambda * 2 * p.detach())
        assert_close(gradient, expected, what=f"the gradient of {name}")


@each_dtype
@pytest.mark.parametrize("threshold", [0.5, 0.25, 0.0])
def test_everything_comes_nearer_to_zero(device, dtype, threshold):
    """Each element moves towards 0 by the threshold; what is no farther away than that is 0."""
    elements = [3.0, -2.0, 0.5, -0.5, 0.375, -0.375, 0.0, 0.625, -40.0]
    wanted = [math.copysign(max(abs(x) - threshold, 0), x) for x in elements]
    model = nn.Linear(2, 3).to(device=device, dtype=dtype)
    with torch.no_grad():
        nn.utils.vector_to_parameters(torch.tensor(elements).to(model.weight), model.parameters())
    soft_threshold_(model, threshold)
    expected = torch.tensor(wanted, device=device, dtype=dtype)
    assert_close(nn.utils.parameters_to_vector(model.parameters()).detach(), expected)


def test_the_parameters_stay_in_their_place(device, dtype):
    """The numbers change in the tensors that the optimizer holds: no graph, no other gradients."""
    model = _nested(device, dtype)
    before = {name: (p, p.detach(), p.detach().clone()) for name, p in model.named_parameters()}
    for p in model.parameters():
        p.grad = torch.full_like(p, 3)
    soft_threshold_(model, 0.125)
    for name, p in model.named_parameters():
        held, view, numbers = before[name]
        assert_equal(p is held, True, what=f"whether {name} is the parameter that it was")
        expected = torch.where(numbers.abs() > 0.125, numbers - 0.125 * numbers.sign(), 0)
        assert_close(view, expected, what=f"{name}, seen through another view of it")
        assert_equal((p.requires_grad, p.is_leaf), (True, True), what=f"{name} is trained, a leaf")
        assert_close(p.grad, torch.full_like(p, 3), what=f"the gradient of {name}")
    assert_close(model[2][1].running_mean, torch.full_like(model[2][1].bias, 5), what="a buffer")


@in_float64
def test_l1_makes_zeros(device, dtype):
    """Inputs that matter little end with a weight of 0 under L1, with a small one under L2."""
    columns, strengths = ["sin(t)", "sin(2t)", "cos(3t)"], [2.0, 0.1, -0.15]
    weights = _trained(columns, strengths, 0.2, 0, device, dtype)
    _assert_weights(weights, [1.8, 0, 0], "the weights with L1")
    weights = _trained(columns, strengths, 0, 0.25, device, dtype)
    _assert_weights(weights, [2 / 1.5, 0.1 / 1.5, -0.15 / 1.5], "the weights with L2")


@in_float64
def test_l1_in_the_loss_makes_no_zeros(device, dtype):
    """With L1 in the loss, weights that matter little come within a step of 0, not to it."""
    columns, strengths, lr = ["sin(t)", "sin(2t)"], [2.0, 0.1], 0.25
    weights = _trained(columns, strengths, 0.2, 0, device, dtype, lr, in_loss=True)
    _assert_about(weights, [1.8, 0], lr * 0.3, "the weights")
    assert_equal((weights == 0).tolist(), [False, False], what="which weights are 0")


@in_float64
@pytest.mark.parametrize(
    ("l1_lambda", "l2_lambda", "expected"),
    [
        (0.2, 0, [1.8, 0, 0]),
        (0, 0.25, [4 / 3.5, 2 / 3.5, 0.1 / 1.5]),
        (0.2, 0.25, [3.8 / 3.5, 1.2 / 3.5, 0]),
    ],
    ids=["L1 picks", "L2 shares", "elastic net"],
)
def test_of_inputs_that_say_the_same_l1_picks_and_l2_shares(
    device, dtype, l1_lambda, l2_lambda, expected
):
    """Of x and x / 2 L1 uses x, L2 both; an elastic net uses both, and makes zeros elsewhere."""
    columns, strengths = ["sin(t)", "sin(t) / 2", "cos(3t)"], [2.0, 0, 0.1]
    weights = _trained(columns, strengths, l1_lambda, l2_lambda, device, dtype)
    _assert_weights(weights, expected, "the weights of x, x / 2, another input")


def _trained(columns, strengths, l1_lambda, l2_lambda, device, dtype, lr=0.5, in_loss=False):
    """The weights that gradient descent finds for targets which are ``strengths`` of the columns.

    The waves are such that the gradient of the mean squared error is what a weight lacks: at 0.5
    a step takes half of it away, or a quarter where two inputs share it.
    """
    t = torch.arange(16, device=device, dtype=dtype) * (2 * math.pi / 16)
    waves = {
        "sin(t)": t.sin(),
        "sin(t) / 2": t.sin() / 2,
        "sin(2t)": (2 * t).sin(),
        "cos(3t)": (3 * t).cos(),
    }
    inputs = torch.stack([waves[column] for column in columns], dim=1)
    targets = (inputs @ torch.tensor(strengths, device=device, dtype=dtype))[:, None]
    model = nn.Linear(len(columns), 1, bias=False).to(device=device, dtype=dtype)
    nn.init.constant_(model.weight, 0.3)
    for _ in range(30):
        penalty = elastic_net(model, l1_lambda if in_loss else 0, l2_lambda)
        loss = mse_loss(model(inputs), targets) + penalty
        (gradient,) = torch.autograd.grad(loss, model.weight)
        model.weight.data -= lr * gradient
        if not in_loss:
            soft_threshold_(model, lr * l1_lambda)
    return model.weight.detach()[0]


def _assert_weights(weights, expected, what):
    __tracebackhide__ = True
    _assert_about(weights, expected, 1e-3, what)
    zeros = [weight == 0 for weight in expected]
    assert_equal((weights == 0).tolist(), zeros, what=f"{what}: which are 0")


def _assert_about(weights, expected, tolerance, what):
    __tracebackhide__ = True
    assert_close(weights, weights.new_tensor(expected), rtol=0, atol=tolerance, what=what)


def _nested(device, dtype):
    """Layers within layers, with numbers of either sign, and with buffers that are not small."""
    inner = nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3))
    inner[1].running_mean.fill_(5)
    model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), inner, nn.Linear(3, 1))
    with torch.no_grad():
        for p in model.parameters():
            p.copy_(torch.linspace(-1.5, 2.25, p.numel()).view_as(p))
    return model.to(device=device, dtype=dtype)
