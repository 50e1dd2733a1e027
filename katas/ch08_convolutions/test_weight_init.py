"""Kaiming initialization (§8.5.3): how large weights start, so that numbers keep their size."""

import math

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import (
    MismatchError,
    assert_close,
    assert_equal,
    assert_untouched,
)
from katas.ch08_convolutions.weight_init import init_weights, kaiming_std

LAYERS = {
    "linear": lambda: nn.Linear(150, 90),
    "convolution": lambda: nn.Conv2d(10, 60, (2, 9)),
    "depthwise": lambda: nn.Conv2d(200, 800, (3, 2), groups=200, bias=False),
}
each_layer = pytest.mark.parametrize("make", LAYERS.values(), ids=LAYERS)


@pytest.mark.parametrize(
    ("shape", "fan_in"),
    [((16, 4, 2, 1), 8), ((5, 7), 7), ((6, 3, 2, 5), 30), ((8, 1, 3, 3), 9), ((1, 20, 1, 1), 20)],
)
def test_the_standard_deviation_goes_by_fan_in(device, dtype, shape, fan_in):
    """It is sqrt(2 / fan_in), with in * height * width for a convolution's fan_in."""
    weight = torch.linspace(-1, 3, math.prod(shape), device=device, dtype=dtype).reshape(shape)
    with assert_untouched(weight):
        std = kaiming_std(weight)
    assert_equal(type(std).__name__, "float", what="the type of the result")
    got, wanted = (torch.tensor(it, dtype=torch.float64) for it in (std, math.sqrt(2 / fan_in)))
    assert_close(got, wanted, rtol=1e-6, atol=0)


@each_layer
def test_weights_are_normal_numbers_of_that_size(device, dtype, make):
    """Their mean is 0, their standard deviation sqrt(2 / fan_in), their distribution normal."""
    layer = make().to(device=device, dtype=dtype)
    init_weights(layer)
    weight = layer.weight.detach().double()
    scaled = weight / math.sqrt(2 / math.prod(weight.shape[1:]))
    _assert_about(scaled.std(), 1, 0.05, "standard deviation / sqrt(2 / fan_in)")
    _assert_about(scaled.mean(), 0, 0.05, "mean / sqrt(2 / fan_in)")
    beyond = 100 * (scaled.abs() > 2).double().mean()
    _assert_about(beyond, 4.6, 1.5, "percentage beyond two standard deviations")


def test_biases_start_at_zero_and_batch_norm_at_one_half(device, dtype):
    """All biases are 0 and the weights of batch norm 0.5, also deep within the model."""
    model = _nested(device, dtype)
    init_weights(model)
    parameters = dict(model.named_parameters())
    for name in ("0.bias", "1.bias", "2.0.1.bias", "4.bias"):
        assert_close(parameters[name], torch.zeros_like(parameters[name]), what=name)
    for name in ("1.weight", "2.0.1.weight"):
        assert_close(parameters[name], torch.full_like(parameters[name], 0.5), what=name)


def test_every_weight_is_drawn_anew(device, dtype):
    """No two layers, and no two models, start with the same numbers."""
    models = [_nested(device, dtype) for _ in range(2)]
    for model in models:
        init_weights(model)
    weights = {f"model {n}, {i}": models[n][i].weight for n in range(2) for i in (0, 3)}
    names = list(weights)
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    same = [pair for pair in pairs if torch.equal(weights[pair[0]], weights[pair[1]])]
    assert_equal(same, [], what="convolutions with the same weights")


def test_parameters_stay_in_their_place(device, dtype):
    """They are filled, not replaced: who holds them, or a view of them, sees the new numbers."""
    model = _nested(device, dtype)
    held = {name: (p, p.detach()) for name, p in model.named_parameters()}
    for p in model.parameters():
        p.grad = torch.full_like(p, 3)
    init_weights(model)
    for name, p in model.named_parameters():
        parameter, view = held[name]
        assert_equal(p is parameter, True, what=f"whether {name} is the parameter that it was")
        assert_close(view, p.detach(), what=f"{name}, seen through a view of it from before")
        assert_equal((p.requires_grad, p.is_leaf), (True, True), what=f"{name} is trained, a leaf")
        assert_close(p.grad, torch.full_like(p, 3), what=f"the gradient of {name}")


def test_all_else_stays_as_it_was(device, dtype):
    """Layers of other kinds, running statistics and modes stay as they were."""
    others = nn.Sequential(nn.LayerNorm(3), nn.PReLU(2), nn.Embedding(2, 3), nn.Bilinear(2, 3, 4))
    model = nn.Sequential(_nested(device, dtype).eval(), others.to(device=device, dtype=dtype))
    before, modes = _all_else(model, others), [it.training for it in model.modules()]
    init_weights(model)
    after = _all_else(model, others)
    for name, tensor in before.items():
        assert_close(after[name], tensor, what=name)
    assert_equal([it.training for it in model.modules()], modes, what="the modes, by module")


def _all_else(model, others):
    kept = [*model.named_buffers(), *others.named_parameters("of other layers")]
    return {name: tensor.detach().clone() for name, tensor in kept}


@pytest.mark.parametrize("kind", ["linear", "convolution"])
def test_numbers_keep_their_size_through_twenty_layers(device, dtype, kind):
    """After twenty layers with relu numbers are neither ten times as large nor as small."""
    n = {"linear": 80, "convolution": 64}[kind]
    make = {
        "linear": lambda: nn.Linear(n, n),
        # With padding of zeros the sums at the border would be smaller.
        "convolution": lambda: nn.Conv2d(n, n, (1, 3), padding=(0, 1), padding_mode="circular"),
    }[kind]
    relu = nn.ReLU()
    layers = [layer for _ in range(20) for layer in (make(), relu)]
    model = nn.Sequential(*layers).to(device=device, dtype=dtype)
    init_weights(model)
    x = torch.randn((8, n) if kind == "linear" else (2, n, 2, 5)).to(device=device, dtype=dtype)
    with torch.no_grad():
        growth = (model(x).square().mean() / x.square().mean()).sqrt().item()
    if not 0.1 < growth < 10:
        what = "size after twenty layers / size of what went in"
        text = f"{what}\ngot       {growth:.1g}\nexpected  from 0.1 to 10"
        raise MismatchError(text, what, f"{growth:.0e}", None)


def _nested(device, dtype):
    """A model with layers within layers, whose numbers are none that anybody would start with."""
    block = nn.Sequential(nn.Conv2d(4, 4, 3, bias=False), nn.BatchNorm2d(4))
    layers = nn.Conv2d(4, 4, 3), nn.BatchNorm2d(4), nn.Sequential(block), nn.Conv2d(4, 4, 3)
    model = nn.Sequential(*layers, nn.Linear(4, 2))
    with torch.no_grad():
        for tensor in [*model.parameters(), *model.buffers()]:
            tensor.fill_(7)
    return model.to(device=device, dtype=dtype)


def _assert_about(number, expected, tolerance, what):
    """Compare a statistic of random numbers; it is shown no finer than chance lets it be."""
    __tracebackhide__ = True
    if abs(number.item() - expected) > tolerance:
        text = f"{what}\ngot       {number:.1f}\nexpected  {expected} ± {tolerance}"
        raise MismatchError(text, what, round(number.item(), 1), expected)
