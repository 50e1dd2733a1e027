"""Composition (§6.1.2): many linear layers are one, unless something bends in between."""

from itertools import pairwise

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
from katas.ch06_networks.composition import collapse, deep_net


@pytest.mark.parametrize(
    ("sizes", "biases"),
    [
        ((2, 3), "b"),
        ((1, 13, 1), "bb"),
        ((3, 3, 3), "bb"),
        ((2, 4, 1, 3), "bbb"),
        ((2, 4, 3), "b-"),
        ((2, 4, 3), "-b"),
        ((2, 4, 3, 2), "-b-"),
        ((2, 4, 3), "--"),
    ],
)
def test_one_layer_does_what_the_chain_does(device, dtype, sizes, biases):
    """The new layer gives what the chain gives; a bias runs through every layer after its own."""
    layers = _chain(sizes, biases, device, dtype)
    x = _integers((5, sizes[0]), device, dtype)
    expected = nn.Sequential(*layers)(x)
    collapsed = _collapse(layers)
    assert_equal(isinstance(collapsed, nn.Linear), True, what="whether it is an nn.Linear")
    assert_close(collapsed(x), expected)
    features = (collapsed.in_features, collapsed.out_features)
    assert_equal(features, (sizes[0], sizes[-1]), what="in_features, out_features")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_the_new_layer_has_the_dtype_of_the_others(device, dtype):
    """What the layers are in, float32, float64 or bfloat16, the new layer is in, too."""
    first, second = _chain((2, 4, 3), "bb", device, dtype)
    weight, bias = second.weight @ first.weight, second(first.bias)
    collapsed = _collapse([first, second])
    assert_close(collapsed.weight.detach(), weight.detach(), what="the weight")
    assert_close(collapsed.bias.detach(), bias.detach(), what="the bias")


def test_a_layer_may_stand_there_twice(device, dtype):
    """The same layer again is one more layer: its place counts, not which layer it is."""
    turn, last = _chain((3, 3, 2), "bb", device, dtype)
    x = _integers((5, 3), device, dtype)
    expected = last(turn(turn(x)))
    assert_close(_collapse([turn, turn, last])(x), expected)


@pytest.mark.parametrize("frozen", [False, True], ids=["trained", "frozen"])
@pytest.mark.parametrize("sizes", [(3, 3), (3, 3, 3)], ids=["one layer", "two layers"])
def test_the_new_layer_stands_alone(device, dtype, sizes, frozen):
    """The new parameters are trainable; training them moves neither the layers nor the list."""
    layers = _chain(sizes, "bb", device, dtype)
    for parameter in nn.Sequential(*layers).parameters():
        parameter.grad = torch.ones_like(parameter)
        parameter.requires_grad_(not frozen)
    given = list(layers)
    with assert_untouched(*layers):
        collapsed = _collapse(given)
        parameters = list(collapsed.parameters())
        trainable = [parameter.requires_grad for parameter in parameters]
        assert_equal(trainable, [True, True], what="requires_grad of the new parameters")
        collapsed(torch.ones(3, device=device, dtype=dtype)).sum().backward()
        with torch.no_grad():
            for parameter in parameters:
                parameter -= parameter.grad
    assert_equal(given, layers, what="the list, afterwards")


@pytest.mark.parametrize(
    "features",
    [
        [(2, 4), (3, 1)],
        [(2, 1), (6, 4)],
        [(2, 4), (3, 3), (3, 1)],
        [(5, 2), (2, 4), (3, 1)],
    ],
    ids=["4 into 3", "1 into 6", "the first two of three", "the last two of three"],
)
def test_layers_that_do_not_fit_are_refused(features):
    """A layer that takes another number of features than it is given is a ValueError."""
    layers = [nn.Linear(*pair) for pair in features]
    with assert_raises(ValueError):
        collapse(layers)


def test_no_layers_are_refused():
    """There is no layer that would stand for an empty list: that is a ValueError."""
    with assert_raises(ValueError):
        collapse([])


@pytest.mark.parametrize("sizes", [(1, 13, 1), (4, 3), (2, 5, 4, 3), (3, 2, 3, 2)])
@pytest.mark.parametrize("activation", [None, nn.Tanh, nn.ReLU], ids=["default", "Tanh", "ReLU"])
def test_an_activation_stands_between_two_layers(device, dtype, sizes, activation):
    """Linear, activation, linear: one activation (Tanh by default) between any two layers."""
    given = list(sizes)
    net = deep_net(given, activation) if activation else deep_net(given)
    assert_equal(given, list(sizes), what="sizes, afterwards")
    net = _filled(net, sizes, device, dtype)
    x = _integers((4, sizes[0]), device, dtype)
    expected = x
    for place, (weight, bias) in enumerate(_pairs(net)):
        expected = linear(expected, weight, bias)
        if place < len(sizes) - 2:
            expected = (activation or nn.Tanh)()(expected)
    output = net(x)
    assert_close(output, expected)
    upstream = torch.linspace(-1, 2, expected.numel(), device=device, dtype=dtype)
    gradients, wanted = (
        torch.autograd.grad(out, [*net.parameters()], upstream.view_as(out), allow_unused=True)
        for out in (output, expected)
    )
    for place, (gradient, right) in enumerate(zip(gradients, wanted, strict=True)):
        assert_close(gradient, right, what=f"the gradient of parameter {place}")


def test_the_net_of_the_book():
    """A net of sizes 1, 13, 1 has parameters of shapes [13, 1], [13], [1, 13], [1]: 40 numbers."""
    shapes = [list(parameter.shape) for parameter in deep_net([1, 13, 1]).parameters()]
    assert_equal(shapes, [[13, 1], [13], [1, 13], [1]], what="the shapes of the parameters")


def test_every_place_has_an_activation_of_its_own():
    """activation() is called once for each place between layers: each learns by itself."""
    made = []

    def activation():
        made.append(nn.PReLU())
        return made[-1]

    net = deep_net([2, 3, 4, 5], activation)
    assert_equal(len(made), 2, what="how many activations were made")
    with torch.no_grad():
        for slope, module in zip((0.5, -3.0), made, strict=True):
            module.weight.fill_(slope)
    first, second, last = (it for it in net.modules() if isinstance(it, nn.Linear))
    x = torch.tensor([[1.0, -2.0], [-4.0, 3.0], [6.0, 5.0]])
    expected = last(made[1](second(made[0](first(x)))))
    assert_close(net(x), expected)
    trained = {id(parameter) for parameter in net.parameters()}
    assert_equal(
        [id(module.weight) in trained for module in made],
        [True, True],
        what="whether parameters() has the weight of each activation",
    )


def test_without_activations_depth_adds_nothing(device, dtype):
    """Identity in between leaves a sum a sum, f(a+b) - f(b) = f(a) - f(0); tanh must not."""
    sizes = (2, 5, 4, 3)
    a, b = _integers((2, 4, 2), device, dtype)
    flat = _filled(deep_net(list(sizes), nn.Identity), sizes, device, dtype)
    layers = [module for module in flat.modules() if isinstance(module, nn.Linear)]
    expected = flat(a)
    assert_close(_collapse(layers)(a), expected)
    assert_close(flat(a + b) - flat(b), flat(a) - flat(0 * a))
    bent = _filled(deep_net(list(sizes)), sizes, device, dtype)
    gap = (bent(a + b) - bent(b)) - (bent(a) - bent(0 * a))
    bends = gap.abs().max().item() > 0.1
    assert_equal(bends, True, what="whether f(a+b) - f(b) differs from f(a) - f(0), with tanh")


@pytest.mark.parametrize("activation", [nn.Tanh, nn.ReLU, nn.Sigmoid])
@pytest.mark.parametrize("sizes", [(3, 2), (3, 4, 2)])
def test_an_output_may_be_any_number(device, dtype, sizes, activation):
    """Nothing holds the output back: if the last bias is -100, no output is above -50."""
    net = _filled(deep_net(list(sizes), activation), sizes, device, dtype)
    *_, last_bias = net.parameters()
    with torch.no_grad():
        last_bias.fill_(-100)
    largest = net(_integers((4, 3), device, dtype)).max().item()
    assert_equal(largest < -50, True, what=f"whether the largest output, {largest:.3g}, is so low")


@pytest.mark.parametrize("sizes", [[3], []], ids=["one", "none"])
def test_one_size_makes_no_layer(sizes):
    """A layer needs a size to come from and one to go to: fewer than two are a ValueError."""
    with assert_raises(ValueError):
        deep_net(sizes)


def _collapse(layers):
    # A new nn.Linear draws random numbers, which the contract allows.
    with torch.random.fork_rng(devices=[]):
        return collapse(layers)


def _chain(sizes, biases, device, dtype):
    """Layers with integers in them, so that no rounding depends on the order of products."""
    layers = []
    for place, (n_in, n_out) in enumerate(pairwise(sizes)):
        layer = nn.Linear(n_in, n_out, biases[place] == "b", device=device, dtype=dtype)
        with torch.no_grad():
            for seed, parameter in enumerate(layer.parameters()):
                parameter.copy_(_integers(parameter.shape, device, dtype, seed=2 * place + seed))
        layers.append(layer)
    return layers


def _filled(net, sizes, device, dtype):
    """``net`` with numbers of ours, once its parameters have the shapes that they should."""
    __tracebackhide__ = True
    shapes = [list(parameter.shape) for parameter in net.parameters()]
    wanted = [shape for n_in, n_out in pairwise(sizes) for shape in ([n_out, n_in], [n_out])]
    assert_equal(shapes, wanted, what="the shapes of the parameters")
    net = net.to(device=device, dtype=dtype)
    with torch.no_grad():
        for seed, parameter in enumerate(net.parameters()):
            parameter.copy_(_integers(parameter.shape, device, dtype, seed=seed) / 4)
    return net


def _pairs(net):
    parameters = list(net.parameters())
    return zip(parameters[::2], parameters[1::2], strict=True)


def _integers(shape, device, dtype, seed=0):
    """Integers from -3 to 3, none of them 0, the same on every device."""
    generator = torch.Generator().manual_seed(seed)
    signs = 2 * torch.randint(0, 2, shape, generator=generator) - 1
    sizes = torch.randint(1, 4, shape, generator=generator)
    return (signs * sizes).to(device=device, dtype=dtype)
