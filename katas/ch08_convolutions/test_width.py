"""Width (§8.5.1): one class for networks of any width, odd ones too."""

import math

import pytest
import torch
from torch.nn.functional import conv2d, linear, max_pool2d

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch08_convolutions.width import NetWidth


def of_widths(*widths):
    return pytest.mark.parametrize("n_chans1", widths, ids=lambda n: f"{n} channels")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [({}, 38386), ({"n_chans1": 32}, 38386), ({"n_chans1": 16}, 18090)],
    ids=["as it comes", "32 channels", "16 channels"],
)
def test_the_parameters_of_the_book(arguments, expected):
    """38386 parameters with 32 channels, as without an argument; 18090 with 16 (§8.3.1, §8.5.1)."""
    n_parameters = sum(parameter.numel() for parameter in NetWidth(**arguments).parameters())
    assert_equal(n_parameters, expected, what="the number of parameters")


@of_widths(2, 3, 5, 16, 31, 32)
def test_each_layer_takes_what_the_one_before_it_gives(n_chans1):
    """The second convolution has half as many channels, rounded down; all else follows from it."""
    expected = sorted(map(math.prod, _shapes(n_chans1)))
    sizes = sorted(parameter.numel() for parameter in NetWidth(n_chans1=n_chans1).parameters())
    assert_equal(sizes, expected, what="the sizes of the parameters")


@of_widths(3, 16)
@pytest.mark.parametrize("n_images", [1, 5])
def test_the_layers_in_order(device, dtype, n_chans1, n_images):
    """Convolution, tanh, pool, twice; 32 hidden units, tanh; two logits per image as they are."""
    net, values = _filled_net(n_chans1, device, dtype)
    images = _numbers((n_images, 3, 32, 32), device, dtype)
    expected = _expected_logits(images, values)
    with assert_untouched(net, images):
        logits = net(images)
    # A GPU rounds what goes into a convolution in float32, and may not into a product.
    tolerance = 1e-2 if dtype == torch.float32 else 1e-9
    assert_close(logits, expected, rtol=tolerance, atol=tolerance)


@of_widths(3, 16)
def test_gradients_reach_every_layer(device, n_chans1):
    """The images and all parameters get the gradients of these layers."""
    net, values = _filled_net(n_chans1, device, torch.float64)
    images = _numbers((2, 3, 32, 32), device, torch.float64).requires_grad_()
    expected = _expected_logits(images, values)
    upstream = _numbers(expected.shape, device, torch.float64, seed=1)
    wanted = torch.autograd.grad(expected, [images, *values], upstream)
    by_size = {parameter.numel(): parameter for parameter in net.parameters()}
    inputs = [images, *(by_size[value.numel()] for value in values)]
    gradients = torch.autograd.grad(net(images), inputs, upstream, materialize_grads=True)
    for gradient, want in zip(gradients, wanted, strict=True):
        what = f"the gradient of the {list(want.shape)}"
        assert_close(gradient.reshape(want.shape), want, what=what)


def test_a_net_keeps_its_own_width(device, dtype):
    """A narrower net, built later, changes nothing of a wide one."""
    wide, values = _filled_net(12, device, dtype)
    narrow, _ = _filled_net(6, device, dtype)
    images = _numbers((2, 3, 32, 32), device, dtype)
    expected = _expected_logits(images, values)
    narrow(images)
    assert_close(wide(images), expected, rtol=1e-2, atol=1e-2, what="the logits of the wide net")


def test_two_nets_start_apart():
    """Every net draws weights of its own: none seeds the random numbers anew."""
    one, other = (list(NetWidth(4).parameters()) for _ in range(2))
    alike = [list(a.shape) for a, b in zip(one, other, strict=True) if torch.equal(a, b)]
    assert_equal(alike, [], what="the shapes of the parameters that start alike")


def _shapes(n_chans1):
    """Weight and bias of each layer, from the first one to the last."""
    half = n_chans1 // 2
    weights = [(n_chans1, 3, 3, 3), (half, n_chans1, 3, 3), (32, 64 * half), (2, 32)]
    return [shape for weight in weights for shape in (weight, weight[:1])]


def _expected_logits(images, values):
    conv1, bias1, conv2, bias2, hidden, hidden_bias, output, output_bias = values
    out = max_pool2d(torch.tanh(conv2d(images, conv1, bias1, padding=1)), 2)
    out = max_pool2d(torch.tanh(conv2d(out, conv2, bias2, padding=1)), 2)
    out = torch.tanh(linear(out.flatten(1), hidden, hidden_bias))
    return linear(out, output, output_bias)


def _filled_net(n_chans1, device, dtype):
    """A net with values of ours in each layer, and those values.

    They are told by their number alone, so that no names are asked: of two parameters of one size
    both get the same.
    """
    values = [_value(shape, device, dtype).requires_grad_() for shape in _shapes(n_chans1)]
    by_size = {value.numel(): value for value in values}
    net = NetWidth(n_chans1).to(device=device, dtype=dtype)
    sizes = sorted(parameter.numel() for parameter in net.parameters())
    expected = sorted(value.numel() for value in values)
    assert_equal(sizes, expected, what="the sizes of the parameters")
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(by_size[parameter.numel()].reshape(parameter.shape))
    return net, values


def _value(shape, device, dtype):
    numbers = _numbers((math.prod(shape),), device, dtype, seed=math.prod(shape))
    return (math.prod(shape[1:]) ** -0.5 * numbers).reshape(shape)


def _numbers(shape, device, dtype, seed=0):
    """Normal numbers, the same on every device and in every dtype."""
    generator = torch.Generator().manual_seed(seed)
    numbers = torch.randn(shape, generator=generator, dtype=torch.float64)
    return numbers.to(device=device, dtype=dtype)
