"""A skip connection (§8.5.3): what went in, added to what came out."""

import pytest
import torch
from torch.nn.functional import conv2d, linear, max_pool2d, relu

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch08_convolutions.skip_connection import NetRes

LAYERS = ["conv1", "conv2", "conv3", "fc1", "fc2"]
in_float64 = pytest.mark.parametrize("dtype", [torch.float64])


@pytest.mark.parametrize(("n_chans1", "expected"), [(None, 16130), (16, 6386), (6, 2051)])
def test_a_skip_has_no_parameters(n_chans1, expected):
    """There are as many parameters as without the skip: 16130 for 32 channels."""
    net = NetRes() if n_chans1 is None else NetRes(n_chans1=n_chans1)
    total = sum(parameter.numel() for parameter in net.parameters())
    assert_equal(total, expected, what="the number of parameters")


def test_the_layers_have_the_names_of_the_book():
    """conv1, conv2, conv3, fc1, fc2 have a weight and a bias each, and there is nothing else."""
    net = NetRes(n_chans1=8)
    shapes = {name: list(tensor.shape) for name, tensor in net.state_dict().items()}
    expected = {
        "conv1.weight": [8, 3, 3, 3],
        "conv2.weight": [4, 8, 3, 3],
        "conv3.weight": [4, 4, 3, 3],
        "fc1.weight": [32, 64],
        "fc2.weight": [2, 32],
    }
    biases = {name.replace("weight", "bias"): shape[:1] for name, shape in expected.items()}
    by_name = dict(sorted(shapes.items()))
    assert_equal(by_name, dict(sorted({**expected, **biases}.items())), what="what is saved")


@pytest.mark.parametrize(("n_images", "n_chans1"), [(3, 6), (1, 10)])
def test_the_logits_are_those_of_the_layers_in_order(device, dtype, n_images, n_chans1):
    """Three times convolution, relu, pooling, with the skip around the third; then fc1, fc2."""
    net = _net(n_chans1, device, dtype)
    images = _images(n_images, device, dtype)
    expected = _expected(net, images)
    with assert_untouched(net, images):
        logits = net(images)
    assert_close(logits, expected, **_rounding(dtype))


@in_float64
@pytest.mark.parametrize(("n_images", "n_chans1"), [(3, 6), (1, 10)])
def test_gradients_take_both_ways(device, dtype, n_images, n_chans1):
    """What comes back goes through the third convolution and around it, to all parameters."""
    net = _net(n_chans1, device, dtype)
    images = _images(n_images, device, dtype).requires_grad_()
    names = ["images", *(name for name, _ in net.named_parameters())]
    leaves = [images, *net.parameters()]
    upstream = torch.linspace(-1, 2, 2 * n_images, device=device, dtype=dtype).view(-1, 2)
    wanted = torch.autograd.grad(_expected(net, images), leaves, upstream)
    gradients = torch.autograd.grad(net(images), leaves, upstream, materialize_grads=True)
    for name, gradient, it in zip(names, gradients, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}", **_rounding(dtype))


def test_a_silent_layer_lets_everything_pass(device, dtype):
    """If the third convolution gives 0, what went into it goes on as if it were not there."""
    net = _net(6, device, dtype)
    with torch.no_grad():
        net.conv3.weight.zero_()
        net.conv3.bias.zero_()
    images = _images(2, device, dtype)
    expected = _head(net, max_pool2d(_second(net, images), 2))
    assert_close(net(images), expected, **_rounding(dtype))


def test_the_sum_comes_ahead_of_the_pooling(device, dtype):
    """Pooling takes the largest sum, not the sum of the largest, which may be of other pixels."""
    net = _net(6, device, dtype)
    with torch.no_grad():
        net.conv3.weight.neg_()  # large where its input is small
        net.conv3.bias.fill_(1)
    images = _images(2, device, dtype)
    assert_close(net(images), _expected(net, images), **_rounding(dtype))


def test_the_gradient_gets_past_a_dead_layer(device, dtype):
    """If relu closes the third convolution for good, the first two still get their gradients."""
    net = _net(6, device, dtype)
    with torch.no_grad():
        net.conv3.bias.fill_(-1000)
    images = _images(2, device, dtype)
    leaves = [net.conv1.weight, net.conv2.weight]
    wanted = torch.autograd.grad(_expected(net, images).sum(), leaves)
    gradients = torch.autograd.grad(net(images).sum(), leaves, materialize_grads=True)
    for name, gradient, it in zip(("conv1", "conv2"), gradients, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}.weight", **_rounding(dtype))


def _second(net, images):
    """What comes out of the second pooling."""
    out = max_pool2d(relu(conv2d(images, net.conv1.weight, net.conv1.bias, padding=1)), 2)
    return max_pool2d(relu(conv2d(out, net.conv2.weight, net.conv2.bias, padding=1)), 2)


def _head(net, out):
    out = relu(linear(out.flatten(1), net.fc1.weight, net.fc1.bias))
    return linear(out, net.fc2.weight, net.fc2.bias)


def _expected(net, images):
    out = _second(net, images)
    branch = relu(conv2d(out, net.conv3.weight, net.conv3.bias, padding=1))
    return _head(net, max_pool2d(branch + out, 2))


def _net(n_chans1, device, dtype):
    """A net with numbers of ours, which let about half of all pixels through each relu."""
    net = NetRes(n_chans1)
    generator = torch.Generator().manual_seed(n_chans1)
    with torch.no_grad():
        for parameter in net.parameters():
            numbers = torch.randn(parameter.shape, generator=generator, dtype=torch.float64)
            parameter.copy_(numbers / max(1, numbers[0].numel()) ** 0.5)
    return net.to(device=device, dtype=dtype)


def _images(n_images, device, dtype):
    """Images whose rows are stored as columns."""
    generator = torch.Generator().manual_seed(n_images)
    images = torch.randn(n_images, 3, 32, 32, generator=generator, dtype=torch.float64)
    return images.to(device=device, dtype=dtype).transpose(2, 3)


def _rounding(dtype):
    tolerance = {torch.float32: 1e-4, torch.float64: 1e-10}[dtype]
    return {"rtol": tolerance, "atol": tolerance}
