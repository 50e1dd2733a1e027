"""The L2 penalty (§8.5.2): a term in the loss, or a setting of the optimizer."""

import copy
import functools

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.seeds import seeded
from katas.ch08_convolutions.l2_penalty import sgd_with_weight_decay, training_loop_l2reg

OPTIMIZERS = {
    "SGD": lambda parameters: torch.optim.SGD(parameters, lr=0.1),
    "momentum": lambda parameters: torch.optim.SGD(parameters, lr=0.1, momentum=0.9),
    "Adam": lambda parameters: torch.optim.Adam(parameters, lr=0.01),
}
each_optimizer = pytest.mark.parametrize("make", OPTIMIZERS.values(), ids=OPTIMIZERS)
PLAIN_SGD = {lr: functools.partial(torch.optim.SGD, lr=lr) for lr in (0.1, 0.02)}
each_lambda = pytest.mark.parametrize("l2_lambda", [0.001, 0.3])


@each_lambda
@each_optimizer
def test_each_step_follows_loss_and_penalty(device, dtype, make, l2_lambda):
    """Every batch is a step along its loss's gradient plus 2 * lambda * p, for each parameter p."""
    expected = _trained_by_hand(device, dtype, make, l2_lambda, n_steps=4)
    model, batches = _net(device, dtype), _batches(device, dtype)
    training_loop_l2reg(2, make(model.parameters()), model, _lopsided, batches, l2_lambda)
    _assert_same(model, expected)


def test_a_lambda_of_zero_is_no_penalty(device, dtype):
    """With lambda = 0 the loop is the plain one: only the loss counts."""
    make = OPTIMIZERS["SGD"]
    expected = _trained_by_hand(device, dtype, make, 0.0, n_steps=4)
    model, batches = _net(device, dtype), _batches(device, dtype)
    training_loop_l2reg(2, make(model.parameters()), model, _lopsided, batches, 0.0)
    _assert_same(model, expected)


def test_earlier_gradients_do_not_count(device, dtype):
    """A gradient that a parameter brings along has no part in the first step."""
    make = OPTIMIZERS["SGD"]
    expected = _trained_by_hand(device, dtype, make, 0.1, n_steps=2)
    model, batches = _net(device, dtype), _batches(device, dtype)
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 3.0)
    training_loop_l2reg(1, make(model.parameters()), model, _lopsided, batches, 0.1)
    _assert_same(model, expected)


@each_lambda
def test_without_data_the_parameters_shrink(device, dtype, l2_lambda):
    """If the loss pulls nowhere, a step makes each parameter smaller by 2 * lr * lambda * p."""
    model, batches = _net(device, dtype), _batches(device, dtype)[:1]
    shrunk = {name: it.detach() * (1 - 0.2 * l2_lambda) for name, it in model.named_parameters()}
    decaying = copy.deepcopy(model)
    plain = torch.optim.SGD(model.parameters(), lr=0.1)
    training_loop_l2reg(1, plain, model, _flat, batches, l2_lambda)
    _assert_same(model, shrunk)
    optimizer = sgd_with_weight_decay(decaying, 0.1, l2_lambda)
    training_loop_l2reg(1, optimizer, decaying, _flat, batches, 0.0)
    _assert_same(decaying, shrunk)


@each_lambda
@pytest.mark.parametrize("lr", PLAIN_SGD)
def test_weight_decay_does_what_the_penalty_does(device, dtype, lr, l2_lambda):
    """SGD with weight decay takes the steps that plain SGD takes with the penalty in the loss."""
    make = PLAIN_SGD[lr]
    expected = [_trained_by_hand(device, dtype, make, l2_lambda, n) for n in (1, 2, 3)]
    model, batches = _net(device, dtype), _batches(device, dtype)
    optimizer = sgd_with_weight_decay(model, lr, l2_lambda)
    for batch, after in zip([*batches, batches[0]], expected, strict=True):
        _train(model, optimizer, [batch])
        _assert_same(model, after)


def test_it_is_an_sgd_of_all_parameters(device):
    """What comes back is a torch.optim.SGD that holds each parameter of the model once."""
    model = _net(device, torch.float32)
    optimizer = sgd_with_weight_decay(model, lr=0.1, l2_lambda=0.01)
    assert_equal(type(optimizer).__name__, "SGD", what="the type of what came back")
    held = [id(it) for group in optimizer.param_groups for it in group["params"]]
    names = [name for name, it in model.named_parameters() if held.count(id(it)) != 1]
    assert_equal(names, [], what="parameters that it does not hold once")


@functools.cache
def _trained_by_hand(device, dtype, make, l2_lambda, n_steps):
    """The parameters of the net after training, with 2 * lambda * p added by hand."""
    twin = _net(device, dtype)
    batches = 2 * _batches(device, dtype)
    _train(twin, make(twin.parameters()), batches[:n_steps], l2_lambda)
    return dict(twin.named_parameters())


def _train(model, optimizer, batches, l2_lambda=0.0):
    for imgs, labels in batches:
        optimizer.zero_grad()
        _lopsided(model(imgs), labels).backward()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.grad += 2 * l2_lambda * parameter
        optimizer.step()


def _lopsided(outputs, labels):
    """No loss that anybody would write into the loop."""
    return 0.5 * cross_entropy(outputs, labels) + outputs[:, 0].mean()


def _flat(outputs, labels):
    """A loss that is 3 whatever comes out."""
    return 3 + 0 * outputs.sum()


def _assert_same(model, expected):
    __tracebackhide__ = True
    for name, parameter in model.named_parameters():
        tolerance = 1e-5 if parameter.dtype == torch.float32 else 1e-11
        assert_close(parameter, expected[name], what=name, rtol=tolerance, atol=tolerance)


def _net(device, dtype):
    """A small convolutional net with batch norm, whose biases are not small; always the same."""
    with seeded(1):
        layers = nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Tanh(), nn.Flatten(), nn.Linear(8, 3)
    net = nn.Sequential(*layers)
    with torch.no_grad():
        for module in net:
            if hasattr(module, "bias"):
                module.bias.copy_(torch.arange(1, len(module.bias) + 1) - 2.5)
    return net.to(device=device, dtype=dtype)


def _batches(device, dtype):
    """Two batches of different size."""
    imgs = torch.sin(torch.arange(80, dtype=torch.float64)).reshape(5, 1, 4, 4)
    imgs, labels = imgs.to(device=device, dtype=dtype), torch.tensor([2, 0, 1, 1, 2], device=device)
    return [(imgs[:3], labels[:3]), (imgs[3:], labels[3:])]
