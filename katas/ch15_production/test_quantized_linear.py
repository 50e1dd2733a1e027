"""A linear layer in int8 (§17.4 of the second edition): its numbers, its bytes, and its place."""

import copy

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch15_production.quantized_linear import QuantizedLinear, quantize_linears

ROWS = [[127.0, -64, 0.75, 2.5], [-1.27, 0.5, 0.004, 1.0], [0.0, 0.0, 0.0, 0.0]]
INT8 = [[127, -64, 1, 2], [-127, 50, 0, 100], [0, 0, 0, 0]]
SCALES = [[1.0], [0.01], [1.0]]
STATE = ["bias", "quantized", "scale"]


def test_the_weight_is_int8_and_scales(device, dtype):
    """Each row is rounded to int8 by its own scale, which is 1 for a row of zeros."""
    linear = _linear(device, dtype)
    with assert_untouched(linear):
        layer = QuantizedLinear(linear)
    assert_close(layer.quantized, torch.tensor(INT8, device=device, dtype=torch.int8))
    assert_close(layer.scale, torch.tensor(SCALES, device=device, dtype=dtype), what="the scale")


@pytest.mark.parametrize("shape", [(4,), (5, 4), (2, 3, 4)])
@pytest.mark.parametrize("bias", [True, False])
def test_it_computes_with_what_the_int8_stand_for(device, dtype, shape, bias):
    """The output is that of a linear layer whose weight is int8 times scale, for any batch."""
    linear = _linear(device, dtype, bias)
    x = torch.linspace(-2, 3, torch.Size(shape).numel(), device=device, dtype=dtype).reshape(shape)
    weight = torch.tensor(INT8, device=device) * torch.tensor(SCALES, device=device, dtype=dtype)
    expected = x @ weight.T + (linear.bias.detach() if bias else 0)
    assert_close(QuantizedLinear(linear)(x).detach(), expected)


def test_nothing_else_is_kept(device):
    """After a batch, too, there are bias, int8 and scales, here 36 bytes for 60, and no floats."""
    layer = QuantizedLinear(_linear(device, torch.float32))
    layer(torch.ones(2, 4, device=device))
    assert_equal(_bytes(layer), 12 + 12 + 12, what="bytes of all parameters and buffers")
    assert_equal(sorted(layer.state_dict()), STATE, what="the names of the state")
    buffers = sorted(name for name, _ in layer.named_buffers())
    assert_equal(buffers, ["quantized", "scale"], what="the names of the buffers")
    assert_equal(layer.scale.requires_grad, False, what="whether the scale has a graph behind it")
    held = [it for it in vars(layer).values() if isinstance(it, torch.Tensor | nn.Module)]
    assert_equal(held, [], what="tensors and layers that are kept elsewhere")


def test_it_takes_batches_of_another_dtype(device):
    """With x and bias in bfloat16 the output is bfloat16, even where the scale is float32."""
    layer = QuantizedLinear(_linear(device, torch.float32))
    layer.bias.data = layer.bias.data.bfloat16()
    x = torch.ones(2, 4, device=device, dtype=torch.bfloat16)
    expected = torch.tensor([[67.0, -1.75, 3.0]] * 2, device=device, dtype=torch.bfloat16)
    assert_close(layer(x).detach(), expected, rtol=0.02, atol=0.05)


def test_gradients_reach_the_input_and_the_bias(device, dtype):
    """A layer in front can be trained through it; the bias is still the parameter that it was."""
    linear = _linear(device, dtype)
    layer = QuantizedLinear(linear)
    x = torch.ones(2, 4, device=device, dtype=dtype, requires_grad=True)
    upstream = torch.tensor([[1.0, 2, 3], [4, 5, 6]], device=device, dtype=dtype)
    layer(x).backward(upstream)
    weight = torch.tensor(INT8, device=device) * torch.tensor(SCALES, device=device, dtype=dtype)
    assert_close(x.grad, upstream @ weight, what="the gradient of x")
    assert_close(layer.bias.grad, upstream.sum(dim=0), what="the gradient of the bias")
    assert_equal(layer.bias is linear.bias, True, what="whether the bias is that of the layer")


def test_every_layer_is_replaced_by_its_own(device):
    """Linear layers at any depth become int8, each with its own weight; others stay themselves."""
    inner = nn.ModuleDict({"first": nn.Linear(3, 5), "last": nn.Sequential(nn.Linear(5, 3))})
    model = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.BatchNorm1d(3), inner).to(device)
    before = copy.deepcopy(model)
    kept = [model[1], model[2], inner]
    quantize_linears(model)
    assert_equal([model[1], model[2], model[3]], kept, what="the other layers")
    for name in ("0", "3.first", "3.last.0"):
        layer, linear = model.get_submodule(name), before.get_submodule(name)
        assert_equal(isinstance(layer, nn.Linear), False, what=f"whether {name} is still nn.Linear")
        x = torch.randn(6, linear.in_features, device=device)
        assert_close(layer(x), QuantizedLinear(linear)(x), what=f"the output of {name}")


def test_a_layer_in_two_places_stays_one(device):
    """A layer that stands under two names is one layer afterwards, and counts once."""
    shared = nn.Linear(4, 4).to(device)
    model = nn.Sequential(shared, nn.ReLU(), nn.Sequential(shared, shared))
    quantize_linears(model)
    for place in (model[0], model[2][0], model[2][1]):
        assert_equal(isinstance(place, nn.Linear), False, what="whether a place is still nn.Linear")
    assert_equal(model[0] is model[2][0] is model[2][1], True, what="whether they are one layer")
    assert_equal(_bytes(model), 16 + 16 + 16, what="bytes of all parameters and buffers")


def test_an_embedding_that_shares_the_weight_keeps_it(device):
    """Where the weight is that of an embedding as well, this one works on as before."""
    model = nn.Sequential(nn.Embedding(6, 3), nn.Linear(3, 6)).to(device)
    model[1].weight = model[0].weight
    before = model[0].weight.detach().clone()
    quantize_linears(model)
    tokens = torch.tensor([5, 0, 2], device=device)
    assert_close(model[0](tokens).detach(), before[tokens], what="the rows of the embedding")
    assert_equal(list(model(tokens).shape), [3, 6], what="the shape of the output")


def _linear(device, dtype, bias=True):
    linear = nn.Linear(4, 3, bias=bias, device=device, dtype=dtype)
    linear.weight.data = torch.tensor(ROWS, device=device, dtype=dtype)
    if bias:
        linear.bias.data = torch.tensor([1.0, -2, 3], device=device, dtype=dtype)
    return linear


def _bytes(model):
    return sum(it.nbytes for it in [*model.parameters(), *model.buffers()])
