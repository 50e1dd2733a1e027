"""Preprocessing (§2.1.4): an image as a pretrained network wants it."""

import functools

import numpy as np
import pytest
import torch
from PIL import Image

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas.ch02_pretrained.preprocess import preprocess

MEAN = torch.tensor([0.485, 0.456, 0.406])
STD = torch.tensor([0.229, 0.224, 0.225])
NEAR = 0.03  # a step of a byte or two: images and tensors are not rounded alike
SIZES = [(400, 320), (300, 450), (320, 320), (128, 160)]


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ("black", [-2.1179, -2.0357, -1.8044]),
        ("white", [2.2489, 2.4286, 2.6400]),
        ((255, 102, 51), [2.2489, -0.2500, -0.9156]),
    ],
)
def test_each_channel_has_its_mean_and_deviation(color, expected):
    """Bytes become numbers from 0 to 1, and then lose their channel's mean: black is below 0."""
    out = preprocess(Image.new("RGB", (256, 256), color))
    expected = torch.tensor(expected)[:, None, None].expand(3, 224, 224)
    assert_close(out, expected, rtol=0, atol=1e-3)


@pytest.mark.parametrize("size", SIZES)
def test_the_shape_of_things_stays(size):
    """The shorter side becomes 256, the longer one follows; the middle is cut out."""
    assert_close(preprocess(_waves(*size).copy()), _expected(*size), rtol=0, atol=NEAR)


def test_a_circle_stays_a_circle():
    """A disc 159 pixels across, in 320 of height, is four fifths of that in height and in width."""
    y, x = np.ogrid[-160:160, -280:280]
    disc = np.repeat(np.where(x * x + y * y < 80 * 80, 255, 0)[..., None], 3, axis=2)
    out = preprocess(Image.fromarray(disc.astype(np.uint8)))
    assert_equal(list(out.shape), [3, 224, 224], what="the shape")
    bright = out[0] > 0
    height, width = bright.any(dim=1).sum().item(), bright.any(dim=0).sum().item()
    assert_equal((height, width), (127, 127), what="height and width of the disc")


@pytest.mark.parametrize("size", [(300, 450), (128, 160)])
def test_the_same_image_gives_the_same_numbers(size):
    """Nothing is left to chance, and the image stays as it is."""
    before = _waves(*size)
    img = before.copy()
    first, again = preprocess(img), preprocess(img)
    assert_equal((img.size, img.tobytes()), (before.size, before.tobytes()), what="the image")
    assert_close(again, first, rtol=0, atol=0)


def test_the_channels_keep_their_places():
    """Red comes first, then green, then blue; rows come before columns."""
    pixels = np.zeros((256, 256, 3), dtype=np.uint8)
    pixels[:128, :, 0] = 255  # red above, blue on the left
    pixels[:, :128, 2] = 255
    out = preprocess(Image.fromarray(pixels))
    assert_equal(list(out.shape), [3, 224, 224], what="the shape")
    corners = out[:, ::223, ::223] > 0
    red, blue = [[True, True], [False, False]], [[True, False], [True, False]]
    expected = [red, [[False, False], [False, False]], blue]
    assert_equal(corners.tolist(), expected, what="what is bright in the corners, by channel")


@functools.cache
def _waves(width, height):
    """An image whose every pixel tells where it is."""
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    channels = [np.sin(23 * x + 5 * y), np.sin(31 * y - 4 * x), np.cos(17 * (x + y)) * x]
    return Image.fromarray((127.5 + 120 * np.stack(channels, axis=2)).astype(np.uint8))


@functools.cache
def _expected(*size):
    """The same by Pillow and by hand, for images that come out even."""
    width, height = (side * 256 // min(size) for side in size)
    img = _waves(*size).resize((width, height), Image.Resampling.BILINEAR)
    left, top = (width - 224) // 2, (height - 224) // 2
    pixels = torch.tensor(np.array(img.crop((left, top, left + 224, top + 224))))
    return ((pixels / 255 - MEAN) / STD).permute(2, 0, 1)
