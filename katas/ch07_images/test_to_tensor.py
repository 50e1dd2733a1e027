"""Images as tensors (§7.1.3): the channels first, and floats from 0.0 to 1.0."""

import numpy as np
import pytest
import torch
from PIL import Image
from torchvision import transforms

from katas._dojo.writing.assertions import assert_close, assert_equal
from katas._dojo.writing.forbidding import forbid_code_of
from katas.ch07_images.to_tensor import to_tensor

# In a square of 3 pixels every dimension is taken for every other.
sizes = pytest.mark.parametrize(("height", "width"), [(2, 4), (4, 2), (3, 3), (1, 5)])
each_dtype = pytest.mark.parametrize("dtype", [np.uint8, np.float32], ids=["bytes", "floats"])

VIEWS = {
    "left to right": lambda it: it[:, ::-1],
    "upside down": lambda it: it[::-1],
    "blue first": lambda it: it[:, :, ::-1],
    "turned": lambda it: it.transpose(1, 0, 2),
    "cropped": lambda it: it[1:3, 2:5],
    "every second column": lambda it: it[:, ::2],
}


@sizes
@pytest.mark.parametrize("kind", ["PIL", "NumPy"])
def test_a_pixel_keeps_its_place_and_its_colours(kind, height, width):
    """[c, y, x] holds colour c of the pixel in row y and column x, divided by 255."""
    array = _array((height, width, 3))
    image = Image.fromarray(array) if kind == "PIL" else array
    expected = _channels_first(array)
    assert_close(to_tensor(image), expected)


@pytest.mark.parametrize("largest", [255, 51, 1])
def test_bytes_go_from_0_to_1(largest):
    """0 is 0.0 and 255 is 1.0, in every image: one that is dark stays dark."""
    array = np.array([[0, largest], [largest // 3, 0]], dtype=np.uint8)
    expected = torch.tensor([[[0, largest], [largest // 3, 0]]]) / 255
    assert_close(to_tensor(array), expected, rtol=1e-6, atol=0)


@pytest.mark.parametrize("kind", ["PIL", "NumPy", "NumPy with its channel"])
def test_a_grey_image_has_one_channel(kind):
    """A grey image is [1, H, W], also where the array is [H, W]."""
    array = _array((2, 5))
    expected = _channels_first(array[:, :, None])
    image = {"PIL": Image.fromarray(array), "NumPy": array}.get(kind, array[:, :, None])
    assert_close(to_tensor(image), expected)


@pytest.mark.parametrize(("kind", "n_channels"), [("PIL", 4), ("NumPy", 4), ("NumPy", 6)])
def test_every_channel_is_kept(kind, n_channels):
    """An image of red, green, blue and how opaque it is has four channels; an array has any."""
    array = _array((3, 2, n_channels))
    image = Image.fromarray(array) if kind == "PIL" else array
    expected = _channels_first(array)
    assert_close(to_tensor(image), expected)


@each_dtype
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_an_array_may_be_a_view(dtype, view):
    """Flipped, turned, cropped: what the array shows counts, not how it lies in memory."""
    array = view(_array((4, 6, 3), dtype))
    expected = _channels_first(array)
    assert_close(to_tensor(array), expected)


def test_floats_keep_their_numbers():
    """An array of float32 has its channels moved, and is not divided, however large it is."""
    array = np.array([[[0.5, 1.0], [0.25, 200.0]]], dtype=np.float32)
    expected = torch.tensor([[[0.5, 0.25]], [[1.0, 200.0]]])
    assert_close(to_tensor(array), expected, rtol=0, atol=0)


@each_dtype
@pytest.mark.parametrize("shape", [(2, 4, 3), (2, 4)], ids=["colours", "grey"])
def test_the_tensor_is_contiguous(dtype, shape):
    """The numbers lie one channel after the other, so that view(-1) makes a row of them."""
    tensor = to_tensor(_array(shape, dtype))
    assert_equal(tensor.is_contiguous(), True, what="whether it is contiguous")


@each_dtype
@pytest.mark.parametrize("shape", [(2, 4, 3), (2, 4)], ids=["colours", "grey"])
def test_the_image_is_left_alone(dtype, shape):
    """The image stays as it was, even if the tensor is changed afterwards."""
    array = _array(shape, dtype)
    expected = torch.tensor(array)
    tensor = to_tensor(array)
    assert_close(torch.tensor(array), expected, what="the image, afterwards")
    tensor.zero_()
    assert_close(torch.tensor(array), expected, what="the image, once the tensor is changed")


def test_it_is_written_by_hand():
    """Torchvision's transforms are not called, nor its functions for them."""
    because = "Axes to move and a division are all it takes."
    with forbid_code_of(transforms.__name__, because=because):
        to_tensor(Image.fromarray(_array((2, 4, 3))))


def _array(shape, dtype=np.uint8):
    """Bytes in no order, no two soon alike; floats are theirs, from 0.0 to 1.0."""
    numbers = (np.arange(np.prod(shape)) * 101 + 60) % 256
    return (numbers if dtype == np.uint8 else numbers / 255).astype(dtype).reshape(shape)


def _channels_first(array):
    """What is expected, number by number."""
    height, width, n_channels = array.shape
    planes = [
        [[float(array[y, x, c]) for x in range(width)] for y in range(height)]
        for c in range(n_channels)
    ]
    return torch.tensor(planes) / (255 if array.dtype == np.uint8 else 1)
