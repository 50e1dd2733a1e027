"""Downsampling (§8.2.3): what the mean, the largest and a stride make of an image."""

import pytest
import torch
from torch.nn.functional import conv2d

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch08_convolutions.downsampling import average_pool, max_pool, strided_conv

each_size = pytest.mark.parametrize(
    ("size", "n"), [((2, 3, 4, 6), 2), ((1, 2, 5, 7), 2), ((2, 1, 9, 6), 3), ((1, 2, 8, 7), 3)]
)
each_way = pytest.mark.parametrize("name", ["average_pool", "max_pool", "strided_conv"])


@each_size
def test_the_mean_of_each_square(device, dtype, size, n):
    """The average pool has the mean of each square; pixels that fill no square have no say."""
    images = _numbers(size, device, dtype)
    expected = _squares(images, n).mean(-1)
    assert_close(average_pool(images, n), expected)


@each_size
def test_the_largest_of_each_square(device, dtype, size, n):
    """The max pool has the largest pixel of each square; where all are negative it is, too."""
    images = _numbers(size, device, dtype) - 200
    expected = _squares(images, n).amax(-1)
    assert_close(max_pool(images, n), expected)


@each_size
def test_every_nth_answer(device, dtype, size, n):
    """A stride of n leaves out answers, not pixels: the kernel lies on pixels side by side."""
    images, weight = _numbers(size, device, dtype), _weight(size[1], device, dtype)
    expected = conv2d(images, weight, padding=1)[:, :, ::n, ::n]
    assert_close(strided_conv(images, weight, n), expected)


@each_way
@pytest.mark.parametrize(
    ("before", "pooled", "strided"), [(32, 16, 16), (33, 16, 17), (31, 15, 16)]
)
def test_the_size_is_halved(device, name, before, pooled, strided):
    """32 pixels become 16 in each way; of an odd number a pool leaves the last one out."""
    images = torch.zeros(1, 3, before, 32, device=device)
    after = strided if name == "strided_conv" else pooled
    n_channels = 2 if name == "strided_conv" else 3
    assert_equal(list(_way(name)(images, 2).shape), [1, n_channels, after, 16], what="the shape")


@each_way
@pytest.mark.parametrize("at", [(2, 4), (2, 5), (3, 4), (3, 5)], ids=str)
def test_a_lone_bright_pixel(device, dtype, name, at):
    """The mean keeps a quarter of it, the largest all; with a stride it matters where it lies."""
    images = torch.zeros(1, 3, 6, 8, device=device, dtype=dtype)
    images[:, :, *at] = 8
    expected = torch.zeros(1, 3, 3, 4, device=device, dtype=dtype)
    expected[:, :, 1, 2] = 2 if name == "average_pool" else 8
    if name == "strided_conv":
        weight = _weight(3, device, dtype).sum(1)
        expected = torch.zeros(1, 2, 3, 4, device=device, dtype=dtype)
        # The middle of the kernel lies on every second pixel, its sides on those between.
        for row in {at[0] // 2, (at[0] + 1) // 2}:
            for column in {at[1] // 2, (at[1] + 1) // 2}:
                tap = at[0] - 2 * row + 1, at[1] - 2 * column + 1
                expected[0, :, row, column] = 8 * weight[:, *tap]
    assert_close(_way(name)(images, 2), expected)


@pytest.mark.parametrize("first", [0, 1], ids=["black first", "white first"])
def test_a_checkerboard(device, dtype, first):
    """It turns grey by the mean, white by the largest, and all like its first pixel by a stride."""
    row, column = torch.arange(6, device=device).view(-1, 1), torch.arange(8, device=device)
    images = ((row + column + first) % 2).to(dtype)[None, None]
    middle = torch.zeros(1, 1, 3, 3, device=device, dtype=dtype)
    middle[..., 1, 1] = 1
    one = torch.ones(1, 1, 3, 4, device=device, dtype=dtype)
    assert_close(average_pool(images, 2), one / 2, what="the average pool")
    assert_close(max_pool(images, 2), one, what="the max pool")
    assert_close(strided_conv(images, middle, 2), one * first, what="the strided convolution")


@each_way
@pytest.mark.parametrize("n", [2, 3])
def test_gradients_show_who_had_a_say(device, name, n):
    """All pixels of a square share in its mean, one is its largest; each weight has a gradient."""
    images = _numbers((2, 3, 7, 5), device, torch.float64).requires_grad_()
    weight = _weight(3, device, torch.float64).requires_grad_()
    expected = {
        "average_pool": lambda: _squares(images, n).mean(-1),
        "max_pool": lambda: _squares(images, n).amax(-1),
        "strided_conv": lambda: conv2d(images, weight, padding=1)[:, :, ::n, ::n],
    }[name]()
    upstream = _numbers(expected.shape, device, torch.float64)
    leaves = {"the images": images}
    if name == "strided_conv":
        leaves["the weight"] = weight
    wanted = torch.autograd.grad(expected, list(leaves.values()), upstream)
    result = strided_conv(images, weight, n) if name == "strided_conv" else _way(name)(images, n)
    assert_equal(list(result.shape), list(expected.shape), what="the shape")
    assert_equal(result.requires_grad, True, what="requires_grad of the result")
    gradients = torch.autograd.grad(result, list(leaves.values()), upstream, materialize_grads=True)
    for leaf, gradient, it in zip(leaves, gradients, wanted, strict=True):
        assert_close(gradient, it, what=f"the gradient of {leaf}")


@each_way
@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16])
def test_what_comes_in_is_untouched(device, dtype, name):
    """The result has the dtype of the images, bfloat16 too; the images stay as they were."""
    # Whole numbers so small that bfloat16 is exact.
    images = (_numbers((2, 3, 8, 6), device, dtype) % 7 - 3).transpose(2, 3)
    expected = {
        "average_pool": lambda: _squares(images.double(), 2).mean(-1),
        "max_pool": lambda: _squares(images.double(), 2).amax(-1),
        "strided_conv": lambda: conv2d(
            images.double(), _weight(3, device, torch.float64), stride=2, padding=1
        ),
    }[name]()
    before = images.clone()
    assert_close(_way(name)(images, 2), expected.to(dtype))
    assert_close(images, before, what="the images, afterwards")


def _way(name):
    """The function of this name, with a weight of ours for those who need one."""

    def convolve(images, n):
        return strided_conv(images, _weight(images.shape[1], images.device, images.dtype), n)

    return {"average_pool": average_pool, "max_pool": max_pool, "strided_conv": convolve}[name]


def _squares(images, n):
    """The pixels of each square along a last dimension of n * n."""
    height, width = (size // n * n for size in images.shape[2:])
    pixels = [(row, column) for row in range(n) for column in range(n)]
    return torch.stack([images[:, :, r:height:n, c:width:n] for r, c in pixels], dim=-1)


def _numbers(size, device, dtype):
    """Whole numbers from -128 to 128 in no order: 257 is prime, so no two are soon alike."""
    n = torch.Size(size).numel()
    return (((101 * torch.arange(n, device=device) + 60) % 257) - 128).to(dtype).reshape(size)


def _weight(n_channels, device, dtype):
    """A kernel for each of two features, of whole numbers, with which a convolution is exact."""
    taps = torch.arange(2 * n_channels * 9, device=device)
    return (taps * 7 % 11 % 5 - 1).to(dtype).reshape(2, n_channels, 3, 3)
