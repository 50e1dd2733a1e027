"""Graphs of a compiled function (§17.3 of the second edition): one where nothing breaks."""

from traceback import StackSummary

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch15_production.graph_breaks import clip_norm, count_graphs


@pytest.fixture(autouse=True)
def _as_if_nothing_had_been_compiled(monkeypatch):
    torch._dynamo.reset()
    # For its log torch times the guards of each graph, and writes down all that stands below each
    # break, which is pytest: that takes almost half of the time.
    guards, exc = torch._dynamo.guards, torch._dynamo.exc
    monkeypatch.setattr(guards, "profile_guard_manager", lambda *_: 0.0, raising=False)
    monkeypatch.setattr(exc, "_extract_stack_with_positions", StackSummary, raising=False)


def test_operators_alone_are_one_graph():
    """Where nothing breaks it there is one graph, however often it is called."""
    assert_equal(count_graphs(_straight, [_rows(4), -_rows(4), _rows(4)]), 1)


def _item(x):
    return x / x.max().item()


def _print(x):
    y = x * 2
    print("mean", y.mean().item())
    return y + 1


def _branch(x):
    y = x * 5
    return y * 2 if y.sum() > 0 else y * 3


@pytest.mark.parametrize("function", [_item, _print, _branch])
def test_a_number_for_python_breaks_the_graph(function):
    """item(), a print, or a branch on data: one graph ends, and a second one begins."""
    assert_equal(count_graphs(function, [_rows(4)]), 2)


def test_the_other_branch_is_another_graph():
    """Once an input goes the other way, what comes after the break is compiled again."""
    assert_equal(count_graphs(_branch, [_rows(4), _rows(4), -_rows(4)]), 3)


@pytest.mark.parametrize(("dynamic", "graphs"), [(False, 4), (None, 2), (True, 1)])
def test_sizes_may_need_graphs_of_their_own(dynamic, graphs):
    """Four sizes are four graphs if sizes are fixed, two by default, and one if they are free."""
    batches = (_rows(n) for n in (2, 3, 4, 5))
    assert_equal(count_graphs(_straight, batches, dynamic), graphs)


def test_what_was_compiled_before_does_not_count():
    """Counted three times, there are as many graphs the last time as the first time."""
    counts = [count_graphs(_straight, [_rows(2), _rows(3)]) for _ in range(3)]
    assert_equal(counts, [2] * 3)


@pytest.mark.parametrize("scale", [0.1, 10.0])
def test_what_is_too_long_is_scaled(device, dtype, scale):
    """Norm 5 is scaled to 2, norm 0.05 stays as it is; gradients are those of this rule."""
    values = torch.tensor([[3.0, -4.0], [0.0, 0.0]], dtype=torch.float64) * scale / 2
    values[1, 1] = scale
    wide = values.to(dtype).double().requires_grad_()
    expected = wide * 2 / wide.norm() if wide.norm() > 2 else wide * 1
    weight = torch.tensor([[1.0, 2.0], [3.0, -1.0]], dtype=torch.float64)
    (gradient,) = torch.autograd.grad((expected * weight).sum(), wide)
    x = wide.detach().to(device, dtype, copy=True).requires_grad_()
    with assert_untouched(x):
        clipped = clip_norm(x, 2.0)
    assert_close(clipped, expected.to(device, dtype))
    (clipped * weight.to(device, dtype)).sum().backward()
    close = {"rtol": 0.05, "atol": 0.01} if dtype == torch.bfloat16 else {}
    assert_close(x.grad, gradient.to(device, dtype), what="the gradient of x", **close)


def test_zeros_have_a_gradient(device):
    """Zeros are not longer than anything: they stay, and so does what comes back to them."""
    x = torch.zeros(3, device=device, requires_grad=True)
    clipped = clip_norm(x, 0.5)
    clipped.sum().backward()
    assert_close(clipped, torch.zeros(3, device=device))
    assert_close(x.grad, torch.ones(3, device=device), what="the gradient of x")


class _Reads(TorchDispatchMode):
    """Counts the numbers that Python reads from tensors: each is a break."""

    n = 0

    def __torch_dispatch__(self, operator, types, args=(), kwargs=None):
        self.n += operator is torch.ops.aten._local_scalar_dense.default
        return operator(*args, **(kwargs or {}))


@pytest.mark.parametrize("scale", [0.01, 100.0])
def test_clipping_breaks_no_graph(scale):
    """Short or long, Python reads no number from x, nor from its norm: one graph does for all."""
    x = _rows(4) * scale
    with _Reads() as reads:
        clip_norm(x, 2.0)
    assert_equal(reads.n, 0, what="numbers that Python has read")


def _straight(x):
    return x * 2


def _rows(n):
    return torch.arange(1.0, n + 1)[:, None] / torch.tensor([4.0, 5.0, 6.0])
