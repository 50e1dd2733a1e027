"""What is kept of a training run (§13.6.6): to go on from the last epoch, or back to the best."""

import functools
import math

import pytest
import torch
from torch import nn, optim

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch13_segmentation.checkpoint import Checkpoints, restore

NAN = math.nan


def test_training_goes_on_as_if_nothing_had_been(tmp_path, device, dtype):
    """Restored, model and optimizer make the same next steps as those that were saved."""
    expected = _after_four_steps(device, dtype)
    model, optimizer = _run(device, dtype)
    _train(model, optimizer, 2)
    Checkpoints(tmp_path).save(model, optimizer, 4, 0.5, 0.5)
    others, another = _run(device, dtype, seed=1)
    assert_equal(restore(tmp_path / "last.pt", others, another), 4, what="the epoch")
    _train(others, another, 2)
    _assert_same(others, expected)


def test_running_statistics_are_kept(tmp_path, device, dtype):
    """Also what is no parameter is part of the model: running means, and how often they moved."""
    model, optimizer = _run(device, dtype)
    _train(model, optimizer, 2)
    Checkpoints(tmp_path).save(model, optimizer, 1, 0.5, 0.5)
    others, another = _run(device, dtype, seed=1)
    restore(tmp_path / "last.pt", others, another)
    _assert_same(others, model.state_dict())


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ([(0.5, 0.5), (0.6, 0.6), (0.55, 0.55)], 2),
        ([(0.9, 0.8), (0.7, 0.7)], 1),
        ([(0.4, 0.6), (0.5, 0.65), (0.6, 0.4)], 2),
        ([(0.4, 0.4), (0.3, 0.3), (0.35, 0.35)], 1),
    ],
    ids=["up and down", "the first", "the second", "never again"],
)
def test_the_best_stays_beside_the_last(tmp_path, device, scores, best):
    """best.pt holds the epoch of the highest score so far, last.pt the one saved last."""
    _assert_kept(tmp_path, device, scores, best)


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ([(0.6, 0.7), (0.002, 1.0)], 1),
        ([(0.6, 0.7), (1.0, 0.4)], 1),
        ([(0.05, 0.95), (0.45, 0.5)], 2),
        ([(1.0, 0.3), (0.5, 0.6)], 2),
    ],
    ids=["all ones", "all but zeros", "a mean of .5", "precise"],
)
def test_the_best_is_good_at_both(tmp_path, device, scores, best):
    """Who calls every pixel a nodule has a recall of 1, and is not the best."""
    _assert_kept(tmp_path, device, scores, best)


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ([(0.0, 0.0), (0.0, 0.5)], 1),
        ([(0.0, 0.0), (0.1, 0.1)], 2),
        ([(0.5, 0.5), (0.5, 0.5), (0.5, 0.5)], 1),
    ],
    ids=["zeros", "from zero", "equal"],
)
def test_an_equal_score_is_no_better(tmp_path, device, scores, best):
    """Of equal scores the first is the best, also of zeros, which are numbers like any other."""
    _assert_kept(tmp_path, device, scores, best)


@pytest.mark.parametrize(
    ("scores", "best"),
    [
        ([(NAN, 0.0), (0.2, 0.2)], 2),
        ([(0.3, 0.3), (NAN, 0.9), (0.2, 0.2)], 1),
        ([(0.3, 0.3), (NAN, NAN), (0.4, 0.4)], 3),
    ],
    ids=["first", "in between", "before the best"],
)
def test_nan_is_never_the_best(tmp_path, device, scores, best):
    """An epoch whose precision is nan is saved as the last one, and never as the best."""
    _assert_kept(tmp_path, device, scores, best)


def test_a_wrapped_model_is_saved_bare(tmp_path):
    """What DataParallel wraps is restored into a model that nothing is wrapped around."""
    model, optimizer = _run("cpu", torch.float32)
    _train(model, optimizer, 1)
    expected = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    Checkpoints(tmp_path).save(nn.DataParallel(model), optimizer, 7, 0.5, 0.5)
    others, another = _run("cpu", torch.float32, seed=1)
    assert_equal(restore(tmp_path / "last.pt", others, another), 7, what="the epoch")
    _assert_same(others, expected)


def test_another_model_is_an_error(tmp_path, device):
    """Where names or shapes are not those that were saved, nothing is passed over in silence."""
    model, optimizer = _run(device, torch.float32)
    Checkpoints(tmp_path).save(model, optimizer, 1, 0.5, 0.5)
    wrapped = nn.Sequential(_run(device, torch.float32)[0])
    with assert_raises(RuntimeError):
        restore(tmp_path / "last.pt", wrapped, _adam(wrapped))


def _run(device, dtype, seed=0):
    """A small model with batch norm, and its optimizer, other numbers for each seed."""
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Tanh(), nn.Linear(4, 1))
    for n, parameter in enumerate(model.parameters()):
        ramp = torch.arange(parameter.numel(), dtype=torch.float64)
        parameter.data = (2.4 * ramp + n + 5 * seed).sin().reshape(parameter.shape)
    model.to(device=device, dtype=dtype)
    return model, _adam(model)


def _adam(model):
    return optim.Adam(model.parameters(), lr=0.1)


def _train(model, optimizer, n_steps):
    first = next(model.parameters())
    for n in range(n_steps):
        x = torch.arange(15, dtype=torch.float64).add(n).cos().reshape(5, 3).to(first)
        optimizer.zero_grad()
        (model(x) ** 2 + model(x)).mean().backward()
        optimizer.step()


@functools.cache
def _after_four_steps(device, dtype):
    """The state of a model that nobody saved on the way."""
    model, optimizer = _run(device, dtype)
    for _ in range(2):
        _train(model, optimizer, 2)
    return model.state_dict()


def _assert_same(model, expected):
    __tracebackhide__ = True
    for name, tensor in model.state_dict().items():
        assert_close(tensor, expected[name], what=name)


def _assert_kept(folder, device, scores, best):
    """Each epoch's model is told by its bias; the scores are precision and recall."""
    __tracebackhide__ = True
    model = nn.Linear(1, 1, device=device)
    checkpoints, optimizer = Checkpoints(folder), _adam(model)
    for epoch, (precision, recall) in enumerate(scores, start=1):
        model.bias.data.fill_(epoch)
        checkpoints.save(model, optimizer, epoch, precision, recall)
    for name, epoch in {"last.pt": len(scores), "best.pt": best}.items():
        found = restore(folder / name, model, optimizer)
        assert_equal(found, epoch, what=f"the epoch of {name}, precision and recall being {scores}")
        assert_equal(model.bias.item(), float(epoch), what=f"whose model {name} holds")
