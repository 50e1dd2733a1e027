"""The bias ahead of batch norm (§8.5.2): why it is left out, and how batch norm folds away."""

import copy
import warnings

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch08_convolutions.batch_norm_bias import conv_bn, fold_batch_norm


@pytest.mark.parametrize(
    ("in_channels", "out_channels", "kernel_size"),
    [(3, 16, 3), (4, 4, 5), (6, 2, 1)],
    ids=["3-16-3x3", "4-4-5x5", "6-2-1x1"],
)
def test_only_the_bias_of_the_convolution_is_left_out(in_channels, out_channels, kernel_size):
    """A Conv2d without bias, then a BatchNorm2d with weight and bias, one of each per channel."""
    layers = conv_bn(in_channels, out_channels, kernel_size)
    _assert_is(layers, nn.Sequential)
    assert_equal(len(layers), 2, what="the number of layers")
    _assert_is(layers[0], nn.Conv2d)
    _assert_is(layers[1], nn.BatchNorm2d)
    names = [sorted(name for name, _ in layer.named_parameters()) for layer in layers]
    assert_equal(names, [["weight"], ["bias", "weight"]], what="the parameters of each layer")
    n_weights = out_channels * in_channels * kernel_size**2
    n_parameters = sum(parameter.numel() for parameter in layers.parameters())
    assert_equal(n_parameters, n_weights + 2 * out_channels, what="the number of parameters")


def test_every_call_makes_layers_of_its_own():
    """Two calls share no parameter: what one pair of layers learns is nothing to the other."""
    first = conv_bn(3, 5, 3)
    second = conv_bn(3, 5, 3)
    shared = {id(parameter) for parameter in first.parameters()}
    again = [name for name, parameter in second.named_parameters() if id(parameter) in shared]
    assert_equal(again, [], what="the parameters of the second that are those of the first")


@pytest.mark.parametrize(
    ("kernel_size", "options", "padding"),
    [(3, {}, 0), (3, {"padding": 1}, 1), (5, {"padding": 1}, 1)],
    ids=["3x3", "3x3 padded", "5x5 padded"],
)
def test_what_comes_out_is_convolved_then_normalized(device, dtype, kernel_size, options, padding):
    """In training mode each channel of the convolution is scaled to mean 0 and variance 1."""
    layers = conv_bn(3, 5, kernel_size, **options).to(device, dtype).train()
    image = torch.randn(2, 3, 6, 7, device=device, dtype=dtype)
    weight = layers[0].weight.detach().clone().double()
    assert_equal(layers(image).dtype, dtype, what="the dtype of the output")
    convolved = nn.functional.conv2d(image.double(), weight, padding=padding)
    var, mean = torch.var_mean(convolved, dim=(0, 2, 3), correction=0, keepdim=True)
    expected = (convolved - mean) / (var + 1e-5).sqrt()
    assert_close(layers.double()(image.double()), expected, rtol=1e-6, atol=1e-6)


def test_a_bias_ahead_of_batch_norm_changes_nothing(device):
    """In training mode, a bias added to the convolution is taken off again with the mean."""
    layers = conv_bn(3, 5, 3).to(device, torch.float64).train()
    image = torch.randn(2, 3, 6, 7, device=device, dtype=torch.float64)
    without = layers(image)
    layers[0].bias = nn.Parameter(torch.arange(-2.0, 3.0, device=device, dtype=torch.float64))
    assert_close(layers(image), without)


def test_a_bias_ahead_of_batch_norm_cannot_learn(device):
    """In training mode, the gradient of a bias ahead of batch norm is zero."""
    layers = conv_bn(3, 5, 3).to(device, torch.float64).train()
    image = torch.randn(2, 3, 6, 7, device=device, dtype=torch.float64)
    bias = torch.zeros(5, device=device, dtype=torch.float64, requires_grad=True)
    layers[0].bias = nn.Parameter(bias)
    normalized = layers(image)
    upstream = torch.randn_like(normalized)
    (gradient,) = torch.autograd.grad(normalized, layers[0].bias, upstream)
    assert_close(gradient, torch.zeros_like(gradient), rtol=0, atol=1e-9)


def test_in_eval_mode_an_image_is_judged_alone(device):
    """In eval mode batch norm uses its running statistics: the rest of the batch is no matter."""
    layers = conv_bn(3, 5, 3).to(device, torch.float64).train()
    images = torch.randn(4, 3, 6, 7, device=device, dtype=torch.float64)
    layers(images)
    layers.eval()
    assert_close(layers(images[:1]), layers(images)[:1])


@pytest.mark.parametrize("bias", [True, False], ids=["bias", "no bias"])
@pytest.mark.parametrize("affine", [True, False], ids=["affine", "not affine"])
def test_one_convolution_equals_both(device, dtype, bias, affine):
    """Subtract the running mean, divide by the root of variance + eps, scale and shift, at once."""
    conv, bn = _layers(device, dtype, bias=bias, affine=affine)
    image = _image(device, dtype)
    _assert_folds(image, conv, bn)


SETTINGS = {
    "plain": {"kernel_size": 3},
    "strided": {"kernel_size": (3, 2), "stride": (2, 1)},
    "padded": {"kernel_size": 3, "padding": 1},
    "padded by two sizes": {"kernel_size": (3, 5), "padding": (0, 2), "stride": 2},
    "same": {"kernel_size": (4, 3), "padding": "same"},
    "valid": {"kernel_size": (2, 3), "padding": "valid"},
    "reflect": {"kernel_size": 3, "padding": (1, 2), "padding_mode": "reflect"},
    "replicate": {"kernel_size": 3, "padding": (2, 1), "padding_mode": "replicate"},
    "circular": {"kernel_size": (2, 4), "padding": "same", "padding_mode": "circular"},
    "dilated": {"kernel_size": (3, 2), "padding": 1, "dilation": (1, 3)},
    "grouped": {"kernel_size": 3, "groups": 2, "out_channels": 6},
    "depthwise": {"kernel_size": 3, "groups": 4, "out_channels": 8},
    "one channel": {"kernel_size": 3, "out_channels": 1},
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_every_setting_of_the_convolution_is_kept(device, settings):
    """Stride, padding, padding mode, dilation and groups are those of conv."""
    conv, bn = _layers(device, torch.float64, **settings)
    image = _image(device, torch.float64)
    _assert_folds(image, conv, bn)


@pytest.mark.parametrize("eps", [1e-5, 1e-3, 0.5])
def test_eps_is_that_of_the_batch_norm(device, eps):
    """bn.eps is added to the variance before the root, also where a channel never varied."""
    conv, bn = _layers(device, torch.float64, eps=eps)
    bn.running_var[1] = 0
    image = _image(device, torch.float64)
    _assert_folds(image, conv, bn)


@pytest.mark.parametrize("conv_trains", [True, False], ids=["conv training", "conv eval"])
@pytest.mark.parametrize("bn_trains", [True, False], ids=["bn training", "bn eval"])
def test_the_arguments_are_untouched(device, conv_trains, bn_trains):
    """Parameters, gradients, statistics, training flags and the random state stay as they were."""
    conv, bn = _layers(device, torch.float64)
    conv.train(conv_trains).bias.grad = torch.ones_like(conv.bias)
    bn.train(bn_trains).weight.grad = torch.ones_like(bn.weight)
    conv.weight.requires_grad_(False)
    image = _image(device, torch.float64)
    expected = _run(image, conv, bn)
    before = _random_state_of(device)
    with assert_untouched(conv, bn):
        folded = fold_batch_norm(conv, bn)
    same = torch.equal(_random_state_of(device), before)
    assert_equal(same, True, what="whether the random state is as before")
    _assert_alike(_run(image, folded), expected)


def test_the_gradient_of_the_image_is_the_same(device, dtype):
    """What flows back to the image through the folded convolution is what flows through both."""
    conv, bn = _layers(device, dtype, kernel_size=(3, 2), stride=2, groups=2)
    image = _image(device, dtype).requires_grad_()
    expected = _run(image, conv, bn)
    upstream = torch.randn_like(expected)
    (expected_gradient,) = torch.autograd.grad(expected, image, upstream)
    (gradient,) = torch.autograd.grad(_run(image, fold_batch_norm(conv, bn)), image, upstream)
    _assert_alike(gradient, expected_gradient, what="the gradient of the image")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_the_result_is_an_ordinary_convolution(device, dtype):
    """A Conv2d whose weight and bias are parameters of the shapes, dtype and device of conv."""
    conv, bn = _layers(device, dtype, bias=False)
    expected = {"weight": _kind(conv.weight), "bias": _kind(bn.running_mean)}
    folded = fold_batch_norm(conv, bn)
    _assert_is(folded, nn.Conv2d)
    parameters = {name: _kind(parameter) for name, parameter in folded.named_parameters()}
    assert_equal(parameters, expected, what="the parameters")
    assert_equal(folded(_image(device, dtype)).dtype, dtype, what="the dtype of the output")


def test_the_result_stands_alone(device):
    """Later changes to conv and bn reach the next result, not this one; its own reach neither."""
    conv, bn = _layers(device, torch.float64)
    image = _image(device, torch.float64)
    folded = fold_batch_norm(conv, bn)
    expected = _run(image, folded)
    with torch.no_grad():
        for tensor in [*conv.parameters(), *bn.parameters(), bn.running_mean, bn.running_var]:
            tensor.add_(1)
    _assert_alike(_run(image, folded), expected)
    _assert_folds(image, conv, bn)
    with assert_untouched(conv, bn), torch.no_grad():
        for parameter in folded.parameters():
            parameter.zero_()


def test_a_weight_in_channels_last_order_folds(device):
    """A convolution whose weight is stored channels last is a convolution like any other."""
    conv, bn = _layers(device, torch.float64)
    conv = conv.to(memory_format=torch.channels_last)
    image = _image(device, torch.float64)
    _assert_folds(image, conv, bn)


def test_a_second_batch_norm_folds_too(device):
    """What came of folding folds again: a convolution takes in two batch norms in a row."""
    conv, first = _layers(device, torch.float64)
    _, second = _layers(device, torch.float64)
    image = _image(device, torch.float64)
    expected = _run(image, conv, first, second)
    folded = fold_batch_norm(fold_batch_norm(conv, first), second)
    _assert_alike(_run(image, folded), expected)


def _layers(
    device, dtype, *, bias=True, affine=True, eps=0.1, kernel_size=3, out_channels=4, **settings
):
    """A convolution of 4 channels, and a batch norm that has seen other data than N(0, 1)."""
    conv = nn.Conv2d(4, out_channels, kernel_size, bias=bias, **settings)
    bn = nn.BatchNorm2d(out_channels, eps=eps, affine=affine)
    with torch.no_grad():
        bn.running_mean.normal_()
        bn.running_var.uniform_(0.2, 2)
        for parameter in bn.parameters():
            parameter.normal_()
    return conv.to(device, dtype), bn.to(device, dtype)


def _image(device, dtype):
    return torch.randn(1, 4, 7, 6, device=device, dtype=dtype)


def _run(image, *modules):
    """The output of ``modules`` in eval mode; computed in float64, where the order is no matter."""
    output = image.double()
    with warnings.catch_warnings():
        # Torch warns that it has to copy the image when the halves of 'same' differ.
        warnings.filterwarnings("ignore", "Using padding='same'", UserWarning)
        for module in modules:
            output = copy.deepcopy(module).double().eval()(output)
    return output.to(image.dtype)


def _assert_folds(image, conv, bn):
    __tracebackhide__ = True
    expected = _run(image, conv, bn)
    _assert_alike(_run(image, fold_batch_norm(conv, bn)), expected)


def _assert_alike(actual, expected, what="the output of the folded convolution"):
    """Equal to rounding.  The usual tolerance of float64 would let a fold in float32 pass."""
    __tracebackhide__ = True
    tolerance = 1e-5 if expected.dtype == torch.float32 else 1e-11
    assert_close(actual, expected, rtol=tolerance, atol=tolerance, what=what)


def _assert_is(module, kind):
    __tracebackhide__ = True
    its = kind if isinstance(module, kind) else type(module)
    assert_equal(its.__name__, kind.__name__, what="the type of what came back")


def _kind(tensor):
    """Shape, dtype, device as a sentence."""
    leaf = "a leaf" if tensor.is_leaf else "no leaf"
    return f"{list(tensor.shape)}, {tensor.dtype}, {tensor.device}, {leaf}"


def _random_state_of(device):
    return torch.cuda.get_rng_state() if device == "cuda" else torch.get_rng_state()
