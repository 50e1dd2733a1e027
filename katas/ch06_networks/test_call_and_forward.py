"""Calling a module (§6.2.1): hooks run with a call, not with forward."""

import pytest
import torch
from torch import nn
from torch.nn.functional import linear

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch06_networks.call_and_forward import TwoLayers

PARTS = ["hidden_linear", "hidden_activation", "output_linear"]
in_both_modes = pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])


@in_both_modes
@pytest.mark.parametrize(("n_samples", "n_hidden"), [(11, 13), (1, 4), (3, 1)])
def test_two_layers_compute_the_network_of_the_book(device, dtype, training, n_samples, n_hidden):
    """x goes through hidden_linear, tanh, output_linear; gradients come back through all three."""
    net = TwoLayers(n_hidden=n_hidden).to(device=device, dtype=dtype).train(training)
    x = _ramp((n_samples, 1), device, dtype).requires_grad_()
    leaves = [x, *net.hidden_linear.parameters(), *net.output_linear.parameters()]
    expected = linear(torch.tanh(linear(x, *leaves[1:3])), *leaves[3:])
    upstream = _ramp((n_samples, 1), device, dtype)
    wanted = torch.autograd.grad(expected, leaves, upstream)
    with assert_untouched(net, x):
        out = net(x)
    assert_close(out, expected)
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    gradients = torch.autograd.grad(out, leaves, upstream, allow_unused=True)
    names = ["x", "hidden_linear.weight", "hidden_linear.bias"]
    names += ["output_linear.weight", "output_linear.bias"]
    for name, gradient, right in zip(names, gradients, wanted, strict=True):
        assert_close(gradient, right, what=f"the gradient of {name}")


@pytest.mark.parametrize("n_hidden", [13, 5, 1])
def test_two_layers_have_the_parts_of_the_book(n_hidden):
    """The parts are Linear(1, n_hidden), Tanh and Linear(n_hidden, 1), under these names."""
    net = TwoLayers(n_hidden)
    shapes = {name: tuple(parameter.shape) for name, parameter in net.named_parameters()}
    expected = {
        "hidden_linear.weight": (n_hidden, 1),
        "hidden_linear.bias": (n_hidden,),
        "output_linear.weight": (1, n_hidden),
        "output_linear.bias": (1,),
    }
    assert_equal(shapes, expected, what="the shapes of the parameters")
    is_tanh = isinstance(net.hidden_activation, nn.Tanh)
    assert_equal(is_tanh, True, what="whether hidden_activation is an nn.Tanh")


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


def _ramp(shape, device, dtype):
    """Numbers from -1 to 2, no two alike."""
    n = torch.Size(shape).numel()
    return torch.linspace(-1, 2, n, device=device, dtype=dtype).reshape(shape)
