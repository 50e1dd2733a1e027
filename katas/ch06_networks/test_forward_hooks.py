"""Forward hooks (§6.2.1): what a submodule returned, seen from outside."""

import functools

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
from katas.ch06_networks.forward_hooks import outputs_of

in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])


@in_both_modes
@pytest.mark.parametrize("name", ["0", "1", "2", "2.0", ""])
def test_the_outputs_are_those_of_one_call(device, dtype, training, name):
    """outputs_of calls the model once, in the mode it is in, and gradients flow back."""
    expected, wanted, running_mean = _by_hand(name, device, dtype, training)
    model, x = _nested(device, dtype, training), _ramp((4, 2), device, dtype)
    flags = [part.training for part in model.modules()]
    with assert_untouched(x):
        outputs = outputs_of(model, name, x)
    assert_equal(isinstance(outputs, list), True, what="whether it is a list")
    assert_equal(len(outputs), 1, what="the number of outputs")
    assert_close(outputs[0], expected)
    assert_equal(outputs[0].requires_grad, True, what="requires_grad of the output")
    upstream = _ramp(expected.shape, device, dtype)
    (gradient,) = torch.autograd.grad(outputs[0], model[0].weight, upstream)
    assert_close(gradient, wanted, what="the gradient of the first weight")
    flags_now = [part.training for part in model.modules()]
    assert_equal(flags_now, flags, what="the training flags, afterwards")
    # Each pass in training mode moves the running mean.
    assert_close(model[1].running_mean, running_mean, what="batch norm's running mean")


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
    expected = [x.reshape(size, -1).mean(dim=1)[None] for size in sizes]
    outputs = outputs_of(_Thrice(), name, x)
    shapes = [list(output.shape) for output in outputs]
    assert_equal(shapes, [[1, size] for size in sizes], what="the shapes of the outputs")
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
            outputs_of(model, "1", x)
    else:
        outputs = outputs_of(model, "0", x)
        model(x)
        assert_equal(len(outputs), 1, what="the number of outputs, after another call of the model")
    assert_equal(_hooks(model), before, what="the hooks there are, by module")


@functools.cache
def _by_hand(name, device, dtype, training):
    """What comes out there, its gradient, and the running mean, from one part after the other."""
    twin, x = _nested(device, dtype, training), _ramp((4, 2), device, dtype)
    first = twin[0](x)
    second = twin[1](first)
    inner = twin[2][0](second)
    last = twin[2][1](inner)
    output = {"0": first, "1": second, "2.0": inner, "2": last, "": last}[name]
    upstream = _ramp(output.shape, device, dtype)
    (gradient,) = torch.autograd.grad(output, twin[0].weight, upstream)
    return output.detach(), gradient, twin[1].running_mean


def _hooks(model):
    """The hooks of each module, those for all modules at once, and what stands in for forward."""
    kinds = ["forward_pre_hook", "forward_hook"]
    everywhere = torch.nn.modules.module
    hooks = {"all modules": [it for it in kinds for _ in getattr(everywhere, f"_global_{it}s")]}
    for name, module in model.named_modules():
        found = [kind for kind in kinds for _ in getattr(module, f"_{kind}s")]
        found += [f"another {it}" for it in ("forward", "__call__") if it in vars(module)]
        hooks[name or "the model"] = found
    return {name: found for name, found in hooks.items() if found}


def _nested(device, dtype, training):
    """A model with a model inside, the same at every call."""
    parts = nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Sequential(nn.Tanh(), nn.Linear(3, 2))
    model = nn.Sequential(*parts).to(device=device, dtype=dtype)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(_ramp(parameter.shape, device, dtype) + 0.25)
    return model.train(training)


def _ramp(shape, device, dtype):
    """Numbers from -1 to 2, no two alike."""
    n = torch.Size(shape).numel()
    return torch.linspace(-1, 2, n, device=device, dtype=dtype).reshape(shape)
