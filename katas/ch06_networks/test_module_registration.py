"""Modules inside lists, modules inside dicts (§6.2): found, moved, switched, saved."""

import copy

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch06_networks.module_registration import Chain, Heads

each_container = pytest.mark.parametrize("kind", ["Chain", "Heads"])


@pytest.mark.parametrize("places", [[], [0], [0, 1, 2, 3, 4], [0, 4, 0], [0, 4, 3] * 4], ids=str)
@pytest.mark.parametrize("source", [list, iter], ids=["list", "iterator"])
def test_the_layers_of_a_chain_follow_each_other(device, dtype, places, source):
    """Each layer gets what the one before returned; one that is given twice is called twice."""
    layers = _layers(device, dtype)
    layers = [layers[place] for place in places]
    chain = Chain(source(layers))
    x = _ramp((4, 2), device, dtype).requires_grad_()
    expected = nn.Sequential(*copy.deepcopy(layers))(x)
    for _ in range(2):
        with assert_untouched(x):
            out = chain(x)
        assert_close(out, expected)
    upstream = _ramp(expected.shape, device, dtype)
    (gradient,) = torch.autograd.grad(out, x, upstream)
    assert_close(
        gradient, torch.autograd.grad(expected, x, upstream)[0], what="the gradient of the input"
    )


@pytest.mark.parametrize("shared", [False, True], ids=["", "a head under two names"])
@pytest.mark.parametrize("names", [[], ["b", "a"], ["heads", "0", "a", "mean"]])
def test_every_head_sees_the_same_input(device, dtype, names, shared):
    """Heads return a dict: what each head makes of x, under the names and in the order given."""
    heads = {name: _layers(device, dtype, seed)[0] for seed, name in enumerate(names)}
    if shared and heads:
        heads[names[-1]] = heads[names[0]]
    x = _ramp((4, 2), device, dtype).requires_grad_()
    expected = {name: head(x) for name, head in heads.items()}
    container = Heads(heads)
    with assert_untouched(x, container):
        outputs = container(x)
    _assert_is_dict(outputs)
    assert_equal(list(outputs), names, what="the names")
    upstream = _ramp((4, 2), device, dtype)
    for name in names:
        assert_close(outputs[name], expected[name], what=f"the output called {name}")
        (gradient,) = torch.autograd.grad(outputs[name], x, upstream)
        (wanted,) = torch.autograd.grad(expected[name], x, upstream)
        assert_close(gradient, wanted, what=f"the gradient of the input, from {name}")


@each_container
def test_modules_are_called(device, dtype, kind):
    """The modules are called, not their forward: a forward hook may change what comes out."""
    layers = _layers(device, dtype)[:1]
    layers[0].register_forward_hook(lambda module, args, out: 10 * out)
    x = _ramp((4, 2), device, dtype)
    (output,) = _outputs(kind, layers, _container(kind, layers)(x))
    assert_close(output, 10 * (x @ layers[0].weight.T + layers[0].bias))


@each_container
def test_every_parameter_is_found(device, dtype, kind):
    """An optimizer built at once gets the very parameters of the modules given, in their order."""
    layers = _layers(device, dtype) + _layers(device, dtype, seed=1) + _layers(device, dtype)[:2]
    layers[1].requires_grad_(False)  # frozen parameters are parameters
    layers.append(layers[0])  # given twice, and still one layer
    container = _container(kind, layers)
    expected = [parameter for layer in layers[:-1] for parameter in layer.parameters()]
    found = list(container.parameters())
    assert_equal([list(it.shape) for it in found], [list(it.shape) for it in expected])
    same = [it is wanted for it, wanted in zip(found, expected, strict=True)]
    assert_equal(same, [True] * len(same), what="whether each is the parameter that was given")
    optimizer = torch.optim.SGD(found, lr=0.25)
    starts = [parameter.detach().clone() for parameter in found]
    sum(parameter.sum() for parameter in expected).backward()
    optimizer.step()
    for parameter, start in zip(expected, starts, strict=True):
        expected = start - 0.25 if parameter.requires_grad else start
        assert_close(parameter, expected, what="a parameter, after a step down a slope of 1")


@each_container
def test_the_mode_reaches_every_module(device, dtype, kind):
    """eval() and train() reach every module given, also those inside of it."""
    layers = _layers(device, dtype)
    given = [module for layer in layers for module in layer.modules()]
    container = _container(kind, layers)
    assert_equal([it.training for it in given], [True] * len(given), what="training, at first")
    container.eval()
    assert_equal([it.training for it in given], [False] * len(given), what="training, after eval()")
    container.train()
    assert_equal([it.training for it in given], [True] * len(given), what="training, after train()")


@each_container
def test_every_tensor_is_moved(device, kind):
    """to() reaches every parameter and buffer: in another dtype the container still works."""
    layers = _layers("cpu", torch.float32)
    container = _container(kind, layers).to(device=device, dtype=torch.float64)
    tensors = [it for layer in layers for it in [*layer.parameters(), *layer.buffers()]]
    devices = {it.device.type for it in tensors}
    assert_equal(devices, {torch.device(device).type}, what="the devices of the tensors")
    dtypes = {it.dtype for it in tensors if it.is_floating_point()}
    assert_equal(dtypes, {torch.float64}, what="the dtypes of the tensors")
    x = _ramp((3, 2), device, torch.float64)
    _outputs(kind, layers, container(x))


@each_container
def test_what_is_saved_can_be_loaded(device, dtype, kind):
    """state_dict() holds every parameter and buffer: loaded into another, both compute the same."""
    layers = _layers(device, dtype)
    source = _container(kind, layers)
    x = _ramp((4, 2), device, dtype)
    source(3 * x + 1)  # in training mode this moves batch norm's statistics
    others = _layers(device, dtype, seed=1)
    target = _container(kind, others)
    target.load_state_dict(source.state_dict())
    for layer, other in zip(layers, others, strict=True):
        for name, wanted in layer.state_dict().items():
            what = f"{name} of a {type(layer).__name__}, loaded"
            assert_close(other.state_dict()[name], wanted, what=what)
    got = _outputs(kind, layers, target.eval()(x))
    for output, wanted in zip(got, _outputs(kind, layers, source.eval()(x)), strict=True):
        assert_close(output, wanted, what="the output after loading")


@each_container
def test_a_copy_stands_alone(device, dtype, kind):
    """A deep copy computes with parameters of its own: training it leaves the first as it was."""
    layers = _layers(device, dtype)
    container = _container(kind, layers).eval()
    x = _ramp((4, 2), device, dtype)
    before = _outputs(kind, layers, container(x))
    twin = copy.deepcopy(container)
    with torch.no_grad():
        for parameter in twin.parameters():
            parameter.add_(1)
    for got, wanted in zip(_outputs(kind, layers, container(x)), before, strict=True):
        assert_close(got, wanted, what="the output, after the copy has changed")
    changed = zip(_outputs(kind, layers, twin(x)), before, strict=True)
    same = all(torch.equal(got, was) for got, was in changed)
    assert_equal(same, False, what="whether the copy computes as before, with other parameters")


@each_container
def test_the_list_may_change_afterwards(device, dtype, kind):
    """The container keeps its modules when the list or dict that they came in is emptied."""
    layers = _layers(device, dtype)
    given = list(layers) if kind == "Chain" else _named(layers)
    container = (Chain if kind == "Chain" else Heads)(given).eval()
    x = _ramp((4, 2), device, dtype)
    before = _outputs(kind, layers, container(x))
    given.clear()
    for got, wanted in zip(_outputs(kind, layers, container(x)), before, strict=True):
        assert_close(got, wanted, what="the output")


def _container(kind, layers):
    return Chain(layers) if kind == "Chain" else Heads(_named(layers))


def _named(layers):
    """The layers under names that are not in alphabetical order."""
    return {f"head_{len(layers) - place}": layer for place, layer in enumerate(layers)}


def _outputs(kind, layers, output):
    """The output of a chain, or those of heads, as a list."""
    if kind == "Chain":
        return [output]
    _assert_is_dict(output)
    return [output[name] for name in _named(layers)]


def _assert_is_dict(output):
    __tracebackhide__ = True
    kind = "dict" if isinstance(output, dict) else type(output).__name__
    assert_equal(kind, "dict", what="the type of what forward returned")


def _layers(device, dtype, seed=0):
    """Layers that can follow each other: with buffers, with modes, with layers inside."""
    layers = [
        nn.Linear(2, 2),
        nn.BatchNorm1d(2),
        nn.Dropout(0.0),
        nn.Sequential(nn.Tanh(), nn.Linear(2, 2)),
        nn.PReLU(),
    ]
    for layer in layers:
        for n, parameter in enumerate(layer.parameters()):
            start = _ramp(parameter.shape, torch.device("cpu"), torch.float32)
            parameter.data = start + 0.25 + n + seed
        layer.to(device=device, dtype=dtype)
    return layers


def _ramp(shape, device, dtype):
    """Numbers from -1 to 2, no two alike."""
    n = torch.Size(shape).numel()
    return torch.linspace(-1, 2, n, device=device, dtype=dtype).reshape(shape)
