"""Normalizing images (§7.1.4): each channel by its own two numbers, those of the data set."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch07_images.normalize import channel_stats, denormalize, normalize

CIFAR10 = [0.4915, 0.4823, 0.4468], [0.2470, 0.2435, 0.2616]  # mean and std of each channel

# As many images, rows or columns as channels: what is lined up wrongly still fits.
sizes = pytest.mark.parametrize(
    ("n_images", "height", "width"),
    [(4, 2, 5), (3, 4, 2), (2, 3, 3), (1, 2, 3)],
    ids=["N=4,2x5", "N=3,4x2", "N=2,3x3", "N=1,2x3"],
)
images_or_one = pytest.mark.parametrize(
    "shape",
    [(3, 2, 5), (3, 3, 3), (4, 3, 2, 5), (3, 3, 3, 3), (1, 3, 2, 3)],
)


@sizes
def test_there_is_one_mean_and_one_deviation_for_each_channel(
    device, dtype, n_images, height, width
):
    """Mean and standard deviation of a channel are those of its values in all images together."""
    images = _images((n_images, 3, height, width), device, dtype)
    channels = [torch.cat([image[c].reshape(-1) for image in images]) for c in range(3)]
    expected_mean = torch.stack([channel.mean() for channel in channels])
    expected_std = torch.stack([channel.std() for channel in channels])
    mean, std = channel_stats(_dataset(images))
    assert_close(mean, expected_mean, what="the mean")
    assert_close(std, expected_std, what="the standard deviation")


def test_a_white_and_a_black_pixel(device, dtype):
    """By the book's numbers for CIFAR-10 a white pixel becomes 2.0587, 2.1261, 2.1147 (§7.1.4)."""
    mean, std = torch.tensor(CIFAR10, device=device, dtype=dtype)
    white_and_black = torch.tensor([1, 0], device=device, dtype=dtype).expand(3, 1, 2)
    colors = [[[2.0587, -1.9899]], [[2.1261, -1.9807]], [[2.1147, -1.7080]]]
    expected = torch.tensor(colors, device=device, dtype=dtype)
    assert_close(normalize(white_and_black, mean, std), expected, rtol=0, atol=6e-5)


@images_or_one
def test_each_channel_has_its_own_numbers(device, dtype, shape):
    """normalize subtracts from each channel its mean, then divides it by its deviation."""
    images = _images(shape, device, dtype)
    mean, std = torch.tensor(CIFAR10, device=device, dtype=dtype)
    channels = [(images.select(-3, c) - mean[c]) / std[c] for c in range(3)]
    expected = torch.stack(channels, dim=-3)
    assert_close(normalize(images, mean, std), expected)


@images_or_one
def test_denormalize_leads_back(device, dtype, shape):
    """denormalize of normalize gives the images that there were, and the other way round."""
    images = 2 * _images(shape, device, dtype) - 0.5  # beyond 0 and 1, too
    mean, std = torch.tensor(CIFAR10, device=device, dtype=dtype)
    tolerances = {"rtol": 0, "atol": {torch.float32: 1e-6, torch.float64: 1e-12}[dtype]}
    there = normalize(images, mean, std)
    assert_close(denormalize(there, mean, std), images, **tolerances)
    back = denormalize(images, mean, std)
    assert_close(normalize(back, mean, std), images, **tolerances)


def test_a_data_set_by_its_own_numbers_is_standard(device, dtype):
    """Normalized by its own numbers, a data set has mean 0 and deviation 1 in each channel."""
    images = _images((5, 3, 2, 4), device, dtype)
    normalized = normalize(images, *channel_stats(_dataset(images)))
    zeros = torch.zeros(3, device=device, dtype=dtype)
    mean, std = channel_stats(_dataset(normalized))
    tolerances = {"rtol": 0, "atol": {torch.float32: 1e-5, torch.float64: 1e-12}[dtype]}
    assert_close(mean, zeros, **tolerances, what="the mean, afterwards")
    assert_close(std, zeros + 1, **tolerances, what="the standard deviation, afterwards")


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_stays_half(device, dtype):
    """All three keep the dtype of the images, bfloat16 too."""
    images = _images((2, 3, 2, 2), device, dtype)
    mean, std = torch.tensor(CIFAR10, device=device, dtype=dtype)
    exact = images.double()
    shift, scale = (it.double().reshape(3, 1, 1) for it in (mean, std))
    normalized = ((exact - shift) / scale).to(dtype)
    tolerances = {"rtol": 0.03, "atol": 0.03}
    stats = channel_stats(_dataset(images))
    for got, expected in zip(stats, (exact.mean((0, 2, 3)), exact.std((0, 2, 3))), strict=True):
        assert_close(got, expected.to(dtype), **tolerances, what="the statistics")
    assert_close(normalize(images, mean, std), normalized, **tolerances)
    assert_close(denormalize(normalized, mean, std), images, **tolerances)


def test_what_came_in_is_untouched(device, dtype):
    """None of the three changes what it is given, which need not be contiguous."""
    images = _images((2, 3, 2, 5), device, dtype).transpose(2, 3)
    mean, std = torch.tensor(CIFAR10, device=device, dtype=dtype)
    with assert_untouched(images, mean, std):
        channel_stats(_dataset(images))
        normalized = normalize(images, mean, std)
    with assert_untouched(normalized, mean, std):
        denormalize(normalized, mean, std)


def _images(shape, device, dtype):
    """Values between 0 and 1 in no order; channels differ in brightness, and so do images."""
    steps = torch.arange(torch.Size(shape).numel(), device=device, dtype=torch.float64)
    values = (torch.sin(2.4 * steps + 1) + 1).reshape(shape) / 2
    brightness = torch.tensor([0.3, 0.6, 0.9], device=device, dtype=torch.float64)
    values = values * brightness.reshape(3, 1, 1)
    if len(shape) == 4:
        fading = torch.arange(1, len(values) + 1, device=device, dtype=torch.float64)
        values = values / fading.reshape(-1, 1, 1, 1)
    return values.to(dtype)


def _dataset(images):
    """As a data set has them: pairs of an image and its label."""
    return [(image, number % 2) for number, image in enumerate(images)]
