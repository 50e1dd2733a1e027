"""A block of convolutions for a volume (§11.4.1): two with relu, a pool that loses no plane."""

from itertools import pairwise

import pytest
import torch
from torch.nn import functional

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch11_training.conv_block_3d import ConvBlock3d

EVEN = [(2, 4, 6, 8), (1, 2, 2, 2), (3, 8, 2, 4)]
ODD = [(2, 5, 4, 4), (1, 4, 7, 2), (2, 2, 4, 3), (1, 1, 1, 5), (1, 3, 5, 7)]


@pytest.mark.parametrize(("n_in", "n_out"), [(2, 5), (3, 3)])
def test_there_are_two_convolutions(n_in, n_out):
    """conv1 takes the channels that come in, conv2 those of conv1; both are 3x3x3 with a bias."""
    shapes = {name: list(it.shape) for name, it in ConvBlock3d(n_in, n_out).named_parameters()}
    expected = {
        "conv1.weight": [n_out, n_in, 3, 3, 3],
        "conv1.bias": [n_out],
        "conv2.weight": [n_out, n_out, 3, 3, 3],
        "conv2.bias": [n_out],
    }
    assert_equal(shapes, expected, what="the shapes of the parameters")


@pytest.mark.parametrize("shape", EVEN)
def test_relu_comes_after_each_convolution(device, dtype, shape):
    """It is convolution, relu, convolution, relu, and the largest of each 2x2x2 voxels."""
    block, x = _block(2, 5, device, dtype), _volume(shape, device, dtype)
    expected = _expected(block, x)
    with assert_untouched(block, x):
        out = block(x)
    assert_close(out, expected)


@pytest.mark.parametrize("channels", [(1, 4), (3, 3), (4, 2)])
def test_channels_may_be_more_or_fewer(device, dtype, channels):
    """As many channels come out as are asked for, whether more, as many, or fewer come in."""
    block = _block(*channels, device, dtype)
    x = _volume((2, 4, 2, 6), device, dtype, channels[0])
    expected = _expected(block, x)
    assert_close(block(x), expected)


@pytest.mark.parametrize("shape", ODD)
def test_the_last_plane_of_an_odd_size_counts(device, dtype, shape):
    """Sizes are halved and rounded up; the plane that is left over is pooled by itself."""
    block, x = _block(2, 5, device, dtype), _volume(shape, device, dtype)
    expected = _expected(block, x)
    with assert_untouched(x):
        out = block(x)
    assert_close(out, expected)


@pytest.mark.parametrize("shape", [(2, 4, 4, 2), (1, 3, 2, 5)])
def test_all_of_it_can_learn(device, shape):
    """Gradients reach both convolutions, and every voxel of the volume."""
    block, x = _block(2, 3, device, torch.float64), _volume(shape, device, torch.float64)
    leaves = [x.requires_grad_(), *block.parameters()]
    names = ["x", *(name for name, _ in block.named_parameters())]
    expected = _expected(block, x)
    upstream = torch.linspace(-2, 3, expected.numel()).reshape(expected.shape).to(expected)
    wanted = torch.autograd.grad(expected, leaves, upstream)
    out = block(x)
    assert_equal(out.requires_grad, True, what="requires_grad of the result")
    found = torch.autograd.grad(out, leaves, upstream, materialize_grads=True)
    for name, gradient, it in zip(names, found, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {name}")


def test_four_blocks_take_the_crop_of_the_book():
    """Four blocks, 8 channels at first, then twice as many, make [N, 64, 2, 3, 3] of a crop."""
    channels = [1, 8, 16, 32, 64]
    sizes = []
    with torch.device("meta"):  # where sizes are worked out, and no numbers
        x = torch.zeros(1, 1, 32, 48, 48)
        for block in [ConvBlock3d(*it) for it in pairwise(channels)]:
            x = block(x)
            sizes.append(list(x.shape))
    expected = [[1, 8, 16, 24, 24], [1, 16, 8, 12, 12], [1, 32, 4, 6, 6], [1, 64, 2, 3, 3]]
    assert_equal(sizes, expected, what="the shapes after each block")


def _expected(block, x):
    """By torch's functions; what is padded is less than all that relu lets through."""
    for conv in (block.conv1, block.conv2):
        x = functional.conv3d(x, conv.weight, conv.bias, padding=1).clamp(min=0)
    odd = [amount for size in reversed(x.shape[2:]) for amount in (0, size % 2)]
    return functional.max_pool3d(functional.pad(x, odd, value=-1.0), 2)


def _block(in_channels, out_channels, device, dtype):
    """A block whose numbers are always the same; of some windows it makes nothing above 0."""
    block = ConvBlock3d(in_channels, out_channels)
    with torch.no_grad():
        for n, parameter in enumerate(block.parameters()):
            steps = torch.arange(parameter.numel(), dtype=torch.float64)
            parameter.copy_((2.4 * steps + n).sin().reshape(parameter.shape) / 2)
        block.conv2.bias -= 2.5 * torch.arange(out_channels)
    return block.to(device=device, dtype=dtype)


def _volume(shape, device, dtype, channels=2):
    """Voxels of [N, D, H, W] with channels, brighter towards the last planes; not contiguous."""
    n, *sizes = shape
    generator = torch.Generator().manual_seed(sum(shape))
    voxels = torch.randn(n, *sizes, channels, generator=generator, dtype=torch.float64)
    voxels += torch.arange(sizes[-1]).view(-1, 1) / 2
    return voxels.permute(0, 4, 1, 2, 3).to(device=device, dtype=dtype)
