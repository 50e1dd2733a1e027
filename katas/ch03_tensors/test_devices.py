"""Tensors on devices (§3.9): what is moved, what stays, and where new tensors are made.

Tensors on the device "meta", which each machine has, do not mix with others: where a thing is can
be seen there without a GPU.
"""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.devices import batch_on, constants, move_model, predictions

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
@pytest.mark.parametrize("numbers", [[0.1, -3.0], [0.7], []], ids=["two", "one", "none"])
def test_constants_can_be_computed_with(device, dtype, numbers):
    """They have the device and the dtype of x, and as many digits as that holds."""
    x = torch.tensor(POINTS, device=device, dtype=dtype)
    expected = torch.tensor(numbers, device=device, dtype=dtype)
    with assert_untouched(x):
        result = constants(numbers, x)
    assert_close(result, expected, **EXACTLY)


def test_constants_are_made_where_x_is(device, dtype):
    """If x is on another device than new tensors are, the constants are on that device, too."""
    for where in (torch.device(device), META):
        x = torch.tensor(POINTS, device=where, dtype=dtype)
        result = constants([0.1, -3.0], x)
        made = result.device.type, result.dtype, list(result.shape)
        assert_equal(made, (where.type, dtype, [2]), what="device, dtype and shape")


def test_x_comes_to_the_model(device):
    """x is moved and not the model, if they are on two devices; the result stays with the model."""
    model, x = _model(device), torch.tensor(POINTS)
    expected = model(x.to(device)).detach()
    with assert_untouched(model, x):
        result = predictions(model, x)
    assert_close(result, expected)
    model, x = _Echo(), torch.tensor(POINTS, device=device)
    result = predictions(model, x)
    assert_equal(result.device.type, "meta", what="where the result is")
    where = {it.device.type for it in model.parameters()}
    assert_equal(where, {"meta"}, what="where the model is, afterwards")
    assert_equal(x.device.type, device, what="where x is, afterwards")


class _Echo(nn.Module):
    """Returns what it is given: on "meta", where its parameter is, to compute is slow at first."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2, device=META))

    def forward(self, x):
        return x


def _model(device):
    layers = [nn.Linear(2, 3), nn.BatchNorm1d(3, affine=False), nn.Tanh(), nn.Linear(3, 1)]
    return nn.Sequential(*layers).to(device).eval()
