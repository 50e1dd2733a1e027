"""A batch standardised by channels (§4.1.4): two numbers for each, over all images."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch04_real_data.channel_statistics import standardize

# As many images, rows or columns as channels: what is lined up wrongly still fits.
each_size = pytest.mark.parametrize(
    "size",
    [
        (2, 3, 2, 5),
        (3, 3, 2, 3),
        (2, 3, 3, 3),
        (1, 3, 2, 3),
        (2, 2, 2, 2),
        (5, 1, 2, 3),
        (2, 4, 1, 3),
    ],
)


@each_size
def test_each_channel_is_standardised_over_the_whole_batch(device, size):
    """Mean and deviation of a channel are those of its values in all images together."""
    batch = _batch(size, device)
    values = batch.double()
    channels = [(it - it.mean()) / it.std() for it in values.unbind(dim=1)]
    expected = torch.stack(channels, dim=1).float()
    assert_close(standardize(batch), expected, rtol=1e-4, atol=1e-5)


def test_a_dark_image_stays_darker(device):
    """Within a channel, images that differ in brightness differ afterwards: 0, 4, 6, 10 by hand."""
    batch = torch.tensor([[0, 4], [6, 10]], dtype=torch.uint8, device=device)[:, None, None]
    steps = torch.tensor([[-5.0, -1.0], [1.0, 5.0]], device=device)[:, None, None]
    assert_close(standardize(batch), steps / (52 / 3) ** 0.5)


def test_brightness_and_contrast_of_a_channel_are_gone(device):
    """A channel that is brighter and has more contrast comes out the same: others play no part."""
    batch = _batch((2, 3, 2, 4), device) // 2
    brighter = batch.clone()
    brighter[:, 1] = 2 * batch[:, 1] + 20
    expected = standardize(batch).clone()
    assert_close(standardize(brighter), expected, rtol=1e-4, atol=1e-5)


def test_the_batch_is_left_alone(device):
    """The batch keeps its bytes, even if the result is changed afterwards."""
    batch = _batch((2, 3, 2, 4), device)
    with assert_untouched(batch):
        standardize(batch).zero_()


def _batch(size, device):
    """Bytes in no order; channels differ in brightness and contrast, and so do images."""
    n_images, n_channels, height, width = size
    place = torch.arange(n_images * height * width, dtype=torch.float64)
    pixels = (torch.sin(2.4 * place) + 1.5).reshape(n_images, 1, height, width)
    image = torch.arange(1, n_images + 1).reshape(-1, 1, 1, 1) / n_images
    channel = torch.arange(n_channels).reshape(-1, 1, 1)
    return (40 * channel + pixels * image * (120 / (channel + 1.5))).to(torch.uint8).to(device)
