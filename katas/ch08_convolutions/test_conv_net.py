"""A convolutional network (§8.3.1): from images to two logits each."""

import pytest
import torch
from torch.nn.functional import conv2d, linear, max_pool2d

from katas._dojo.writing.assertions import (
    assert_close,
    assert_equal,
    assert_raises,
    assert_untouched,
)
from katas.ch08_convolutions.conv_net import Net

SHAPES = {
    "the weight of the first convolution": (16, 3, 3, 3),
    "the bias of the first convolution": (16,),
    "the weight of the second convolution": (8, 16, 3, 3),
    "the bias of the second convolution": (8,),
    "the weight of the hidden layer": (32, 512),
    "the bias of the hidden layer": (32,),
    "the weight of the output layer": (2, 32),
    "the bias of the output layer": (2,),
}


def test_the_parameters_of_the_book():
    """432 + 16, 1152 + 8, 16384 + 32 and 64 + 2 parameters: 18090 (§8.3.1)."""
    counts = sorted(parameter.numel() for parameter in Net().parameters())
    assert_equal(counts, [2, 8, 16, 32, 64, 432, 1152, 16384], what="the sizes of the parameters")


def test_every_net_has_parameters_of_its_own():
    """Two nets share no parameter, and start from different random numbers."""
    first, second = Net(), Net()
    before = [parameter.detach().clone() for parameter in second.parameters()]
    alike = [
        list(one.shape)
        for one, other in zip(first.parameters(), second.parameters(), strict=True)
        if torch.equal(one, other)
    ]
    assert_equal(alike, [], what="the shapes of the parameters that start alike")
    with torch.no_grad():
        for parameter in first.parameters():
            parameter.add_(1)
    moved = [
        list(then.shape)
        for then, now in zip(before, second.parameters(), strict=True)
        if not torch.equal(then, now)
    ]
    assert_equal(moved, [], what="the shapes of the second net's parameters that moved")


@pytest.mark.parametrize("n_images", [1, 3])
def test_the_layers_in_order(device, dtype, n_images):
    """Convolution, tanh, pool, twice; 32 hidden units, tanh; two logits per image as they are."""
    net, values = _filled_net(device, dtype)
    images = _numbers((n_images, 3, 32, 32), device, dtype)
    expected = _expected_logits(images, values)
    with assert_untouched(net, images):
        logits = net(images)
    assert_close(logits, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_training_and_eval_mode_are_alike(device, training):
    """Nothing in this net depends on the mode, nor on chance."""
    net, values = _filled_net(device, torch.float64)
    images = _numbers((2, 3, 32, 32), device, torch.float64)
    expected = _expected_logits(images, values)
    net.train(training)
    with assert_untouched(net, images):
        logits = net(images)
    assert_close(logits, expected)


def test_gradients_reach_every_layer(device):
    """The images and all eight parameters get the gradients of these layers."""
    net, values = _filled_net(device, torch.float64)
    images = _numbers((2, 3, 32, 32), device, torch.float64).requires_grad_()
    expected = _expected_logits(images, values)
    upstream = _numbers(expected.shape, device, torch.float64, seed=20)
    wanted = torch.autograd.grad(expected, [images, *values.values()], upstream)
    parts = _parts(net)
    logits = net(images)
    assert_equal(logits.requires_grad, True, what="requires_grad of the logits")
    inputs = [images, *(parts[name] for name in SHAPES)]
    gradients = torch.autograd.grad(logits, inputs, upstream, materialize_grads=True)
    for name, gradient, want in zip(["the images", *SHAPES], gradients, wanted, strict=True):
        assert_close(gradient.reshape(want.shape), want, what=f"the gradient of {name}")


def test_each_image_has_logits_of_its_own(device):
    """No image of a batch has a say in the logits of another."""
    net, _ = _filled_net(device, torch.float64)
    images = _numbers((3, 3, 32, 32), device, torch.float64).requires_grad_()
    logits = net(images)
    (gradient,) = torch.autograd.grad(logits[1], images, torch.ones_like(logits[1]))
    touched = [image for image in range(3) if gradient[image].any()]
    assert_equal(touched, [1], what="the images that logits[1] depends on")


@pytest.mark.parametrize("size", [(1, 3, 64, 64), (4, 3, 16, 16), (2, 3, 32, 64), (1, 3, 28, 28)])
def test_images_of_another_size_are_an_error(device, dtype, size):
    """A row is an image: images of another size are an error, and never make more rows or fewer."""
    net, _ = _filled_net(device, dtype)
    with assert_raises(Exception):
        net(_numbers(size, device, dtype))


def _expected_logits(images, values):
    conv1, bias1, conv2, bias2, hidden, hidden_bias, output, output_bias = values.values()
    out = max_pool2d(torch.tanh(conv2d(images, conv1, bias1, padding=1)), 2)
    out = max_pool2d(torch.tanh(conv2d(out, conv2, bias2, padding=1)), 2)
    out = torch.tanh(linear(out.flatten(1), hidden, hidden_bias))
    return linear(out, output, output_bias)


def _filled_net(device, dtype):
    """A net with values of ours in each layer, and those values by the layer."""
    values = {}
    for seed, (name, shape) in enumerate(SHAPES.items(), 1):
        scale = torch.Size(shape[1:]).numel() ** -0.5
        values[name] = (scale * _numbers(shape, device, dtype, seed)).requires_grad_()
    net = Net().to(device=device, dtype=dtype)
    parts = _parts(net)
    with torch.no_grad():
        for name, value in values.items():
            parts[name].copy_(value.reshape(parts[name].shape))
    return net, values


def _parts(net):
    """The parameters by their layer, which their number of elements tells: no names are asked."""
    by_size = {parameter.numel(): parameter for parameter in net.parameters()}
    sizes = {name: torch.Size(shape).numel() for name, shape in SHAPES.items()}
    missing = [name for name, size in sizes.items() if size not in by_size]
    assert_equal(missing, [], what="the parameters that are missing, or of another size")
    return {name: by_size[size] for name, size in sizes.items()}


def _numbers(shape, device, dtype, seed=0):
    """Normal numbers, the same on every device and in every dtype."""
    generator = torch.Generator().manual_seed(seed)
    numbers = torch.randn(shape, generator=generator, dtype=torch.float64)
    return numbers.to(device=device, dtype=dtype)
