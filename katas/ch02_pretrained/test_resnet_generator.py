"""A generator of images (§2.2.3): as large when they come out as when they went in."""

import pytest
import torch
from torch.nn.functional import conv2d, conv_transpose2d, instance_norm, pad, relu

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.seeds import seeded
from katas.ch02_pretrained.resnet_generator import resnet_generator, to_pixels

# Of the parameters, a weight and a bias for each layer: three ahead of the blocks, three after.
PARTS = slice(6), slice(6, -6), slice(-6, None)


@pytest.mark.parametrize("size", [(8, 8), (12, 20), (24, 8)])
def test_an_image_keeps_its_size(device, dtype, size):
    """Where 4 divides height and width, the image comes out as large as it went in."""
    images = _images(2, size, device, dtype)
    assert_equal(list(_net(device, dtype)(images).shape), [2, 3, *size], what="the shape")


@pytest.mark.parametrize("side", [225, 226, 227, 228])
def test_other_sizes_come_out_larger(device, side):
    """227 pixels come out as 228, and so do 226 and 225: the next multiple of 4."""
    images = _images(1, (side, 16), device, torch.float32)
    out = resnet_generator(n_chans=2, n_blocks=1).to(device)(images)
    assert_equal(list(out.shape), [1, 3, 228, 16], what="the shape")


@pytest.mark.parametrize("n_blocks", [0, 1, 3])
def test_the_layers_come_in_this_order(device, dtype, n_blocks):
    """Values are those of the layers in their order, for each image by itself."""
    net = _net(device, dtype, n_blocks)
    images = _images(2, (12, 16), device, dtype)
    expected = _expected(list(net.parameters()), images)
    with assert_untouched(net, images):
        out = net(images)
    tolerance = 1e-3 if dtype == torch.float32 else 1e-9
    assert_close(out, expected, rtol=tolerance, atol=tolerance)


def test_a_block_that_adds_nothing_changes_nothing(device):
    """With weights of 0 in the blocks, the network is what it would be without blocks."""
    net, without = (_net(device, torch.float64, n_blocks) for n_blocks in (2, 0))
    before, blocks, after = (list(net.parameters())[part] for part in PARTS)
    with torch.no_grad():
        for it in blocks:
            it.zero_()
        for it, other in zip(without.parameters(), before + after, strict=True):
            it.copy_(other)
    images = _images(1, (8, 12), device, torch.float64)
    assert_close(net(images), without(images), rtol=1e-9, atol=1e-9)


def test_it_has_the_parameters_of_the_book():
    """64 channels and 9 blocks unless told otherwise: 11378179 numbers, each block with its own."""
    with torch.device("meta"):
        counts = [
            sum(parameter.numel() for parameter in resnet_generator(*settings).parameters())
            for settings in ((), (64, 10), (32, 9))
        ]
    assert_equal(counts, [11378179, 12558339, 2850563], what="the number of parameters")


def test_pixels_run_from_0_to_1(device, dtype):
    """-1 becomes 0, 0 the middle, 1 stays 1, and equal steps stay equal."""
    out = torch.tensor([[-1.0, -0.5, 0.0], [0.25, 0.5, 1.0]], device=device, dtype=dtype)
    expected = torch.tensor([[0.0, 0.25, 0.5], [0.625, 0.75, 1.0]], device=device, dtype=dtype)
    for part in (slice(None), slice(1)):
        with assert_untouched(out):
            assert_close(to_pixels(out[part]), expected[part])


def _net(device, dtype, n_blocks=2):
    with seeded(n_blocks):
        net = resnet_generator(2, n_blocks)
    n_parameters = len(list(net.parameters()))
    assert_equal(n_parameters, 2 * (6 + 2 * n_blocks), what="the number of weights and biases")
    return net.to(device=device, dtype=dtype)


def _images(n, size, device, dtype):
    """Images of pixels from -1 to 1, at random."""
    generator = torch.Generator().manual_seed(sum(size))
    images = torch.rand(n, 3, *size, generator=generator, dtype=torch.float64)
    return (2 * images - 1).to(device=device, dtype=dtype)


def _expected(parameters, x):
    """The same by torch's functions; a weight and a bias for each layer, in their order."""
    layers = list(zip(parameters[::2], parameters[1::2], strict=True))
    first, *halving = layers[:3]
    *blocks, one, other, last = layers[3:]

    def same_size(x, layer, around):
        return conv2d(pad(x, [around] * 4, mode="reflect"), *layer)

    x = relu(instance_norm(same_size(x, first, 3)))
    for layer in halving:
        x = relu(instance_norm(conv2d(x, *layer, stride=2, padding=1)))
    for inner, outer in zip(blocks[::2], blocks[1::2], strict=True):
        inside = relu(instance_norm(same_size(x, inner, 1)))
        x = x + instance_norm(same_size(inside, outer, 1))
    for layer in (one, other):
        x = conv_transpose2d(x, *layer, stride=2, padding=1, output_padding=1)
        x = relu(instance_norm(x))
    return same_size(x, last, 3).tanh()
