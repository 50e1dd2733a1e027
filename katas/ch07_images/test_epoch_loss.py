"""The loss of an epoch (§7.2.6): a mean over samples, measured while the model trains."""

import copy
import functools
import math
from functools import partial

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader, TensorDataset

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.graphs import traced
from katas._dojo.writing.loaders import CountingLoader
from katas.ch07_images.epoch_loss import train_epoch

OPTIMIZERS = {
    "SGD": partial(torch.optim.SGD, lr=0.5, momentum=0.9),
    "Adam": partial(torch.optim.Adam, lr=0.1),
}

every_optimizer = pytest.mark.parametrize("name", OPTIMIZERS)


@pytest.mark.parametrize("sizes", [(11,), (4, 4, 3), (5, 5, 1), (1, 10), (2, 3, 6)])
def test_each_sample_counts_the_same(device, dtype, sizes):
    """If no step moves the model, the loss is that of all samples, however they are batched."""
    model, (imgs, labels) = _model(device, dtype), _data(device, dtype)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
    expected = cross_entropy(model(imgs), labels)
    loss = train_epoch(model, cross_entropy, optimizer, _batches(imgs, labels, sizes))
    _assert_loss(loss, expected.item(), device, dtype)


@every_optimizer
@pytest.mark.parametrize("sizes", [(4, 4, 3), (1, 10)])
def test_a_batch_is_measured_before_its_step(device, dtype, name, sizes):
    """Each batch counts with the loss that its own step follows: measured once, before the step."""
    expected, _ = _by_oracle(name, device, dtype, sizes)
    model, batches = _model(device, dtype), _batches(*_data(device, dtype), sizes)
    optimizer = OPTIMIZERS[name](model.parameters())
    loss = train_epoch(model, cross_entropy, optimizer, batches)
    _assert_loss(loss, expected, device, dtype)


@every_optimizer
@pytest.mark.parametrize("sizes", [(11,), (4, 4, 3)])
def test_each_batch_makes_one_step(device, dtype, name, sizes):
    """Each step follows the gradient of its own batch alone, whatever gradients arrive."""
    _, trained = _by_oracle(name, device, dtype, sizes)
    model, (imgs, labels) = _model(device, dtype), _data(device, dtype)
    batches = _batches(imgs, labels, sizes)
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 1000.0)
    with assert_untouched(imgs, labels):
        train_epoch(model, cross_entropy, OPTIMIZERS[name](model.parameters()), batches)
    for (key, it), wanted in zip(model.named_parameters(), trained.parameters(), strict=True):
        assert_close(it, wanted, **_rounding(dtype), what=f"{key}, afterwards")


@pytest.mark.parametrize("dtype", [torch.float64])
def test_only_samples_that_were_seen_count(device, dtype):
    """A loader may leave samples out or bring them twice: the mean is over what it yields."""
    model, data = _model(device, dtype), TensorDataset(*_data(device, dtype))
    sampler = [9, 0, 4, 4, 7, 2, 10, 1]
    loader = DataLoader(data, batch_size=3, sampler=sampler, drop_last=True)
    expected = _train(copy.deepcopy(model), OPTIMIZERS["SGD"], list(loader))
    loss = train_epoch(model, cross_entropy, OPTIMIZERS["SGD"](model.parameters()), loader)
    _assert_loss(loss, expected, device, dtype)


@pytest.mark.parametrize("dtype", [torch.float64])
def test_an_epoch_goes_through_the_loader_once(device, dtype):
    """Each pass over a loader loads every image anew: one pass is enough to train and to count."""
    model, loader = (
        _model(device, dtype),
        CountingLoader(_batches(*_data(device, dtype), (4, 4, 3))),
    )
    expected = _train(copy.deepcopy(model), OPTIMIZERS["SGD"], loader.batches)
    loss = train_epoch(model, cross_entropy, OPTIMIZERS["SGD"](model.parameters()), loader)
    assert_equal(loader.passes, 1, what="the passes over the loader")
    _assert_loss(loss, expected, device, dtype)


def test_a_loss_that_blows_up_is_told(device, dtype):
    """If training diverges, the loss of the epoch is infinite or NaN, and still a float."""
    model, (imgs, labels) = _model(device, dtype), _data(device, dtype)
    optimizer = torch.optim.SGD(model.parameters(), lr=torch.finfo(dtype).max)
    loss = train_epoch(model, cross_entropy, optimizer, _batches(imgs, labels, (4, 4, 3)))
    assert_equal(type(loss).__name__, "float", what="the type of the loss")
    assert_equal(math.isfinite(loss), False, what="whether the loss is finite")


@pytest.mark.parametrize("dtype", [torch.float32])
def test_no_graph_outlives_its_batch(device, dtype):
    """Two batches later nothing is left of a batch's graph: the number is all that is kept."""
    model, batches = _model(device, dtype), _batches(*_data(device, dtype), (3, 2, 2, 2, 2))
    graphs, alive = [], []

    def loss_fn(outputs, labels):
        alive.append(sum(graph() is not None for graph in graphs[:-1]))
        loss, graph = traced(cross_entropy(outputs, labels))
        graphs.append(graph)
        return loss

    train_epoch(model, loss_fn, OPTIMIZERS["SGD"](model.parameters()), batches)
    assert_equal(alive, [0] * 5, what="the graphs of batches before the last one, batch by batch")


@functools.cache
def _by_oracle(name, device, dtype, sizes):
    """The loss of the oracle, and the model that it has trained."""
    model = _model(device, dtype)
    loss = _train(model, OPTIMIZERS[name], _batches(*_data(device, dtype), sizes))
    return loss, model


def _train(model, new_optimizer, batches):
    """The oracle: gradients by autograd.grad, so that none can be stale or left over."""
    optimizer = new_optimizer(model.parameters())
    losses = []
    for imgs, labels in batches:
        log_probs = model(imgs).log_softmax(dim=1)
        of_samples = -log_probs[range(len(labels)), labels]
        losses += of_samples.tolist()
        gradients = torch.autograd.grad(of_samples.mean(), list(model.parameters()))
        for parameter, gradient in zip(model.parameters(), gradients, strict=True):
            parameter.grad = gradient
        optimizer.step()
    return math.fsum(losses) / len(losses)


def _model(device, dtype):
    """A small network for images of 2 by 3 pixels, the same at every call."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(6, 3), nn.Tanh(), nn.Linear(3, 3))
    for parameter in model.parameters():
        ramp = torch.linspace(-1, 1.5, parameter.numel()).sin()
        parameter.data = ramp.reshape(parameter.shape)
    return model.to(device=device, dtype=dtype)


def _data(device, dtype):
    """Eleven images of three classes, some of them far harder than others."""
    steps = torch.arange(66, device=device, dtype=torch.float64)
    imgs = (3 * torch.sin(2.4 * steps)).to(dtype).reshape(11, 1, 2, 3)
    return imgs, torch.tensor([2, 0, 1, 1, 2, 0, 0, 2, 1, 0, 2], device=device)


def _batches(imgs, labels, sizes):
    return list(zip(imgs.split(list(sizes)), labels.split(list(sizes)), strict=True))


def _assert_loss(loss, expected, device, dtype):
    """A float, as near to ``expected`` as sums in ``dtype`` come."""
    __tracebackhide__ = True
    assert_equal(type(loss).__name__, "float", what="the type of the loss")
    actual, wanted = (torch.tensor(it, device=device, dtype=dtype) for it in (loss, expected))
    assert_close(actual, wanted, **_rounding(dtype), what="the loss of the epoch")


def _rounding(dtype):
    tolerance = 1e-5 if dtype == torch.float32 else 1e-11
    return {"rtol": tolerance, "atol": tolerance}
