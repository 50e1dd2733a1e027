"""Checkpoints (§8.4.2): to go on as if nothing had happened, here or on another machine."""

import functools
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import torch
from torch import nn
from torch.nn.functional import mse_loss

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.seeds import seeded
from katas.ch08_convolutions.save_and_load import load_checkpoint, save_checkpoint

OPTIMIZERS = {
    "plain": lambda parameters, lr: torch.optim.SGD(parameters, lr),
    "momentum": lambda parameters, lr: torch.optim.SGD(parameters, lr, momentum=0.9),
    "Adam": lambda parameters, lr: torch.optim.Adam(parameters, lr, betas=(0.5, 0.9)),
}
each_optimizer = pytest.mark.parametrize("make", OPTIMIZERS.values(), ids=OPTIMIZERS)


@pytest.fixture
def path():
    with TemporaryDirectory() as folder:
        yield Path(folder) / "checkpoint.pt"


@each_optimizer
def test_training_goes_on_as_if_it_had_not_stopped(path, device, dtype, make):
    """After three steps, a checkpoint, three more, all is as after six steps without a break."""
    expected = _after_six_steps(device, dtype, make)
    model, optimizer = _begun(device, dtype, make)
    _train(model, optimizer, steps=1)
    save_checkpoint(path, model, optimizer, epoch=3)
    # Another model, with a past of its own, and an optimizer with another learning rate.
    resumed, its_optimizer = _begun(device, dtype, make, seed=2, lr=0.7)
    load_checkpoint(path, resumed, its_optimizer)
    _train(resumed, its_optimizer, steps=3)
    _assert_same_state(resumed, expected)


def test_a_model_is_as_it_was_when_it_was_saved(path, device, dtype):
    """Weights and running statistics are those of the moment of saving, whatever came after."""
    model, optimizer = _begun(device, dtype)
    expected = {name: it.clone() for name, it in model.state_dict().items()}
    save_checkpoint(path, model, optimizer, epoch=1)
    _train(model, optimizer, steps=2)
    for again in (model, _begun(device, dtype, seed=2)[0]):
        load_checkpoint(path, again, optimizer)
        _assert_same_state(again, expected)


@pytest.mark.parametrize("epoch", [0, 7])
def test_the_epoch_comes_back(path, device, epoch):
    """load_checkpoint returns the epoch that was saved, as an int."""
    save_checkpoint(path, *_begun(device, torch.float32), epoch)
    assert_equal(load_checkpoint(path, *_begun(device, torch.float32)), epoch)


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_saving_changes_nothing(path, device, dtype, training):
    """Model, gradients, flags and the optimizer's memory are after saving what they were before."""
    model, optimizer = _begun(device, dtype)
    model.train(training)
    memory = _memory(optimizer, model)
    with assert_untouched(model):
        save_checkpoint(path, model, optimizer, epoch=1)
    assert_equal(_memory(optimizer, model), memory, what="what the optimizer remembers")


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_loading_leaves_the_flags_alone(path, device, training):
    """Neither the training flags nor requires_grad change, whatever those of the saved model."""
    saved, optimizer = _begun(device, torch.float32)
    save_checkpoint(path, saved.train(not training), optimizer, epoch=1)
    model, optimizer = _begun(device, torch.float32, seed=2)
    model.train(training)[1].eval().bias.requires_grad_(False)
    expected = _flags(model)
    load_checkpoint(path, model, optimizer)
    assert_equal(_flags(model), expected, what="training and requires_grad")


def test_the_file_holds_numbers_and_no_code(path, device):
    """torch.load(path, weights_only=True) reads the file: it runs no code of whoever wrote it."""
    save_checkpoint(path, *_begun(device, torch.float32), epoch=1)
    try:
        torch.load(path, map_location="cpu", weights_only=True)
        refused = ""
    except Exception as error:
        refused = type(error).__name__
    assert_equal(refused, "", what="the error of torch.load(path, weights_only=True)")


def test_a_file_from_another_device_loads(path, device, dtype, monkeypatch):
    """What was saved on a device that this machine lacks is read, onto the device of the model."""
    saved, optimizer = _begun(device, dtype)
    expected = {name: it.clone() for name, it in saved.state_dict().items()}
    with monkeypatch.context() as patch:
        patch.setattr(torch.serialization, "location_tag", lambda storage: "cuda:99")
        save_checkpoint(path, saved, optimizer, epoch=1)
    model, optimizer = _begun(device, dtype, seed=2)
    load_checkpoint(path, model, optimizer)
    _assert_same_state(model, expected)
    _train(model, optimizer, steps=1)  # momentum has to be where the parameters are


def test_the_model_stays_on_its_device(path, device, dtype):
    """Wherever the file comes from: it is the numbers that move to the model."""
    save_checkpoint(path, *_begun(device, dtype), epoch=1)
    model = _begun(device, dtype)[0].to("meta")  # a device that every machine has
    with warnings.catch_warnings():
        # Torch warns that nothing can be copied to there.
        warnings.filterwarnings("ignore", "for .*: copying from a non-meta", UserWarning)
        load_checkpoint(path, model, OPTIMIZERS["momentum"](model.parameters(), 0.05))
    devices = {name: it.device.type for name, it in model.state_dict().items()}
    assert_equal(devices, dict.fromkeys(devices, "meta"), what="devices, by name")


@pytest.mark.parametrize("fewer", ["file", "model"])
def test_a_model_that_does_not_fit_is_an_error(path, device, fewer):
    """An entry that only the file or only the model has is a RuntimeError, not passed over."""
    small, large = nn.Sequential(nn.Linear(2, 2)), nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
    saved, model = (small, large) if fewer == "file" else (large, small)
    save_checkpoint(path, saved.to(device), torch.optim.SGD(saved.parameters(), 0.1), epoch=1)
    with assert_raises(RuntimeError):
        load_checkpoint(path, model.to(device), torch.optim.SGD(model.parameters(), 0.1))


def _begun(device, dtype, make=OPTIMIZERS["momentum"], seed=1, lr=0.05):
    """A model with its optimizer, two steps into its training; the same for the same seed."""
    with seeded(seed):
        model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Tanh(), nn.Linear(3, 1))
    model.to(device=device, dtype=dtype)
    optimizer = make(model.parameters(), lr)
    _train(model, optimizer, steps=2)
    return model, optimizer


@functools.cache
def _after_six_steps(device, dtype, make):
    """The state of a model whose training nobody stopped."""
    model, optimizer = _begun(device, dtype, make)
    _train(model, optimizer, steps=4)
    return model.state_dict()


def _train(model, optimizer, steps):
    like = next(model.parameters())
    inputs = torch.linspace(-1, 2, 10, device=like.device, dtype=like.dtype).reshape(5, 2)
    targets = inputs.prod(dim=1, keepdim=True)
    model.train()
    for _ in range(steps):
        optimizer.zero_grad()
        mse_loss(model(inputs), targets).backward()
        optimizer.step()


def _assert_same_state(model, expected):
    __tracebackhide__ = True
    for name, tensor in model.state_dict().items():
        assert_close(tensor, expected[name], what=name, rtol=1e-6, atol=1e-6)


def _memory(optimizer, model):
    """The numbers that ``optimizer`` keeps for each parameter, by name."""
    return {
        name: {key: it.tolist() for key, it in optimizer.state[parameter].items()}
        for name, parameter in model.named_parameters()
    }


def _flags(model):
    flags = {name or "the model": module.training for name, module in model.named_modules()}
    return flags | {name: it.requires_grad for name, it in model.named_parameters()}
