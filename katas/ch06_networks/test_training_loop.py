"""The training loop (§6.3): any model, optimizer, loss; and a validation that only looks."""

import copy
import warnings

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
from katas.ch06_networks.training_loop import training_loop

TRAINING, VALIDATION = [9, 6, 5, 8, 4, 7, 0, 1, 3], [2, 10]  # the split that the book prints


class _SignDescent:
    """An optimizer with the two methods that a training loop needs, and no more."""

    def __init__(self, params):
        self.params = list(params)

    def zero_grad(self):
        for param in self.params:
            param.grad = None

    @torch.no_grad()
    def step(self):
        for param in self.params:
            param -= 0.01 * param.grad.sign() + 0.01 * param.grad


OPTIMIZERS = {
    "SGD": lambda params: torch.optim.SGD(params, lr=1e-2, momentum=0.9),
    "Adam": lambda params: torch.optim.Adam(params, lr=1e-1),
    "neither": _SignDescent,
}


@pytest.mark.only_the_stub_fails(reason="500 epochs are too slow to be run on each mistake")
@pytest.mark.parametrize("dtype", [torch.float64])
def test_training_reaches_the_losses_of_the_book(device, dtype):
    """On the book's split, from w = 1 and b = 0, the losses are those that §5.5.3 prints."""
    model = nn.Linear(1, 1).to(device=device, dtype=dtype)
    nn.init.ones_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
    losses = training_loop(500, optimizer, model, nn.MSELoss(), *_data(device, dtype))
    assert_equal(len(losses), 500, what="the number of epochs in the list")
    printed = {1: (66.5811, 142.3890), 500: (7.1454, 9.1252)}
    for epoch, expected in printed.items():
        what = f"the losses of epoch {epoch}"
        assert_close(
            torch.tensor(losses[epoch - 1]), torch.tensor(expected), rtol=1e-5, atol=0, what=what
        )


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize(
    ("n_epochs", "stale", "training"),
    [(0, True, False), (1, True, False), (4, False, True), (4, True, False)],
)
def test_each_step_follows_the_gradient_of_its_own_epoch(
    device, dtype, optimizer, n_epochs, stale, training
):
    """zero_grad, backward, step, once an epoch: stale gradients and validation have no say."""
    model, data = _model(device, dtype), _data(device, dtype)
    twin = copy.deepcopy(model)
    model.train(training)
    if stale:
        for parameter in model.parameters():
            parameter.grad = torch.full_like(parameter, 1000.0)
    held = OPTIMIZERS[optimizer](model.parameters())
    with assert_untouched(*data):
        losses = training_loop(n_epochs, held, model, _lopsided, *data)
    expected = _train(n_epochs, OPTIMIZERS[optimizer], twin, data)
    _assert_same_state(model, twin)
    assert_equal(len(losses), n_epochs, what="the number of epochs in the list")
    got, wanted = (torch.tensor(it, dtype=dtype).reshape(-1, 2) for it in (losses, expected))
    assert_close(got, wanted, what="the losses, training and validation")
    flags = [module.training for module in model.modules()]
    assert_equal(flags, [training] * len(flags), what="training, afterwards")


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_the_model_is_called_in_the_right_mode(device, dtype, training):
    """Train mode with gradients, then eval mode without; each epoch gives a pair of floats."""
    model, data = _model(device, dtype).train(training), _data(device, dtype)
    seen = {len(data[0]): [], len(data[1]): []}

    def look(module, args):
        flags = {part.training for part in module.modules()}
        mode = " and ".join("train" if training else "eval" for training in sorted(flags))
        graph = "gradients on" if torch.is_grad_enabled() else "gradients off"
        seen[len(args[0])].append(f"{mode} mode, {graph}")

    model.register_forward_pre_hook(look)
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)
    losses = training_loop(3, optimizer, model, nn.MSELoss(), *data)
    types = {(type(pair).__name__, *(type(it).__name__ for it in pair)) for pair in losses}
    assert_equal(types, {("tuple", "float", "float")}, what="the types of each pair of losses")
    in_training, in_validation = seen.values()
    assert_equal(in_training, ["train mode, gradients on"] * 3, what="training")
    assert_equal(in_validation, ["eval mode, gradients off"] * 3, what="validation")


@pytest.mark.parametrize("layer", ["dropout", "batch norm"])
def test_validation_leaves_no_trace(device, dtype, layer):
    """Training goes as if nobody validated: the same noise, the same running statistics."""
    model, data = _model(device, dtype), _data(device, dtype)
    model.insert(2, nn.Dropout(0.5) if layer == "dropout" else nn.BatchNorm1d(3))
    model.to(device=device, dtype=dtype)
    twin = copy.deepcopy(model)
    new_optimizer = OPTIMIZERS["SGD"]
    torch.manual_seed(1)
    losses = training_loop(4, new_optimizer(model.parameters()), model, _lopsided, *data)
    torch.manual_seed(1)
    expected = _train(4, new_optimizer, twin, data)
    _assert_same_state(model, twin)
    # Where batch norm stands at validation depends on which comes first in an epoch.
    n_compared = 1 if layer == "batch norm" else 2
    got, wanted = (torch.tensor(it, dtype=dtype)[:, :n_compared] for it in (losses, expected))
    assert_close(got, wanted, what="the losses")


@pytest.mark.parametrize("held_by", ["the loss", "nobody"])
def test_the_optimizer_says_what_is_trained(device, dtype, held_by):
    """What the optimizer holds is trained, also outside the model; other parameters stay put."""
    model, data = _model(device, dtype), _data(device, dtype)
    loss_fn = _LearnedScale().to(device=device, dtype=dtype)
    held = [loss_fn.scale] if held_by == "the loss" else []
    before = [parameter.detach().clone() for parameter in model.parameters()]
    training_loop(2, torch.optim.SGD([*held, model[2].bias], lr=0.01), model, loss_fn, *data)
    assert_equal(loss_fn.scale.item() != 1, bool(held), what="whether the loss's scale has moved")
    moved = [not torch.equal(*pair) for pair in zip(model.parameters(), before, strict=True)]
    assert_equal(moved, [False] * 3 + [True], what="which of the model's parameters have moved")
    # Its gradient is 2 * scale - 5 on any data, so two clean steps of 0.01 end here.
    expected = torch.tensor(1.0594 if held else 1.0, device=device, dtype=dtype)
    assert_close(loss_fn.scale, expected, what="the loss's scale")


@pytest.mark.parametrize("loss_fn", [nn.MSELoss(), nn.SmoothL1Loss()], ids=["MSE", "smooth L1"])
@pytest.mark.parametrize(
    ("predictions", "target", "shape"),
    [
        ("columns", "t_c_train", (9,)),
        ("columns", "t_c_train", (1, 9)),
        ("columns", "t_c_train", (1, 1)),
        ("columns", "t_c_val", (2,)),
        ("flat", "t_c_train", (9, 1)),
    ],
)
def test_shapes_that_differ_are_refused(device, dtype, loss_fn, predictions, target, shape):
    """[9, 1] against [9] is a ValueError that names both, not a mean over 81; nothing has moved."""
    model = nn.Sequential(nn.Linear(1, 1), nn.Flatten(0 if predictions == "flat" else 1))
    model = model.to(device=device, dtype=dtype)
    names = ["t_u_train", "t_u_val", "t_c_train", "t_c_val"]
    data = dict(zip(names, _data(device, dtype), strict=True))
    if predictions == "flat":
        data["t_c_val"] = data["t_c_val"].flatten()
    n_samples = len(data[target])
    data[target] = data[target][: max(shape)].reshape(shape)
    before = [parameter.detach().clone() for parameter in model.parameters()]
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
    predicted = (n_samples,) if predictions == "flat" else (n_samples, 1)
    with warnings.catch_warnings(), assert_raises(ValueError, _written(predicted), _written(shape)):
        # torch warns of this in its own losses, and goes on: it is the ValueError that counts.
        warnings.filterwarnings("ignore", "Using a target size", UserWarning)
        losses = training_loop(3, optimizer, model, loss_fn, **data)
        raise AssertionError(f"no error, and in the end losses of {losses[-1]}")
    for parameter, start in zip(model.parameters(), before, strict=True):
        assert_close(parameter, start, rtol=0, atol=0, what="a parameter, after the error")


def _written(shape):
    """How a message may write a shape: as a list, or as a tuple."""
    return str(list(shape)), str(shape)


class _LearnedScale(nn.Module):
    """A loss with a parameter of its own."""

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(1.0))

    def forward(self, predictions, targets):
        return (predictions - targets).abs().mean() + self.scale**2 - 5 * self.scale


def _lopsided(predictions, targets):
    """A loss that is not the same with its arguments exchanged."""
    error = predictions - targets
    return (error**2).mean() + 3 * error.relu().mean() + 0.1 * (targets * error).mean()


def _train(n_epochs, new_optimizer, model, data):
    """The oracle: gradients by autograd.grad, so none can be stale or left over."""
    t_u_train, t_u_val, t_c_train, t_c_val = data
    optimizer = new_optimizer(model.parameters())
    losses = []
    for _ in range(n_epochs):
        loss = _lopsided(model.train()(t_u_train), t_c_train)
        gradients = torch.autograd.grad(loss, list(model.parameters()))
        with torch.no_grad():
            validation = _lopsided(model.eval()(t_u_val), t_c_val)
        for parameter, gradient in zip(model.parameters(), gradients, strict=True):
            parameter.grad = gradient
        optimizer.step()
        losses.append((loss.item(), validation.item()))
    return losses


def _assert_same_state(model, twin):
    __tracebackhide__ = True
    state = model.state_dict()
    for name, wanted in twin.state_dict().items():
        assert_close(state[name], wanted, what=f"{name}, afterwards")


def _model(device, dtype):
    """A small network, the same at every call."""
    model = nn.Sequential(nn.Linear(1, 3), nn.Tanh(), nn.Linear(3, 1))
    for parameter in model.parameters():
        parameter.data = torch.linspace(-1, 1.5, parameter.numel()).reshape(parameter.shape)
    return model.to(device=device, dtype=dtype)


def _data(device, dtype):
    """The book's split of 0.1 * t_u and t_c, as columns."""
    t_u, t_c = (readings.unsqueeze(1) for readings in thermometer(device, dtype))
    return 0.1 * t_u[TRAINING], 0.1 * t_u[VALIDATION], t_c[TRAINING], t_c[VALIDATION]
