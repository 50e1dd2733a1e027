"""What a trace keeps (§15.2.3): the operators of one run, with its loops, branches and mode."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas._dojo.writing.forbidding import forbid_code_of
from katas.ch15_production.tracing import Trace

TRACER = "torch.jit.trace is what you are to write here, in a few lines."


def test_another_input_goes_the_same_way(device, dtype):
    """Where there are operators alone, the trace gives what the function gives, for any input."""

    def function(x):
        whole = (x * 10).to(torch.int32)
        values, order = x.sort(dim=1, descending=True)
        changed = values.clone()
        changed[:, 0] = 3
        return torch.cat([values, changed * order, whole], dim=1)

    trace = Trace(function, _numbers(device, dtype, seed=1))
    for seed in (2, 3, 1):
        x = _numbers(device, dtype, seed)
        assert_close(trace(x), function(_numbers(device, dtype, seed)))
        assert_close(x, _numbers(device, dtype, seed), what="the input, afterwards")


def test_what_comes_back_need_not_be_the_last(device):
    """The output may come before the last operator, and may be the input itself."""

    def function(x):
        doubled = x * 2
        doubled.abs().sum()
        return doubled

    example, x = _numbers(device), _numbers(device, seed=5)
    assert_close(Trace(function, example)(x), 2 * x)
    assert_close(Trace(lambda x: x, example)(x), x, what="the trace of a function that gives x")


def test_the_function_itself_runs_once(device):
    """Python runs once, for the example; a call of the trace does not enter the function again."""
    runs = []

    def function(x):
        runs.append(len(x))
        return x + 1

    with forbid_code_of("torch.jit", because=TRACER):
        trace = Trace(function, _numbers(device))
    for _ in range(3):
        trace(_numbers(device, seed=2))
    assert_equal(runs, [4], what="rows that the function was given")


def test_a_loop_goes_round_as_often_as_for_the_example(device):
    """Traced on 5 rows, 7 of them give 5. instead of 7., silently; for 3 there is an IndexError."""

    def sum_of_rows(x):
        total = torch.zeros((), device=x.device)
        for row in range(x.size(0)):
            total = total + x[row]
        return total

    trace = Trace(sum_of_rows, torch.ones(5, device=device))
    assert_close(trace(torch.ones(7, device=device)), torch.tensor(5.0, device=device))
    with assert_raises(IndexError):
        trace(torch.ones(3, device=device))


@pytest.mark.parametrize("first", [1.0, -1.0])
def test_the_branch_of_the_example_is_taken(device, first):
    """Whatever the sum of an input is, it goes where the example went."""

    def function(x):
        return x * 10 if x.sum() > 0 else x - 5

    example = torch.full((2,), first, device=device)
    x = torch.tensor([[3.0, 4.0], [-3.0, -4.0]], device=device)
    expected = x * 10 if first > 0 else x - 5
    trace = Trace(function, example)
    assert_close(torch.stack([trace(row) for row in x]), expected)


def test_a_number_that_was_read_stays(device):
    """What Python has read from the example, its maximum or its length, is a constant."""

    def function(x):
        return x / float(x.max().to(torch.int32)) + len(x)

    trace = Trace(function, torch.tensor([1.0, 4.5], device=device))
    x = torch.tensor([2.0, 16.0, 4.0], device=device)
    assert_close(trace(x), x / 4 + 2)


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_the_mode_of_the_model_stays(device, training):
    """Traced in train mode it drops out for ever, eval() or not; traced in eval mode never."""
    model = nn.Sequential(nn.Dropout(0.5), nn.ReLU()).train(training)
    trace = Trace(model, torch.ones(2, 100, device=device))
    model.train(not training)
    dropped = bool((trace(torch.ones(2, 100, device=device)) == 0).any())
    assert_equal(dropped, training, what="whether something was dropped")
    assert_equal(model.training, not training, what="the model's mode, afterwards")


def test_weights_are_those_of_the_model(device):
    """After training the trace computes with the new weights, and gradients reach them."""
    model = nn.Sequential(nn.Linear(3, 2), nn.Tanh(), nn.Linear(2, 1)).to(device)
    trace = Trace(model, _numbers(device))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(-2).add_(0.25)
    x = _numbers(device, seed=3).requires_grad_()
    leaves = [x, *model.parameters()]
    output = model(x)
    expected = torch.autograd.grad(output.square().sum(), leaves)
    traced = trace(x)
    assert_close(traced, output)
    names = ["the input", *dict(model.named_parameters())]
    actual = torch.autograd.grad(traced.square().sum(), leaves)
    for name, got, wanted in zip(names, actual, expected, strict=True):
        assert_close(got, wanted, what=f"the gradient of {name}")


def _numbers(device, dtype=torch.float32, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(4, 3, generator=generator, dtype=torch.float64).to(device, dtype)
