"""Tensors on devices (§3.9): what is moved, what stays, and where new tensors are made.

Tensors on the device "meta", which each machine has, do not mix with others: where a thing is can
be seen there without a GPU.
"""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.devices import batch_on, move_model, predictions, shifted

META = torch.device("meta")
EXACTLY = {"rtol": 0, "atol": 0}
POINTS = [[4.0, 1.0], [5.0, 3.0], [2.0, 1.0]]  # those of the book


@pytest.mark.parametrize("to", ["device", "meta"])
def test_the_model_itself_is_moved(device, to):
    """Afterwards each parameter and each buffer of the model is on the device."""
    model, target = _model("cpu"), META if to == "meta" else torch.device(device)
    move_model(model, target)
    tensors = {name: it.device.type for name, it in model.state_dict().items()}
    assert_equal(tensors, dict.fromkeys(tensors, target.type), what="where the model's tensors are")


@pytest.mark.parametrize("dtypes", [[torch.float32, torch.int64], [torch.bfloat16], []])
def test_a_batch_on_a_device(device, dtypes):
    """The tensors of the new list are on the device, with the same numbers, in the same order."""
    batch = [torch.tensor(POINTS, dtype=dtype) + n for n, dtype in enumerate(dtypes)]
    expected = [it.to(device) for it in batch]
    moved = batch_on(batch, torch.device(device))
    assert_equal(type(moved).__name__, "list", what="the type of what came back")
    assert_equal(len(moved), len(expected), what="the number of tensors")
    for tensor, wanted in zip(moved, expected, strict=True):
        assert_close(tensor, wanted, **EXACTLY)


def test_the_old_batch_stays_where_it_is(device):
    """The new list has its tensors on another device, the old one has what it had."""
    batch = [torch.tensor(POINTS, device=device), torch.arange(3, device=device)]
    before = list(batch)
    moved = batch_on(batch, META)
    kinds = [(it.device.type, it.shape, it.dtype) for it in moved]
    expected = [("meta", it.shape, it.dtype) for it in before]
    assert_equal(kinds, expected, what="device, shape and dtype of each tensor")
    assert_equal(len(batch), 2, what="the length of the old list, afterwards")
    for tensor, wanted in zip(batch, before, strict=True):
        assert_close(tensor, wanted, **EXACTLY, what="a tensor of the old list, afterwards")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
@pytest.mark.parametrize("step", [[0.1, -3.0], [2.0, 0.7]])
def test_points_are_shifted(device, dtype, step):
    """The step is added to each point, in the dtype of the points, which stay as they are."""
    points = torch.tensor(POINTS, device=device, dtype=dtype)
    expected = [point + torch.tensor(step, device=device, dtype=dtype) for point in points]
    with assert_untouched(points):
        result = shifted(points, step)
    assert_close(result, torch.stack(expected), **EXACTLY)


def test_points_are_shifted_where_they_are(device, dtype):
    """The step is made on the device of the points, and so is the result."""
    for where in (torch.device(device), META):
        points = torch.tensor(POINTS, dtype=dtype, device=where)
        assert_equal(shifted(points, [1.0, 2.0]).device, points.device, what="the device")


def test_x_comes_to_the_model(device):
    """x is moved and not the model, if they are on two devices; the result stays with the model."""
    model, x = _model(device), torch.tensor(POINTS)
    expected = model(x.to(device)).detach()
    with assert_untouched(model, x):
        result = predictions(model, x)
    assert_close(result, expected)
    model, x = nn.Linear(2, 1, device=META), torch.tensor(POINTS, device=device)
    result = predictions(model, x)
    assert_equal(result.device.type, "meta", what="where the result is")
    assert_equal(list(result.shape), [3, 1], what="its shape")
    where = {it.device.type for it in model.parameters()}
    assert_equal(where, {"meta"}, what="where the model is, afterwards")
    assert_equal(x.device.type, device, what="where x is, afterwards")


def _model(device):
    layers = [nn.Linear(2, 3), nn.BatchNorm1d(3, affine=False), nn.Tanh(), nn.Linear(3, 1)]
    return nn.Sequential(*layers).to(device).eval()
