"""Convolution (§8.1.1): a kernel laid over the image, place by place."""

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.forbidding import forbid_operators
from katas.ch08_convolutions.convolution import conv2d

TORCHS_OWN = (
    *("convolution", "convolution_overrideable", "conv2d", "conv3d", "conv_tbc"),
    *("mkldnn_convolution", "cudnn_convolution", "_slow_conv2d_forward"),
)

layers = pytest.mark.parametrize(
    ("size", "n_out", "kernel", "stride", "padding"),
    [
        ((2, 3, 5, 6), 4, (3, 3), 1, 0),
        ((1, 1, 4, 7), 1, (2, 3), 1, 0),
        ((2, 2, 6, 5), 3, (3, 2), 2, 1),
        ((1, 3, 7, 8), 2, (1, 4), 3, 2),
        ((3, 2, 3, 5), 3, (3, 3), 1, 0),
    ],
    ids=["3x3", "2x3", "3x2 strided padded", "1x4 strided padded", "as many columns as kernels"],
)


def test_the_kernel_is_not_flipped(device, dtype):
    """The kernel's top left number meets the top left pixel under it."""
    images = _numbers((1, 1, 4, 5), device, dtype)
    weight = torch.zeros(1, 1, 3, 2, device=device, dtype=dtype)
    weight[0, 0, 0, 0] = 1
    bias = torch.zeros(1, device=device, dtype=dtype)
    expected = images[:, :, :2, :4].clone()
    assert_close(conv2d(images, weight, bias), expected)


def test_every_input_channel_counts(device, dtype):
    """An output channel is a sum over all input channels, each times weights of its own."""
    images = torch.tensor([[[[1.0]], [[10.0]], [[100.0]]]], device=device, dtype=dtype)
    rows = [[[[1.0]], [[1.0]], [[1.0]]], [[[3.0]], [[2.0]], [[1.0]]]]
    weight = torch.tensor(rows, device=device, dtype=dtype)
    bias = torch.zeros(2, device=device, dtype=dtype)
    expected = torch.tensor([[[[111.0]], [[123.0]]]], device=device, dtype=dtype)
    assert_close(conv2d(images, weight, bias), expected)


def test_each_output_channel_has_one_bias(device, dtype):
    """Where the image is black, the bias of its channel is all that comes out, once."""
    images = torch.zeros(2, 2, 3, 4, device=device, dtype=dtype)
    weight = _numbers((3, 2, 2, 2), device, dtype)
    bias = torch.tensor([-2.0, 5.0, 7.0], device=device, dtype=dtype)
    expected = bias.reshape(1, 3, 1, 1).repeat(2, 1, 2, 3)
    assert_close(conv2d(images, weight, bias), expected)


@pytest.mark.parametrize("padding", [1, 2])
def test_padding_adds_zeros_on_all_sides(device, dtype, padding):
    """Padding is so many rows and columns of zeros above, below, left and right."""
    images, weight, bias = _layer((1, 2, 3, 4), 3, (2, 3), device, dtype)
    longer = torch.zeros(1, 2, 3 + 2 * padding, 4 + 2 * padding, device=device, dtype=dtype)
    longer[:, :, padding : padding + 3, padding : padding + 4] = images
    expected = functional.conv2d(longer, weight, bias)
    assert_close(conv2d(images, weight, bias, padding=padding), expected)


@pytest.mark.parametrize("stride", [2, 3])
def test_a_stride_skips_places(device, dtype, stride):
    """Stride s keeps rows and columns 0, s, 2s, … of what stride 1 gives."""
    images, weight, bias = _layer((1, 2, 7, 9), 3, (2, 3), device, dtype)
    expected = functional.conv2d(images, weight, bias)[:, :, ::stride, ::stride]
    assert_close(conv2d(images, weight, bias, stride), expected.contiguous())


@layers
def test_values_are_those_of_torch(device, dtype, size, n_out, kernel, stride, padding):
    """All together it is torch's conv2d, for images and kernels of any shape."""
    images, weight, bias = _layer(size, n_out, kernel, device, dtype)
    expected = functional.conv2d(images, weight, bias, stride, padding)
    assert_close(conv2d(images, weight, bias, stride, padding), expected)


@layers
def test_gradients_are_those_of_torch(device, size, n_out, kernel, stride, padding):
    """Images, weight and bias get the gradients that torch's conv2d gives them."""
    layer = _layer(size, n_out, kernel, device, torch.float64)
    for tensor in layer:
        tensor.requires_grad_()
    expected = functional.conv2d(*layer, stride, padding)
    upstream = _numbers(expected.shape, device, torch.float64)
    wanted = torch.autograd.grad(expected, layer, upstream)
    output = conv2d(*layer, stride, padding)
    assert_equal(output.requires_grad, True, what="requires_grad of the result")
    gradients = torch.autograd.grad(output, layer, upstream, materialize_grads=True)
    for name, gradient, want in zip(("images", "weight", "bias"), gradients, wanted, strict=True):
        assert_close(gradient, want, what=f"the gradient of {name}")


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16])
def test_what_comes_in_is_untouched(device, dtype):
    """The result has the dtype of the images, bfloat16 too; what comes in stays as it was."""
    images, weight, bias = _layer((2, 3, 5, 4), 2, (3, 2), device, dtype)
    images, weight = images.transpose(2, 3), weight.transpose(0, 1).contiguous().transpose(0, 1)
    doubles = (tensor.double() for tensor in (images, weight, bias))
    expected = functional.conv2d(*doubles, padding=1).to(dtype)
    with assert_untouched(images, weight, bias):
        output = conv2d(images, weight, bias, padding=1)
    assert_close(output, expected, rtol=0.02, atol=0.5)


def test_it_is_written_by_hand(device, dtype):
    """Torch's own convolutions are not called, in whatever spelling."""
    images, weight, bias = _layer((1, 2, 4, 5), 3, (2, 3), device, dtype)
    with forbid_operators(*TORCHS_OWN, because="Windows, products and sums are all it takes."):
        conv2d(images, weight, bias, 2, 1)


def _layer(size, n_out, kernel, device, dtype):
    """Images, weight and bias."""
    sizes = size, (n_out, size[1], *kernel), (n_out,)
    return tuple(_numbers(it, device, dtype) for it in sizes)


def _numbers(size, device, dtype):
    """Whole numbers from -8 to 8 in no order: exact in every precision that torch may use."""
    n = torch.Size(size).numel()
    return (((7 * torch.arange(n, device=device) + 3) % 17) - 8).to(dtype).reshape(size)
