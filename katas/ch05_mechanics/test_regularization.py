"""A penalty in the loss (§5.5.3, §8.5.1): what pulls the parameters towards zero."""

import copy
import math

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch05_mechanics.regularization import l2_penalty, penalized_loss


def _nested():
    """Layers within layers, with running statistics that are not parameters."""
    inner = nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3))
    inner[1].running_mean.fill_(5)
    return nn.Sequential(nn.Linear(2, 3), nn.Tanh(), inner, nn.Linear(3, 1))


def _frozen():
    model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
    model[0].requires_grad_(False)
    return model


def _shared():
    """Two layers with one weight."""
    model = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 2))
    model[2].weight = model[0].weight
    return model


class _Line(nn.Module):
    """The line of chapter 5: parameters of its own, of no dimension, and no layers."""

    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.5))
        self.b = nn.Parameter(torch.tensor(-17.0))


EACH = [torch.float32, torch.float64, torch.bfloat16]
MODELS = {"nested": _nested, "frozen": _frozen, "shared": _shared, "w and b": _Line}


@pytest.mark.parametrize("dtype", EACH)
@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_the_penalty_is_the_sum_of_all_squares(device, dtype, model):
    """Square every element of every parameter, biases and frozen ones too, and add them up."""
    model = model().to(device, dtype)
    squares = [x**2 for p in model.parameters() for x in p.double().flatten().tolist()]
    expected = torch.tensor(math.fsum(squares), device=device, dtype=dtype)
    # The usual tolerance of float64 would let squares in float32 pass.
    exact = {"rtol": 1e-12, "atol": 1e-12} if dtype == torch.float64 else {}
    assert_close(l2_penalty(model), expected, **exact)


@pytest.mark.parametrize("dtype", EACH)
def test_three_and_four_give_twenty_five(device, dtype):
    """A weight of 3 and a bias of -4 have the penalty 25: neither -1, nor 7, nor 5."""
    model = nn.Linear(1, 1).to(device, dtype)
    with torch.no_grad():
        model.weight.fill_(3)
        model.bias.fill_(-4)
    assert_close(l2_penalty(model), torch.tensor(25, device=device, dtype=dtype))


@pytest.mark.parametrize("scale", [1, 0, 1e4], ids=["ordinary", "all zero", "large"])
def test_the_gradient_is_twice_the_parameter(device, dtype, scale):
    """Each parameter's gradient is 2 * p times what comes from above; 0, not NaN, where p is 0."""
    model = _nested().to(device, dtype)
    with torch.no_grad():
        for p in model.parameters():
            p.mul_(scale)
    expected = {name: -1.4 * p.detach() for name, p in model.named_parameters()}
    upstream = torch.tensor(-0.7, device=device, dtype=dtype)
    gradients = _gradients(l2_penalty(model), model, upstream)
    for (name, wanted), gradient in zip(expected.items(), gradients, strict=True):
        assert_close(gradient, wanted, what=f"the gradient of {name}")


@pytest.mark.parametrize("dtype", EACH)
@pytest.mark.parametrize("l2_lambda", [0.0, 0.001, 2.5])
def test_the_penalty_is_added_to_the_loss(device, dtype, l2_lambda):
    """The result is loss + lambda * the sum of squares: lambda once, and a plus."""
    model = _nested().to(device, dtype)
    loss = _data_loss(model)
    squares = sum(p.detach().pow(2).sum() for p in model.parameters())
    expected = loss.detach() + l2_lambda * squares
    assert_close(penalized_loss(loss, model, l2_lambda), expected)


@pytest.mark.parametrize("l2_lambda", [0.0, 0.001, 2.5])
def test_both_terms_have_their_gradient(device, dtype, l2_lambda):
    """Going back, a parameter gets the gradient of the data's loss plus 2 * lambda * p."""
    model = _nested().to(device, dtype)
    pulls = {name: 2 * l2_lambda * p.detach() for name, p in model.named_parameters()}
    of_data = _gradients(_data_loss(model), model)
    gradients = _gradients(penalized_loss(_data_loss(model), model, l2_lambda), model)
    for (name, pull), data, gradient in zip(pulls.items(), of_data, gradients, strict=True):
        assert_close(gradient, data + pull, what=f"the gradient of {name}")


@pytest.mark.parametrize("l2_lambda", [0.001, 0.3])
def test_it_trains_as_weight_decay_does(device, l2_lambda):
    """SGD moves the parameters as it does with weight_decay, which is twice lambda (§8.5.1)."""
    model = _nested().to(device, torch.float64)
    decayed = copy.deepcopy(model)
    for _ in range(3):
        gradients = _gradients(penalized_loss(_data_loss(model), model, l2_lambda), model)
        with torch.no_grad():
            for p, gradient in zip(model.parameters(), gradients, strict=True):
                p -= 0.1 * gradient
    decaying = torch.optim.SGD(decayed.parameters(), lr=0.1, weight_decay=2 * l2_lambda)
    for _ in range(3):
        decaying.zero_grad()
        _data_loss(decayed).backward()
        decaying.step()
    for (name, p), expected in zip(model.named_parameters(), decayed.parameters(), strict=True):
        assert_close(p, expected, what=f"{name} after three steps")


@pytest.mark.parametrize("training", [True, False], ids=["training", "eval"])
def test_the_model_is_untouched(device, training):
    """Neither function changes a parameter, a buffer, a gradient or a flag, in whichever mode."""
    model = _nested().to(device, torch.float64).train(training)
    model[0].weight.requires_grad_(False)
    loss = _data_loss(model)
    model[3].weight.grad = torch.ones_like(model[3].weight)  # from an earlier step
    squares = sum(p.detach().pow(2).sum() for p in model.parameters())
    penalized = loss.detach() + 0.1 * squares
    with assert_untouched(model):
        penalty = l2_penalty(model)
        both = penalized_loss(loss, model, 0.1)
    assert_close(penalty, squares, what="the penalty")
    assert_close(both, penalized, what="the penalized loss")


def test_the_loss_of_the_data_keeps_its_value(device):
    """The loss that came in is still what to print: the penalty is not in it."""
    model = _nested().to(device, torch.float64)
    loss = _data_loss(model)
    before = loss.detach().clone()
    penalized_loss(loss, model, 0.1)
    assert_close(loss, before, what="the loss that was handed over")


def _data_loss(model):
    """The squared error of ``model`` on five samples, always the same five."""
    parameter = next(model.parameters())
    kind = {"device": parameter.device, "dtype": parameter.dtype}
    inputs = torch.linspace(-1, 2, 10, **kind).reshape(5, 2)
    targets = torch.tensor([[0.5], [14], [-4], [6], [13]], **kind)
    return nn.functional.mse_loss(model(inputs), targets)


def _gradients(result, model, upstream=None):
    """The gradient of each parameter; zeros where it has no part in ``result``."""
    parameters = list(model.parameters())
    return torch.autograd.grad(
        result, parameters, upstream, allow_unused=True, materialize_grads=True
    )
