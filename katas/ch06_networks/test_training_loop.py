"""The training loop (§6.3): any model, optimizer, loss; and a validation that only looks."""

import copy
import functools

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.book import thermometer
from katas.ch06_networks.training_loop import training_loop

TRAINING, VALIDATION = [9, 6, 5, 8, 4, 7, 0, 1, 3], [2, 10]  # the split that the book prints


class _SignDescent(torch.optim.Optimizer):
    """An optimizer that torch does not have."""

    def __init__(self, params):
        super().__init__(params, {})

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for param in self.param_groups[0]["params"]:
            if param.grad is not None:
                param -= 0.01 * param.grad.sign() + 0.01 * param.grad
        return loss


OPTIMIZERS = {
    "SGD": lambda params: torch.optim.SGD(params, lr=1e-2, momentum=0.9),
    "another": _SignDescent,
}


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(
    ("n_epochs", "stale"),
    [(0, True), (1, False), (4, True)],
    ids=["0-stale gradients", "1-no gradients", "4-stale gradients"],
)
def test_each_step_follows_the_gradient_of_its_own_epoch(device, dtype, optimizer, n_epochs, stale):
    """zero_grad, backward, step, once an epoch: stale gradients and validation have no say."""
    expected = _trained(n_epochs, optimizer, device, dtype)
    model, data = _model(device, dtype), _data(device, dtype)
    if stale:
        for parameter in model.parameters():
            parameter.grad = torch.full_like(parameter, 1000.0)
    with assert_untouched(*data):
        training_loop(n_epochs, OPTIMIZERS[optimizer](model.parameters()), model, _loss, *data)
    _assert_same_state(model, expected)


@pytest.mark.parametrize("dtype", [torch.float64])
def test_the_first_losses_are_those_of_the_book(device, dtype):
    """On the book's split, from w = 1 and b = 0, the losses begin as §5.5.3 prints them."""
    model = nn.Linear(1, 1).to(device=device, dtype=dtype)
    nn.init.ones_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
    losses = training_loop(3, optimizer, model, nn.MSELoss(), *_data(device, dtype))
    printed = [(66.5811, 142.3890), (38.8626, 64.0434), (33.3475, 39.4590)]
    expected = torch.tensor(printed, dtype=dtype)
    assert_close(_table(losses, dtype), expected, rtol=2e-6, atol=0, what="the losses")


@pytest.mark.parametrize("n_epochs", [0, 4])
@pytest.mark.parametrize("rate", ["small", "far too large"])
def test_the_losses_are_those_before_each_step(device, dtype, n_epochs, rate):
    """Both losses of an epoch are measured before its step; where they blow up they say so."""
    lr = 1e-2 if rate == "small" else torch.finfo(dtype).max ** 0.75
    model, data = nn.Linear(1, 1).to(device=device, dtype=dtype), _data(device, dtype)
    twin = copy.deepcopy(model)
    expected = _train(n_epochs, lambda params: torch.optim.SGD(params, lr=lr), twin, data)
    losses = training_loop(
        n_epochs, torch.optim.SGD(model.parameters(), lr=lr), model, _loss, *data
    )
    assert_close(_table(losses, dtype), _table(expected, dtype), what="the losses")


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_the_model_is_called_in_the_right_mode(device, training):
    """The model is called for training in train mode, for validation in eval mode, no_grad."""
    model, data = _model(device, torch.float32).train(training), _data(device, torch.float32)
    seen = {len(data[0]): [], len(data[1]): []}

    def look(module, args):
        flags = {part.training for part in module.modules()}
        mode = " and ".join("train" if training else "eval" for training in sorted(flags))
        graph = "gradients on" if torch.is_grad_enabled() else "gradients off"
        seen[len(args[0])].append(f"{mode} mode, {graph}")

    model.register_forward_pre_hook(look)
    training_loop(3, torch.optim.SGD(model.parameters(), lr=1e-3), model, _loss, *data)
    in_training, in_validation = seen.values()
    assert_equal(in_training, ["train mode, gradients on"] * 3, what="training")
    assert_equal(in_validation, ["eval mode, gradients off"] * 3, what="validation")


@pytest.mark.parametrize("layer", ["dropout", "batch norm"])
def test_validation_leaves_no_trace(device, dtype, layer):
    """Training goes as if nobody validated: the same noise, the same running statistics."""
    expected = _trained(3, "SGD", device, dtype, layer)
    model, data = _model(device, dtype, layer), _data(device, dtype)
    torch.manual_seed(1)
    training_loop(3, OPTIMIZERS["SGD"](model.parameters()), model, _loss, *data)
    _assert_same_state(model, expected)


def test_the_optimizer_says_what_is_trained(device, dtype):
    """What the optimizer holds is trained, also outside the model; other parameters stay put."""
    model, data = _model(device, dtype), _data(device, dtype)
    loss_fn = _LearnedScale().to(device=device, dtype=dtype)
    loss_fn.scale.grad = torch.full_like(loss_fn.scale, 1000.0)
    before = [parameter.detach().clone() for parameter in model.parameters()]
    optimizer = torch.optim.SGD([loss_fn.scale, model[2].bias], lr=0.01)
    training_loop(2, optimizer, model, loss_fn, *data)
    moved = [not torch.equal(*pair) for pair in zip(model.parameters(), before, strict=True)]
    assert_equal(moved, [False] * 3 + [True], what="which of the model's parameters have moved")
    # Its gradient is 2 * scale - 5 on any data, so two clean steps of 0.01 end here.
    expected = torch.tensor(1.0594, device=device, dtype=dtype)
    assert_close(loss_fn.scale, expected, what="the loss's scale")


class _LearnedScale(nn.Module):
    """A loss with a parameter of its own."""

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(1.0))

    def forward(self, predictions, targets):
        return (predictions - targets).abs().mean() + self.scale**2 - 5 * self.scale


def _loss(predictions, targets):
    """A loss that is not the same with its arguments exchanged."""
    error = predictions - targets
    return (error**2).mean() + 3 * error.relu().mean() + 0.1 * (targets * error).mean()


@functools.cache
def _trained(n_epochs, optimizer, device, dtype, layer=None):
    """The state in which the oracle leaves the model."""
    model = _model(device, dtype, layer)
    torch.manual_seed(1)  # for the noise, if the layer makes any
    _train(n_epochs, OPTIMIZERS[optimizer], model, _data(device, dtype))
    return model.state_dict()


def _train(n_epochs, new_optimizer, model, data):
    """The oracle: gradients by autograd.grad, so none can be stale or left over."""
    t_u_train, t_u_val, t_c_train, t_c_val = data
    optimizer = new_optimizer(model.parameters())
    losses = []
    for _ in range(n_epochs):
        loss = _loss(model.train()(t_u_train), t_c_train)
        gradients = torch.autograd.grad(loss, list(model.parameters()))
        with torch.no_grad():
            validation = _loss(model.eval()(t_u_val), t_c_val)
        for parameter, gradient in zip(model.parameters(), gradients, strict=True):
            parameter.grad = gradient
        optimizer.step()
        losses.append((loss.item(), validation.item()))
    return losses


def _table(losses, dtype):
    """The list of pairs as a tensor [n_epochs, 2]."""
    __tracebackhide__ = True
    assert_equal(type(losses).__name__, "list", what="the type of what came back")
    types = {(type(pair).__name__, *(type(it).__name__ for it in pair)) for pair in losses}
    assert_equal(types - {("tuple", "float", "float")}, set(), what="other types in the list")
    return torch.tensor(losses, dtype=dtype).reshape(-1, 2)


def _assert_same_state(model, expected):
    __tracebackhide__ = True
    state = model.state_dict()
    for name, wanted in expected.items():
        assert_close(state[name], wanted, what=f"{name}, afterwards")


def _model(device, dtype, layer=None):
    """A small network, the same at every call, perhaps with a layer that depends on the mode."""
    model = nn.Sequential(nn.Linear(1, 3), nn.Tanh(), nn.Linear(3, 1))
    for parameter in model.parameters():
        parameter.data = torch.linspace(-1, 1.5, parameter.numel()).reshape(parameter.shape)
    if layer is not None:
        model.insert(2, nn.Dropout(0.5) if layer == "dropout" else nn.BatchNorm1d(3))
    return model.to(device=device, dtype=dtype)


def _data(device, dtype):
    """The book's split of 0.1 * t_u and t_c, as columns."""
    t_u, t_c = (readings.unsqueeze(1) for readings in thermometer(device, dtype))
    return 0.1 * t_u[TRAINING], 0.1 * t_u[VALIDATION], t_c[TRAINING], t_c[VALIDATION]
