"""Where weights start, with their biases (§11.4.2): by fan_out, and with biases around 0."""

import math

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.mismatch import MismatchError
from katas.ch11_training.bias_init import init_weights


class _OfOurOwn(nn.Conv3d):
    """A convolution that somebody has derived."""


# Each with its fan_out; no two sizes are equal, so that nothing passes for another thing.
LAYERS = {
    "linear": (lambda: nn.Linear(24, 600), 600),
    "conv2d": (lambda: nn.Conv2d(5, 300, (3, 7)), 6300),
    "conv3d": (lambda: nn.Conv3d(1, 200, (3, 5, 2)), 6000),
    "subclass": (lambda: _OfOurOwn(6, 250, 3), 6750),
}
each_layer = pytest.mark.parametrize("name", LAYERS)


@each_layer
def test_weights_are_normal_by_fan_out(device, dtype, name):
    """Weights have mean 0 and variance 2 / fan_out; one in 22 is beyond two standard deviations."""
    layer, fan_out = _layer(name, device, dtype)
    init_weights(layer)
    in_stds = layer.weight.detach().double() / math.sqrt(2 / fan_out)
    what = "the weights, in √(2 / fan_out)"
    _assert_about(in_stds.mean(), 0.0, 0.2, f"mean of {what}")
    _assert_about(in_stds.std(), 1.0, 0.15, f"standard deviation of {what}")
    beyond = (in_stds.abs() > 2).double().mean()
    _assert_about(100 * beyond, 4.6, 2, f"per cent beyond 2 of {what}")


@each_layer
def test_biases_are_uniform_around_zero(device, dtype, name):
    """Biases lie between -1 / √fan_out and 1 / √fan_out, as many below 0 as above."""
    layer, fan_out = _layer(name, device, dtype)
    init_weights(layer)
    in_bounds = layer.bias.detach().double() * math.sqrt(fan_out)
    what = "the biases, in 1 / √fan_out"
    _assert_about(in_bounds.mean(), 0.0, 0.2, f"mean of {what}")
    _assert_about(in_bounds.abs().max(), 1.0, 0.1, f"size of the largest of {what}")
    _assert_about(in_bounds.std(), 3**-0.5, 0.1, f"standard deviation of {what}")


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_parameters_are_filled_in_place(device, dtype):
    """Who holds the parameters, an optimizer for one, holds those that are drawn anew."""
    model = _nested(device, dtype)
    before = dict(model.named_parameters())
    data = {name: it.detach() for name, it in before.items()}
    init_weights(model)
    for name, parameter in model.named_parameters():
        assert_equal(parameter is before[name], True, what=f"whether {name} is the same parameter")
        assert_close(data[name], parameter.detach(), what=f"{name}, where it was")
        assert_equal(parameter.requires_grad, True, what=f"requires_grad of {name}")
        assert_equal(parameter.dtype, dtype, what=f"the dtype of {name}")


def test_layers_within_layers_are_drawn_anew(device, dtype):
    """However deep a layer lies, its weights and biases are drawn, unless it has no bias."""
    model = _nested(device, dtype)
    init_weights(model)
    left = [name for name, it in model.named_parameters() if "norm" not in name and (it == 7).any()]
    assert_equal(left, [], what="the parameters that are as they were")


def test_other_layers_stay_as_they_are(device, dtype):
    """Batch norm, embeddings and what else has a weight keep theirs; buffers stay, too."""
    others = {
        "norm": nn.BatchNorm3d(3),
        "layer_norm": nn.LayerNorm(4),
        "embedding": nn.Embedding(5, 2),
        "transposed": nn.ConvTranspose3d(2, 3, 2),
    }
    model = nn.ModuleDict({**others, "linear": nn.Linear(2, 3)})
    _fill(model)
    model.to(device)
    init_weights(model)
    for name in others:
        for key, tensor in model[name].state_dict().items():
            assert_close(tensor, torch.full_like(tensor, 7), what=f"{key} of {name}")


def test_each_layer_has_numbers_of_its_own(device):
    """Equal layers do not start alike, nor does a second call draw what the first drew."""
    model = nn.Sequential(nn.Linear(8, 8), nn.Linear(8, 8)).to(device)
    init_weights(model)
    first = [it.detach().clone() for it in model.parameters()]
    init_weights(model)
    for part, name in enumerate(["weight", "bias"]):
        one, other, again = first[part], first[part + 2], getattr(model[0], name)
        assert_equal((one == other).any().item(), False, what=f"whether layers share a {name}")
        assert_equal((one == again).any().item(), False, what=f"whether a {name} comes again")


def _layer(name, device, dtype):
    make, fan_out = LAYERS[name]
    layer = make()
    _fill(layer)
    return layer.to(device=device, dtype=dtype), fan_out


def _nested(device, dtype):
    """Layers within layers, whose numbers are none that anybody would start with."""
    deep = nn.Sequential(nn.Conv3d(4, 4, 3, bias=False), _OfOurOwn(4, 6, 1))
    model = nn.Sequential(nn.Conv2d(4, 4, 3), nn.Sequential(deep, nn.Linear(4, 2)))
    model.add_module("norm", nn.BatchNorm2d(4))
    _fill(model)
    return model.to(device=device, dtype=dtype)


def _fill(model):
    with torch.no_grad():
        for tensor in [*model.parameters(), *model.buffers()]:
            tensor.fill_(7)


def _assert_about(number, expected, tolerance, what):
    """Compare a statistic of random numbers; it is shown no finer than chance lets it be."""
    __tracebackhide__ = True
    if not abs(number.item() - expected) <= tolerance:
        text = f"{what}\ngot       {number:.1f}\nexpected  {expected:.1f} ± {tolerance}"
        raise MismatchError(text, what, round(number.item(), 1), round(expected, 1))
