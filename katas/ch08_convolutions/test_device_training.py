"""The training loop on a device (§8.4.3): each batch is moved, and none stays behind."""

import copy
import functools
import math
from functools import partial

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.overrides import TorchFunctionMode

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.graphs import traced
from katas._dojo.writing.loaders import CountingLoader
from katas.ch08_convolutions.device_training import training_loop

OPTIMIZERS = {
    "SGD": partial(torch.optim.SGD, lr=0.5, momentum=0.9),
    "Adam": partial(torch.optim.Adam, lr=0.1),
}
N_BATCHES = 3

every_optimizer = pytest.mark.parametrize("name", OPTIMIZERS)


def test_each_batch_is_moved_to_the_device(device, dtype):
    """Images and labels are moved to the device, from wherever the loader has put them."""
    model, seen = _model(device, dtype), {"images": set(), "labels": set()}
    model.register_forward_pre_hook(lambda _, args: seen["images"].add(_place(args[0])))

    def loss_fn(outputs, labels):
        seen["labels"].add(_place(labels))
        return cross_entropy(outputs, labels)

    batches = _batches(dtype)
    if device == "cpu":
        batches = [tuple(it.as_subclass(_Elsewhere) for it in batch) for batch in batches]
    with _Moving():
        training_loop(1, _sgd(model), model, loss_fn, batches, torch.device(device))
    expected = {"images": {f"on {device}"}, "labels": {f"on {device}"}}
    assert_equal(seen, expected, what="where they are when the model and the loss get them")


@every_optimizer
@pytest.mark.parametrize("n_epochs", [0, 1, 2])
def test_each_batch_makes_one_step(device, dtype, name, n_epochs):
    """Each step follows the gradient of its own batch alone, whatever gradients arrive."""
    _, trained = _by_oracle(name, n_epochs, device, dtype)
    model, batches = _model(device, dtype), _batches(dtype)
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 1000.0)
    optimizer = OPTIMIZERS[name](model.parameters())
    with assert_untouched(*(tensor for batch in batches for tensor in batch)):
        training_loop(n_epochs, optimizer, model, cross_entropy, batches, torch.device(device))
    _assert_same_parameters(model, trained)


@every_optimizer
@pytest.mark.parametrize("n_epochs", [0, 1, 2])
def test_there_is_one_loss_for_each_epoch(device, dtype, name, n_epochs):
    """It is the mean over the batches of that epoch, each measured before its own step."""
    expected, _ = _by_oracle(name, n_epochs, device, dtype)
    model, batches = _model(device, dtype), _batches(dtype)
    optimizer = OPTIMIZERS[name](model.parameters())
    losses = training_loop(n_epochs, optimizer, model, cross_entropy, batches, torch.device(device))
    _assert_losses(losses, expected)


@pytest.mark.parametrize("dtype", [torch.float64])
def test_each_epoch_goes_through_the_loader_anew(device, dtype):
    """A loader that shuffles has other batches in every epoch, and each is used once."""
    model, loader = _model(device, dtype), _Reordering(_batches(dtype))
    epochs = [loader.in_epoch(number) for number in (1, 2, 3)]
    twin = copy.deepcopy(model)
    expected = _train(twin, OPTIMIZERS["SGD"], epochs, device)
    losses = training_loop(3, _sgd(model), model, cross_entropy, loader, torch.device(device))
    assert_equal(loader.passes, 3, what="the passes over the loader")
    _assert_same_parameters(model, twin)
    _assert_losses(losses, expected)


@pytest.mark.parametrize("dtype", [torch.float32])
def test_the_model_is_called_in_train_mode(device, dtype):
    """The model is called once for each batch, so that its hooks run; it stays in train mode."""
    model, modes = _model(device, dtype), []
    model.register_forward_hook(lambda module, *_: modes.append(module.training))
    training_loop(2, _sgd(model), model, cross_entropy, _batches(dtype), torch.device(device))
    assert_equal(modes, [True] * 2 * N_BATCHES, what="model.training, call by call")
    assert_equal(model.training, True, what="model.training, afterwards")


@pytest.mark.parametrize("dtype", [torch.float32])
def test_no_graph_outlives_its_batch(device, dtype):
    """Two batches later nothing is left of a batch's graph: the number is all that is kept."""
    model, graphs, alive = _model(device, dtype), [], []

    def loss_fn(outputs, labels):
        alive.append(sum(graph() is not None for graph in graphs[:-1]))
        loss, graph = traced(cross_entropy(outputs, labels))
        graphs.append(graph)
        return loss

    training_loop(2, _sgd(model), model, loss_fn, _batches(dtype), torch.device(device))
    expected = [0] * 2 * N_BATCHES
    assert_equal(alive, expected, what="the graphs of batches before the last one, batch by batch")


class _Elsewhere(Tensor):
    """Stands for a tensor on another device where there is none: what comes of it is there too."""


class _Moving(TorchFunctionMode):
    """Whatever is told a device brings what is elsewhere to it."""

    def __torch_function__(self, function, types, args=(), kwargs=None):
        kwargs = kwargs or {}
        result = function(*args, **kwargs)
        devices = (torch.device, str, *[Tensor] * (function in (Tensor.to, Tensor.type_as)))
        is_told = any(isinstance(it, devices) for it in (*args[1:], *kwargs.values()))
        return result.as_subclass(Tensor) if is_told and isinstance(result, Tensor) else result


def _place(tensor):
    return "not moved" if isinstance(tensor, _Elsewhere) else f"on {tensor.device.type}"


class _Reordering(CountingLoader):
    """In every epoch the batches come in another order."""

    def __iter__(self):
        super().__iter__()
        return iter(self.in_epoch(self.passes))

    def in_epoch(self, number):
        return self.batches[number:] + self.batches[:number]


@functools.cache
def _by_oracle(name, n_epochs, device, dtype):
    """The losses of the oracle, and the model that it has trained."""
    model = _model(device, dtype)
    losses = _train(model, OPTIMIZERS[name], [_batches(dtype)] * n_epochs, device)
    return losses, model


def _train(model, new_optimizer, epochs, device):
    """The oracle: gradients by autograd.grad, so that none can be stale or left over."""
    optimizer = new_optimizer(model.parameters())
    means = []
    for batches in epochs:
        losses = []
        for imgs, labels in batches:
            loss = cross_entropy(model(imgs.to(device)), labels.to(device))
            gradients = torch.autograd.grad(loss, list(model.parameters()))
            for parameter, gradient in zip(model.parameters(), gradients, strict=True):
                parameter.grad = gradient
            optimizer.step()
            losses.append(loss.item())
        means.append(math.fsum(losses) / len(losses))
    return means


def _sgd(model):
    return OPTIMIZERS["SGD"](model.parameters())


def _model(device, dtype):
    """A small network for images of 2 by 3 pixels, the same at every call."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(6, 3), nn.Tanh(), nn.Linear(3, 3))
    for parameter in model.parameters():
        ramp = torch.linspace(-1, 1.5, parameter.numel()).sin()
        parameter.data = ramp.reshape(parameter.shape)
    return model.to(device=device, dtype=dtype)


def _batches(dtype):
    """Batches of four images of three classes, on the CPU, some of them far harder than others."""
    steps = torch.arange(24 * N_BATCHES, dtype=torch.float64)
    imgs = (3 * torch.sin(2.4 * steps)).to(dtype).reshape(-1, 1, 2, 3)
    labels = torch.tensor([2, 0, 1, 1, 2, 0, 0, 2, 1, 0, 2, 2])
    return list(zip(imgs.split(4), labels.split(4), strict=True))


def _assert_same_parameters(model, twin):
    __tracebackhide__ = True
    for (key, parameter), wanted in zip(model.named_parameters(), twin.parameters(), strict=True):
        assert_close(parameter, wanted, **_rounding(parameter.dtype), what=f"{key}, afterwards")


def _assert_losses(losses, expected):
    """A list of floats, as near to ``expected`` as sums in float32 come."""
    __tracebackhide__ = True
    assert_equal(type(losses).__name__, "list", what="the type of what came back")
    types = [type(loss).__name__ for loss in losses]
    assert_equal(types, ["float"] * len(expected), what="the types of the losses")
    actual, wanted = (torch.tensor(it, dtype=torch.float64) for it in (losses, expected))
    assert_close(actual, wanted, **_rounding(torch.float32), what="the losses")


def _rounding(dtype):
    tolerance = 1e-5 if dtype == torch.float32 else 1e-11
    return {"rtol": tolerance, "atol": tolerance}
