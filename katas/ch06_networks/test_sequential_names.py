"""Layers by name (§6.3.1): a Sequential with names, and the paths to its parameters."""

import pytest
import torch
from torch import nn
from torch.nn.functional import linear

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch06_networks.sequential_names import build_model, parameter_shapes


@pytest.mark.parametrize("n_hidden", [None, 8, 1], ids=["default", "8", "1"])
def test_the_layers_have_the_names_of_the_book(n_hidden):
    """The model is a Sequential of hidden_linear, hidden_activation, output_linear (§6.3.2)."""
    model = build_model() if n_hidden is None else build_model(n_hidden=n_hidden)
    n = n_hidden or 13
    assert_equal(isinstance(model, nn.Sequential), True, what="whether it is an nn.Sequential")
    layers = {name: repr(layer) for name, layer in model.named_children()}
    expected = {
        "hidden_linear": f"Linear(in_features=1, out_features={n}, bias=True)",
        "hidden_activation": "Tanh()",
        "output_linear": f"Linear(in_features={n}, out_features=1, bias=True)",
    }
    assert_equal(list(layers.items()), list(expected.items()), what="the layers, in order")


def test_the_model_computes_by_its_named_parameters(device, dtype):
    """output_linear of tanh of hidden_linear; each parameter gets a gradient under its own name."""
    model = build_model(5).to(device=device, dtype=dtype)
    x = torch.linspace(-2, 1, 4, device=device, dtype=dtype).unsqueeze(1)
    names = ["hidden_linear.weight", "hidden_linear.bias", "output_linear.weight"]
    parameters = [model.get_parameter(name) for name in [*names, "output_linear.bias"]]
    expected = linear(torch.tanh(linear(x, *parameters[:2])), *parameters[2:])
    with assert_untouched(model, x):
        out = model(x)
    assert_close(out, expected)
    gradients = torch.autograd.grad(out, parameters, x)
    for gradient, wanted in zip(
        gradients, torch.autograd.grad(expected, parameters, x), strict=True
    ):
        assert_close(gradient, wanted, what="a gradient")


def test_the_hidden_units_start_apart():
    """Weights start at random, as torch starts them: equal hidden units would stay equal."""
    model = build_model(13)
    for layer in (model.hidden_linear, model.output_linear):
        weights = layer.weight.flatten().tolist()
        assert_equal(len(set(weights)), 13, what="the number of different weights in a layer")
        bound = layer.in_features**-0.5  # as torch starts a Linear
        largest = max(map(abs, weights))
        spread = bound / 4 < largest <= bound
        assert_equal(spread, True, what=f"whether they fill -{bound:.3g} to {bound:.3g}")


def test_each_model_is_a_new_one():
    """Two models share no layer, and they start apart."""
    one, other = build_model(), build_model()
    for mine, its in zip(one.parameters(), other.parameters(), strict=True):
        assert_equal(mine is its, False, what="whether a parameter is shared")
        assert_equal(torch.equal(mine, its), False, what="whether two models start alike")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "book",
            {
                "hidden_linear.weight": (13, 1),
                "hidden_linear.bias": (13,),
                "output_linear.weight": (1, 13),
                "output_linear.bias": (1,),
            },
        ),
        (
            "nested",
            {
                "0.weight": (4, 1, 3, 2),
                "1.weight": (4,),
                "1.bias": (4,),
                "2.0.weight": (1,),
                "2.1.scale": (),
                "2.1.inner.weight": (2, 5),
            },
        ),
        ("tied", {"first.weight": (3, 3), "first.bias": (3,), "second.bias": (3,)}),
        ("a layer in two places", {"0.weight": (2, 2), "0.bias": (2,), "1.weight": (1,)}),
        ("a bare layer", {"weight": (2, 3), "bias": (2,)}),
        ("a bare parameter", {"scale": (), "inner.weight": (2, 5)}),
        ("twelve layers", {f"{place}.weight": (place + 2, place + 1) for place in range(12)}),
        ("empty", {}),
    ],
)
@pytest.mark.parametrize("frozen", [False, True], ids=["", "frozen"])
def test_every_parameter_is_listed_by_name(device, kind, expected, frozen):
    """Names are paths to parameters, in the model's order: no buffers, and tied ones once."""
    model = _model(kind).to(device=device).requires_grad_(not frozen)
    with assert_untouched(model):
        shapes = parameter_shapes(model)
    assert_equal(list(map(tuple, shapes.items())), list(expected.items()))


class _Scale(nn.Module):
    """A number of its own beside a layer without a bias."""

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(5, 2, bias=False)
        self.scale = nn.Parameter(torch.tensor(2.0))


def _model(kind):
    """A model, on the CPU."""
    if kind == "book":
        layers = {"hidden_linear": nn.Linear(1, 13), "hidden_activation": nn.Tanh()}
        model = nn.Sequential()
        for name, layer in [*layers.items(), ("output_linear", nn.Linear(13, 1))]:
            model.add_module(name, layer)
        return model
    if kind == "nested":
        inner = nn.Sequential(nn.PReLU(), _Scale())
        return nn.Sequential(nn.Conv2d(1, 4, (3, 2), bias=False), nn.BatchNorm2d(4), inner)
    if kind == "tied":
        model = nn.ModuleDict({"first": nn.Linear(3, 3), "second": nn.Linear(3, 3)})
        model["second"].weight = model["first"].weight
        return model
    if kind == "a layer in two places":
        layer = nn.Linear(2, 2)
        return nn.Sequential(layer, nn.PReLU(), layer)
    if kind == "a bare layer":
        return nn.Linear(3, 2)
    if kind == "a bare parameter":
        return _Scale()
    if kind == "twelve layers":
        return nn.Sequential(*(nn.Linear(n, n + 1, bias=False) for n in range(1, 13)))
    return nn.Sequential(nn.Tanh())
