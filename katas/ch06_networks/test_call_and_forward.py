"""Calling a module (§6.2.1): hooks run with a call, not with forward."""

import copy

import pytest
import torch
from torch import nn
from torch.nn.functional import linear

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch06_networks.call_and_forward import TwoLayers, outputs_of

PARTS = ["hidden_linear", "hidden_activation", "output_linear"]
in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])


@in_both_modes
@pytest.mark.parametrize(("n_samples", "n_hidden"), [(11, 13), (1, 4), (3, 1)])
def test_two_layers_compute_the_network_of_the_book(device, dtype, training, n_samples, n_hidden):
    """x goes through hidden_linear, tanh, output_linear; gradients come back through all three."""
    net = TwoLayers(n_hidden=n_hidden).to(device=device, dtype=dtype).train(training)
    x = _ramp((n_samples, 1), device, dtype).requires_grad_()
    leaves = [x, *net.hidden_linear.parameters(), *net.output_linear.parameters()]
    with assert_untouched(net, x):
        out = net(x)
    expected = linear(torch.tanh(linear(x, *leaves[1:3])), *leaves[3:])
    assert_close(out, expected)
    upstream = _ramp((n_samples, 1), device, dtype)
    gradients = torch.autograd.grad(out, leaves, upstream)
    for gradient, wanted in zip(
        gradients, torch.autograd.grad(expected, leaves, upstream), strict=True
    ):
        assert_close(gradient, wanted, what="a gradient")


def test_two_layers_have_the_parts_of_the_book():
    """The parts are Linear(1, n_hidden), Tanh and Linear(n_hidden, 1), with nothing beside them."""
    net = TwoLayers(13)
    shapes = {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}
    expected = {
        "hidden_linear.weight": (13, 1),
        "hidden_linear.bias": (13,),
        "output_linear.weight": (1, 13),
        "output_linear.bias": (1,),
    }
    assert_equal(shapes, expected)
    assert isinstance(net.hidden_activation, nn.Tanh)


@in_both_modes
@pytest.mark.parametrize("kind", ["forward_pre_hook", "forward_hook", "full_backward_hook"])
def test_the_hooks_of_every_part_run(device, dtype, training, kind):
    """Each time the net is called, each part's hooks run once: net(x) calls its parts too."""
    net = TwoLayers(3).to(device=device, dtype=dtype).train(training)
    ran = []
    for name in PARTS:
        register = getattr(getattr(net, name), f"register_{kind}")
        register(lambda *_, name=name: ran.append(name))
    for _ in range(2):
        x = _ramp((2, 1), device, dtype).requires_grad_()
        net(x).sum().backward()
    order = PARTS[::-1] if kind == "full_backward_hook" else PARTS
    assert_equal(ran, 2 * order, what=f"the parts whose {kind} ran, in two calls")


def test_what_a_hook_returns_takes_the_place_of_the_value(device, dtype):
    """A pre-hook may change what goes into a part, a forward hook what comes out of it."""
    net = TwoLayers(3).to(device=device, dtype=dtype)
    net.hidden_linear.register_forward_hook(lambda part, args, out: out + 1)
    net.hidden_activation.register_forward_hook(lambda part, args, out: 2 * out)
    net.output_linear.register_forward_pre_hook(lambda part, args: (args[0] - 3,))
    x = _ramp((4, 1), device, dtype)
    hidden = torch.tanh(linear(x, net.hidden_linear.weight, net.hidden_linear.bias) + 1)
    expected = linear(2 * hidden - 3, net.output_linear.weight, net.output_linear.bias)
    assert_close(net(x), expected)


@in_both_modes
@pytest.mark.parametrize("name", ["0", "1", "2", "2.0", ""])
def test_the_outputs_are_those_of_one_call(device, dtype, training, name):
    """outputs_of calls the model once, in the mode it is in, and gradients flow back."""
    model, twin = _nested(device, dtype, training), _nested(device, dtype, training)
    x = _ramp((4, 2), device, dtype)
    first = twin[0](x)
    second = twin[1](first)
    inner = twin[2][0](second)
    last = twin[2][1](inner)
    expected = {"0": first, "1": second, "2.0": inner, "2": last, "": last}[name]
    with assert_untouched(x):
        outputs = outputs_of(model, name, x)
    assert isinstance(outputs, list)
    assert_equal(len(outputs), 1, what="the number of outputs")
    assert_close(outputs[0], expected)
    upstream = _ramp(expected.shape, device, dtype)
    (gradient,) = torch.autograd.grad(outputs[0], model[0].weight, upstream)
    (wanted,) = torch.autograd.grad(expected, twin[0].weight, upstream)
    assert_close(gradient, wanted, what="the gradient of the first weight")
    assert_equal(
        [part.training for part in model.modules()],
        [part.training for part in twin.modules()],
        what="the training flags, afterwards",
    )
    # Each pass in training mode moves the running mean.
    assert_close(model[1].running_mean, twin[1].running_mean, what="batch norm's running mean")


class _Thrice(nn.Module):
    def __init__(self):
        super().__init__()
        self.halve = nn.AvgPool1d(2)
        self.unused = nn.Tanh()

    def forward(self, x):
        return self.halve(self.halve(self.halve(x)))


@pytest.mark.parametrize(("name", "sizes"), [("halve", [4, 2, 1]), ("unused", [])])
def test_there_is_one_output_for_each_call(device, dtype, name, sizes):
    """A submodule that runs three times has three outputs; one that never runs has none."""
    x = _ramp((1, 8), device, dtype)
    outputs = outputs_of(_Thrice().to(device=device), name, x)
    expected = [x.reshape(size, -1).mean(dim=1)[None] for size in sizes]
    assert_equal([list(it.shape) for it in outputs], [[1, size] for size in sizes])
    for output, wanted in zip(outputs, expected, strict=True):
        assert_close(output, wanted)


@pytest.mark.parametrize("name", ["0", ""])
def test_the_hooks_that_were_there_run_and_count(device, dtype, name):
    """The model's own hooks run, each once, and an entry is what came out after them."""
    model = _nested(device, dtype, training=False)
    ran = []
    model.register_forward_pre_hook(lambda module, args: ran.append("before the model"))
    model[0].register_forward_hook(lambda module, args, out: 10 * out)
    model.register_forward_hook(lambda module, args, out: ran.append("after the model"))
    model.register_forward_hook(lambda module, args, out: -out)
    x = _ramp((4, 2), device, dtype)
    expected = {"0": 10 * linear(x, model[0].weight, model[0].bias), "": model(x)}
    ran.clear()
    (output,) = outputs_of(model, name, x)
    assert_close(output, expected[name])
    assert_equal(ran, ["before the model", "after the model"], what="the hooks that ran")


@pytest.mark.parametrize("raises", [False, True], ids=["returns", "raises"])
def test_no_hook_is_left_behind(device, dtype, raises):
    """Afterwards the model has the hooks that it had before, even if calling it raised an error."""
    model = _nested(device, dtype, training=False)
    model[0].register_forward_hook(lambda module, args, out: None)
    before = _hooks(model)
    x = _ramp((4, 3 if raises else 2), device, dtype)  # the model takes 2 features
    if raises:
        with assert_raises(RuntimeError):
            outputs_of(model, "0", x)
    else:
        outputs = outputs_of(model, "0", x)
        kept = list(outputs)
        model(x)
        assert_equal(len(outputs), len(kept), what="the entries, after another call of the model")
    assert_equal(_hooks(model), before, what="the hooks of each module, and those of all modules")


def _hooks(model):
    """How many hooks each module has, and how many are there for all modules at once."""
    everywhere = torch.nn.modules.module
    kinds = ["_forward_pre_hooks", "_forward_hooks"]
    hooks = {
        name or "the model": [len(getattr(module, kind)) for kind in kinds]
        + [attribute for attribute in ("forward", "__call__") if attribute in vars(module)]
        for name, module in model.named_modules()
    }
    return hooks | {"all": [len(getattr(everywhere, f"_global{kind}")) for kind in kinds]}


def _nested(device, dtype, training):
    """A model with a model inside, the same at every call."""
    parts = nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Sequential(nn.Tanh(), nn.Linear(3, 2))
    model = nn.Sequential(*parts).to(device=device, dtype=dtype)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(_ramp(parameter.shape, device, dtype) + 0.25)
    return copy.deepcopy(model).train(training)


def _ramp(shape, device, dtype):
    """Numbers from -1 to 2, no two alike."""
    n = torch.Size(shape).numel()
    return torch.linspace(-1, 2, n, device=device, dtype=dtype).reshape(shape)
