"""Accuracy (§7.2.6): the share of samples that a model gets right, over all batches."""

import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas._dojo.writing.loaders import CountingLoader
from katas.ch07_images.accuracy import accuracy

# The largest stands at 2, 0, 1, 1, 2, 0, 2, so that five of the seven are right.
OUTPUTS = [
    [-3.0, -2.0, -0.1],
    [7.0, 6.0, 5.0],
    [0.2, 0.5, 0.3],
    [-9.0, -1.0, -1.5],
    [0.0, 1.0, 2.0],
    [0.1, -0.2, -0.3],
    [40.0, 50.0, 60.0],
]
LABELS = [2, 0, 1, 2, 2, 0, 1]
RIGHT = 5 / 7

split = pytest.mark.parametrize("sizes", [(7,), (3, 3, 1), (1, 6), (2, 5), (1,) * 7])


@split
def test_each_sample_counts_the_same(device, dtype, sizes):
    """Accuracy is correct predictions by samples, as a float, however the samples are batched."""
    batches = _batches(OUTPUTS, LABELS, sizes, device, dtype)
    _assert_share(accuracy(_model(device, dtype), batches), RIGHT)


@split
@pytest.mark.parametrize("right", [True, False], ids=["all right", "all wrong"])
def test_a_perfect_model_is_at_one(device, dtype, right, sizes):
    """A model that gets everything right is at exactly 1.0, one that gets nothing right at 0.0."""
    labels = [row.index(max(row) if right else min(row)) for row in OUTPUTS]
    batches = _batches(OUTPUTS, labels, sizes, device, dtype)
    _assert_share(accuracy(_model(device, dtype), batches), 1.0 if right else 0.0, exactly=True)


def test_a_model_without_a_clue_is_at_one_half(device, dtype):
    """A model that gives every image the same class is right for that class: here half of them."""
    outputs = [[-0.2, -1.7]] * 8
    batches = _batches(outputs, [0, 1, 1, 1, 0, 1, 0, 0], (3, 3, 2), device, dtype)
    _assert_share(accuracy(_model(device, dtype, n_classes=2), batches), 0.5)


@pytest.mark.parametrize("dtype", [torch.float64])
def test_only_samples_that_were_seen_count(device, dtype):
    """A loader may leave samples out, and bring others twice: what it yields is what counts."""
    data = TensorDataset(*_tensors(OUTPUTS, LABELS, device, dtype))
    # The last one makes no whole batch, and is dropped.
    loader = DataLoader(data, batch_size=3, sampler=[3, 3, 6, 0, 1, 6, 2], drop_last=True)
    _assert_share(accuracy(_model(device, dtype), loader), 2 / 6)


@pytest.mark.parametrize("dtype", [torch.float64])
def test_it_goes_through_the_loader_once(device, dtype):
    """Each pass over a loader loads every image anew: one pass is enough to compare and count."""
    loader = CountingLoader(_batches(OUTPUTS, LABELS, (3, 3, 1), device, dtype))
    share = accuracy(_model(device, dtype), loader)
    assert_equal(loader.passes, 1, what="the passes over the loader")
    _assert_share(share, RIGHT)


@pytest.mark.parametrize("recording", [True, False], ids=["gradients on", "gradients off"])
@pytest.mark.parametrize("raises", [False, True], ids=["returns", "raises"])
def test_gradients_are_off_meanwhile(device, dtype, recording, raises):
    """No graph is built; afterwards grad mode is what it was, also if the model raises an error."""
    model, graphs = _model(device, dtype), []
    batches = _batches(OUTPUTS, LABELS, (3, 4), device, dtype)

    def look(module, args, outputs):
        graphs.append(outputs.requires_grad)
        if raises:
            raise ArithmeticError

    model.register_forward_hook(look)
    with torch.set_grad_enabled(recording):
        if raises:
            with assert_raises(ArithmeticError):
                accuracy(model, batches)
        else:
            accuracy(model, batches)
        assert_equal(torch.is_grad_enabled(), recording, what="whether gradients are recorded")
    assert_equal(graphs, [False] * (1 if raises else 2), what="requires_grad of the outputs")


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_everything_is_left_as_it_was(device, dtype, training):
    """Parameters, gradients and mode of the model stay as they were; so do images and labels."""
    model = _model(device, dtype).train(training)
    for parameter in model.parameters():
        parameter.grad = torch.full_like(parameter, 3.0)
    batches = _batches(OUTPUTS, LABELS, (3, 3, 1), device, dtype)
    with assert_untouched(model, *(tensor for batch in batches for tensor in batch)):
        share = accuracy(model, batches)
    _assert_share(share, RIGHT)


def test_no_samples_have_no_accuracy(device):
    """Without a single sample there is nothing to divide by: ZeroDivisionError."""
    with assert_raises(ZeroDivisionError):
        accuracy(_model(device, torch.float32), [])


def _model(device, dtype, n_classes=3):
    """A network whose outputs are its inputs, one for each class."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(n_classes, n_classes))
    nn.init.eye_(model[1].weight)
    nn.init.zeros_(model[1].bias)
    return model.to(device=device, dtype=dtype)


def _tensors(outputs, labels, device, dtype):
    """Images of one row of pixels, which are the outputs of the model."""
    imgs = torch.tensor(outputs, device=device, dtype=dtype)[:, None, None, :]
    return imgs, torch.tensor(labels, device=device)


def _batches(outputs, labels, sizes, device, dtype):
    imgs, labels = _tensors(outputs, labels, device, dtype)
    return list(zip(imgs.split(list(sizes)), labels.split(list(sizes)), strict=True))


def _assert_share(actual, expected, exactly=False):
    """A float, as near to ``expected`` as a division in float32 comes."""
    __tracebackhide__ = True
    assert_equal(type(actual).__name__, "float", what="the type of the accuracy")
    tolerance = 0 if exactly else 1e-6
    actual, expected = (torch.tensor(it, dtype=torch.float64) for it in (actual, expected))
    assert_close(actual, expected, rtol=tolerance, atol=0, what="the accuracy")
