"""A batch of images from a folder (§4.1.3): the channels first, and three of them."""

import numpy as np
import pytest
import torch
from PIL import Image

from katas._dojo.writing.assertions import assert_close, assert_raises
from katas.ch04_real_data.image_layout import load_batch

# In a square of 3 pixels every dimension is taken for every other.
sizes = pytest.mark.parametrize(("height", "width"), [(2, 4), (4, 2), (3, 3), (1, 5)])
# As they are written to disk: so many that no folder lists them in order by chance.
NAMES = [f"{it}.png" for it in ("dog", "cat", "ant", "emu", "hen", "bee", "gnu", "fox")]


@sizes
@pytest.mark.parametrize("n_images", [1, 3])
def test_a_pixel_keeps_its_place_and_its_colours(tmp_path, n_images, height, width):
    """[n, c, y, x] is the byte of colour c of the pixel in row y and column x of image n."""
    images = {f"{n}.png": _image((height, width, 3), n) for n in range(n_images)}
    _write(images, tmp_path)
    expected = _channels_first(images.values())
    assert_close(load_batch(tmp_path), expected)


def test_images_come_in_the_order_of_their_names(tmp_path):
    """The first image is the one whose name comes first, in whatever order a folder lists them."""
    images = {name: _image((2, 3, 3), n) for n, name in enumerate(NAMES)}
    _write(images, tmp_path)
    expected = _channels_first(images[name] for name in sorted(NAMES))
    assert_close(load_batch(tmp_path), expected)


def test_a_grey_image_has_its_grey_in_all_three_channels(tmp_path):
    """An image of one channel has three in the batch, and they are alike."""
    grey, colours = _image((2, 4), 0), _image((2, 4, 3), 1)
    _write({"a.png": grey, "b.png": colours}, tmp_path)
    expected = _channels_first([np.stack([grey] * 3, axis=2), colours])
    assert_close(load_batch(tmp_path), expected)


def test_alpha_is_dropped(tmp_path):
    """Of an image with a fourth channel three remain, whatever the fourth one holds."""
    images = {"a.png": _image((2, 4, 4), 0), "b.png": _image((2, 4, 3), 1)}
    images["a.png"][0, :, 3] = 0  # nothing to see here
    _write(images, tmp_path)
    expected = _channels_first(it[:, :, :3] for it in images.values())
    assert_close(load_batch(tmp_path), expected)


def test_other_files_are_no_images(tmp_path):
    """Only files that end in .png are read, whatever else lies in the folder."""
    images = {"a.png": _image((2, 4, 3), 0), "c.png": _image((2, 4, 3), 1)}
    _write(images, tmp_path)
    (tmp_path / "b.txt").write_text("Cats, from above.")
    (tmp_path / "png").mkdir()
    expected = _channels_first(images.values())
    assert_close(load_batch(tmp_path), expected)


@pytest.mark.parametrize("shape", [(2, 5), (5, 2), (3, 4), (1, 4), (4, 2)], ids=str)
def test_an_image_of_another_size_is_named(tmp_path, shape):
    """An image of other height or width than the first raises ValueError, naming its file."""
    images = {name: _image((2, 4, 3), n) for n, name in enumerate(sorted(NAMES)[:4])}
    images["cat.png"] = _image((*shape, 3), 7)
    _write(images, tmp_path)
    with assert_raises(ValueError, "cat.png"):
        load_batch(tmp_path)


def _image(shape, seed):
    """Bytes in no order, no two soon alike."""
    return ((np.arange(np.prod(shape)) * 101 + 60 * seed + 7) % 256).astype(np.uint8).reshape(shape)


def _write(images, folder):
    for name, array in images.items():
        Image.fromarray(array).save(folder / name)


def _channels_first(arrays):
    """What is expected, byte by byte."""
    batch = []
    for array in arrays:
        height, width, _ = array.shape
        batch.append(
            [[[int(array[y, x, c]) for x in range(width)] for y in range(height)] for c in range(3)]
        )
    return torch.tensor(batch, dtype=torch.uint8)
