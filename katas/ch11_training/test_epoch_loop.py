"""An epoch of training with its validation (§11.5): two parts, two modes, samples counted."""

import copy
import math

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader, TensorDataset

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.loaders import CountingLoader
from katas.ch11_training.epoch_loop import run_epoch

TRAIN, VAL = (4, 3, 2), (3, 1)
in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])


@in_both_modes
def test_losses_are_means_over_samples(device, dtype, training):
    """Training counts each batch ahead of its step, validation all batches behind the last one."""
    model, batches = _model(device, dtype).train(training), _batches(TRAIN, VAL, device, dtype)
    expected = _expected(copy.deepcopy(model), *batches)
    losses = run_epoch(model, cross_entropy, _sgd(model), *batches, 7)[:2]
    for what, loss, wanted in zip(["training", "validation"], losses, expected, strict=True):
        assert_equal(type(loss).__name__, "float", what=f"the type of the {what} loss")
        actual = torch.tensor(loss, dtype=torch.float64)
        wanted = torch.tensor(wanted, dtype=torch.float64)
        assert_close(actual, wanted, **_rounding(dtype), what=f"the {what} loss")


@in_both_modes
def test_only_training_changes_the_model(device, dtype, training):
    """One step for each training batch, by its gradient alone, and nothing from validation."""
    model, batches = _model(device, dtype).train(training), _batches(TRAIN, VAL, device, dtype)
    twin = copy.deepcopy(model)
    _expected(twin, *batches)
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 1000.0)
    with assert_untouched(*(tensor for part in batches for batch in part for tensor in batch)):
        run_epoch(model, cross_entropy, _sgd(model), *batches)
    for name, expected in twin.state_dict().items():
        actual = model.state_dict()[name]
        assert_close(actual, expected, **_rounding(dtype), what=f"{name}, afterwards")


@in_both_modes
def test_each_part_has_its_mode(device, training):
    """The model trains in train mode, and is measured in eval mode with gradients off."""
    model = _model(device, torch.float32).train(training)
    seen = []
    model[1].register_forward_hook(
        lambda module, *_: seen.append((module.training, torch.is_grad_enabled()))
    )
    run_epoch(model, cross_entropy, _sgd(model), *_batches(TRAIN, VAL, device, torch.float32))
    expected = [(True, True)] * len(TRAIN) + [(False, False)] * len(VAL)
    assert_equal(seen, expected, what="train mode, and gradients on, for each batch")


@in_both_modes
@pytest.mark.parametrize("raises", [False, True], ids=["returns", "raises"])
def test_it_can_be_trained_on(device, training, raises):
    """Afterwards model and gradients are ready for training, also after an error in validation."""
    model = _model(device, torch.float32).train(training)
    train, val = _batches(TRAIN, VAL, device, torch.float32)
    if raises:
        with assert_raises(ArithmeticError):
            run_epoch(model, cross_entropy, _sgd(model), train, _breaking(val))
    else:
        run_epoch(model, cross_entropy, _sgd(model), train, val)
    modes = {name or "the model": module.training for name, module in model.named_modules()}
    assert_equal(modes, dict.fromkeys(modes, True), what="train mode, by module")
    assert_equal(torch.is_grad_enabled(), True, what="whether gradients are on")


@pytest.mark.parametrize("sizes", [(4, 3, 2), (9,), (3, 3, 3)])
@pytest.mark.parametrize("n_seen", [None, 7, 100])
def test_training_samples_are_counted(device, sizes, n_seen):
    """The third number is n_seen and all samples that this epoch has trained on."""
    model, batches = _model(device, torch.float32), _batches(sizes, VAL, device, torch.float32)
    settings = [] if n_seen is None else [n_seen]
    count = run_epoch(model, cross_entropy, _sgd(model), *batches, *settings)[2]
    assert_equal(count, (n_seen or 0) + 9, what="the samples seen")


def test_what_a_loader_leaves_out_was_not_seen(device):
    """A loader may drop the last batch: what it yields is what counts."""
    model = _model(device, torch.float32)
    (train,), val = _batches((9,), VAL, device, torch.float32)
    loader = DataLoader(TensorDataset(*train), batch_size=4, drop_last=True)
    count = run_epoch(model, cross_entropy, _sgd(model), loader, val, 50)[2]
    assert_equal(count, 58, what="the samples seen")


def test_each_loader_is_gone_through_once(device):
    """A pass over a loader loads and shuffles anew: one each is enough."""
    train, val = map(CountingLoader, _batches(TRAIN, VAL, device, torch.float32))
    model = _model(device, torch.float32)
    run_epoch(model, cross_entropy, _sgd(model), train, val)
    assert_equal([train.passes, val.passes], [1, 1], what="passes over training and validation")


def _expected(model, train, val):
    """The oracle: losses of the samples, and gradients by autograd.grad, so that none is stale."""
    optimizer = _sgd(model)
    trained = []
    for inputs, labels in train:
        losses = cross_entropy(model.train()(inputs), labels, reduction="none")
        gradients = torch.autograd.grad(losses.mean(), list(model.parameters()))
        for parameter, gradient in zip(model.parameters(), gradients, strict=True):
            parameter.grad = gradient
        optimizer.step()
        trained += losses.tolist()
    measured = []
    for inputs, labels in val:
        measured += cross_entropy(model.eval()(inputs), labels, reduction="none").tolist()
    return [math.fsum(losses) / len(losses) for losses in (trained, measured)]


def _breaking(batches):
    yield batches[0]
    raise ArithmeticError


def _sgd(model):
    return torch.optim.SGD(model.parameters(), lr=0.25, momentum=0.5)


def _model(device, dtype):
    """A small network with batch norm, which tells training from eval; the same at every call."""
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Tanh(), nn.Linear(4, 2))
    for n, parameter in enumerate(model.parameters()):
        ramp = torch.arange(parameter.numel(), dtype=torch.float64)
        parameter.data = (2.4 * ramp + n).sin().reshape(parameter.shape)
    return model.to(device=device, dtype=dtype)


def _batches(train_sizes, val_sizes, device, dtype):
    """Batches for training and for validation, with samples of their own."""
    steps = torch.arange(39, dtype=torch.float64)
    inputs = (3 * torch.sin(2.4 * steps)).reshape(13, 3).to(device=device, dtype=dtype)
    labels = torch.tensor([1, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0], device=device)
    sizes = [*train_sizes, *val_sizes]
    batches = list(zip(inputs.split(sizes), labels.split(sizes), strict=True))
    return batches[: len(train_sizes)], batches[len(train_sizes) :]


def _rounding(dtype):
    tolerance = 1e-4 if dtype == torch.float32 else 1e-10
    return {"rtol": tolerance, "atol": tolerance}
