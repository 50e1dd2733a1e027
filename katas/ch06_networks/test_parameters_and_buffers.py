"""State that is kept, not trained (§6.3.2): saved and moved like a parameter, but measured."""

import copy

import pytest
import torch
from hypothesis import example, given
from hypothesis import strategies as st
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch06_networks.parameters_and_buffers import Center

in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])


@pytest.mark.parametrize("n_features", [1, 3])
def test_what_is_trained_and_what_is_only_kept(n_features):
    """weight is the one parameter; mean and count are buffers, and all three are saved."""
    center = Center(n_features)
    trained = {name: it.requires_grad for name, it in center.named_parameters()}
    buffers = sorted(name for name, _ in center.named_buffers())
    assert_equal(trained, {"weight": True}, what="the parameters, and whether they are trained")
    assert_equal(buffers, ["count", "mean"], what="the buffers")
    assert_equal(sorted(center.state_dict()), ["count", "mean", "weight"], what="what is saved")
    assert_close(center.weight, torch.ones(n_features), what="weight, at first")
    assert_close(center.mean, torch.zeros(n_features), what="mean, at first")
    assert_close(center.count, torch.tensor(0), what="count, at first")


@given(st.lists(st.integers(0, 4), max_size=4))
@example([0])
@example([3, 0, 1])
def test_the_mean_is_that_of_all_rows_so_far(device, dtype, sizes):
    """However the rows are divided among updates, mean is their mean; no rows change nothing."""
    center = _center(3, device, dtype)
    rows = _numbers((sum(sizes), 3), device, dtype)
    for batch in rows.split(sizes) if sizes else []:
        center.update(batch)
    expected = rows.mean(dim=0) if len(rows) else torch.zeros(3, device=device, dtype=dtype)
    _assert_mean(center.mean, expected, what="mean")
    assert_close(center.count, torch.tensor(len(rows), device=device), what="count")


@in_both_modes
def test_update_only_moves_mean_and_count(device, dtype, training):
    """In either mode update leaves x, weight, gradients and modes alone; mean carries no graph."""
    center = _center(3, device, dtype).train(training)
    center.weight.grad = torch.full((3,), 7.0, device=device, dtype=dtype)
    x = _numbers((3, 5), device, dtype).T.requires_grad_()  # not contiguous
    expected = x.detach().mean(dim=0)
    weight = center.weight
    with assert_untouched(x, weight):
        center.update(x)
        center.update(x)
    same = center.weight is weight
    assert_equal(same, True, what="whether weight is still the parameter that an optimizer holds")
    assert_equal(center.training, training, what="training")
    _assert_mean(center.mean, expected, what="mean")
    for name in ("mean", "count"):
        tensor = center.get_buffer(name)
        assert_equal(tensor.requires_grad, False, what=f"{name}.requires_grad, after an update")


@in_both_modes
@pytest.mark.parametrize("shape", [(4, 3), (1, 3), (0, 3), (3,), (2, 5, 3)])
def test_forward_centers_then_scales(device, dtype, training, shape):
    """forward is (x - mean) * weight in either mode; x and weight get gradients, nothing moves."""
    center = _center(3, device, dtype).train(training)
    center.update(_numbers((4, 3), device, dtype))
    mean = center.mean.clone()
    x = (3 * _numbers(shape, device, dtype)).requires_grad_()
    expected = (x - mean) * center.weight
    with assert_untouched(center, x):
        out = center(x)
    assert_close(out, expected)
    leaves, upstream = [x, center.weight], _numbers(shape, device, dtype)
    gradients = torch.autograd.grad(out, leaves, upstream)
    wanted = torch.autograd.grad(expected, leaves, upstream)
    assert_close(gradients[0], wanted[0], what="the gradient of x")
    assert_close(gradients[1], wanted[1], what="the gradient of weight")


def test_a_loaded_module_goes_on_where_the_saved_one_stopped(device, dtype):
    """After load_state_dict another module has mean and count, and counts on from there."""
    rows = _numbers((7, 3), device, dtype)
    saved, loaded, third = (_center(3, device, dtype) for _ in range(3))
    loaded.update(-rows)
    saved.update(rows[:5])
    loaded.load_state_dict(copy.deepcopy(saved.state_dict()))
    loaded.update(rows[5:])
    _assert_mean(loaded.mean, rows.mean(dim=0), what="mean, after loading and two rows more")
    assert_close(loaded.count, torch.tensor(7, device=device), what="count")
    _assert_mean(saved.mean, rows[:5].mean(dim=0), what="mean of the module that was saved")
    assert_close(third.mean, torch.zeros_like(rows[0]), what="mean of a module never updated")


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16])
@pytest.mark.parametrize("inside", [False, True], ids=["alone", "in a Sequential"])
def test_the_buffers_move_with_the_module(device, dtype, inside):
    """to() casts and moves mean with the rest, and count stays int64; then all works as before."""
    rows = torch.tensor([[1.0, 2.0, 4.0], [3.0, 6.0, 8.0]])  # small integers, exact in any dtype
    center = _center(3, "cpu", torch.float32)
    center.update(rows)
    model = nn.Sequential(center) if inside else center
    model.to(device=device, dtype=dtype)
    assert_equal(center.mean.dtype, dtype, what="the dtype of mean")
    x = rows.to(device=device, dtype=dtype) + 4
    expected = torch.tensor([[6, -2, 1], [10, -6, 3]], device=device, dtype=dtype)
    assert_close(model(x), expected)
    center.update(x)
    expected = torch.tensor([4, 6, 8], device=device, dtype=dtype)
    assert_close(center.mean, expected, what="mean, after the next update")
    assert_close(center.count, torch.tensor(4, device=device), what="count")


def test_an_optimizer_trains_the_weight_alone(device, dtype):
    """Even unfrozen, and with weight decay, only weight moves: mean is no parameter."""
    center = _center(3, device, dtype)
    center.update(_numbers((4, 3), device, dtype))
    mean, weight = center.mean.clone(), center.weight.detach().clone()
    for parameter in center.parameters():
        parameter.requires_grad_()
    optimizer = torch.optim.SGD(center.parameters(), lr=0.1, weight_decay=0.1)
    center(_numbers((5, 3), device, dtype)).sum().backward()
    slope = (_numbers((5, 3), device, dtype) - mean).sum(dim=0)
    optimizer.step()
    assert_close(center.weight, weight - 0.1 * (slope + 0.1 * weight), what="weight")
    assert_close(center.mean, mean, what="mean, after a step")


def _assert_mean(actual, expected, what):
    """Additions may come in any order, so leave room for their rounding."""
    __tracebackhide__ = True
    tolerance = 64 * torch.finfo(expected.dtype).eps
    assert_close(actual, expected, rtol=tolerance, atol=tolerance, what=what)


def _center(n_features, device, dtype):
    """With weights that multiply, so that x and what forward makes of it differ."""
    center = Center(n_features)
    with torch.no_grad():
        center.weight.copy_(torch.tensor([2.0, -1.0, 0.5])[:n_features])
    return center.to(device=device, dtype=dtype)


def _numbers(shape, device, dtype):
    """Numbers no two of which are alike, far from centred; the same at every call."""
    n = torch.Size(shape).numel()
    numbers = 2 + torch.sin(torch.arange(n, dtype=torch.float64)) * torch.arange(1, n + 1) ** 0.5
    return numbers.to(device=device, dtype=dtype).reshape(shape)
