"""Views of an image (§7.1.3, §7.2.4): for the eye, and for a fully connected model."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch07_images.image_view import batch_of_one, flatten_batch, for_imshow

EXACTLY = {"rtol": 0, "atol": 0}  # nothing is calculated

each_view = pytest.mark.parametrize("name", ["for_imshow", "batch_of_one", "flatten_batch"])

# In a square of 3 pixels every dimension is taken for every other.
sizes = pytest.mark.parametrize(("height", "width"), [(2, 4), (4, 2), (3, 3), (1, 5)])


@sizes
def test_a_pixel_keeps_its_place_and_its_colour(device, dtype, height, width):
    """For matplotlib, [y, x] holds red, green, blue of the pixel in row y and column x."""
    image = _images((3, height, width), device, dtype)
    pixels = [[image[:, y, x] for x in range(width)] for y in range(height)]
    expected = torch.stack([torch.stack(row) for row in pixels])
    assert_close(for_imshow(image), expected, **EXACTLY)


@sizes
def test_an_image_is_one_row_of_a_batch(device, dtype, height, width):
    """A batch of one has one row: all of red, line by line, then all of green, then of blue."""
    image = _images((3, height, width), device, dtype)
    numbers = [image[channel, y] for channel in range(3) for y in range(height)]
    expected = torch.cat(numbers)[None]
    assert_close(batch_of_one(image), expected, **EXACTLY)


@pytest.mark.parametrize("n_images", [1, 2, 3, 5])
def test_each_image_has_its_own_row(device, dtype, n_images):
    """Of N images there are N rows, each with the numbers of one image, in their order."""
    images = _images((n_images, 3, 2, 4), device, dtype)
    expected = torch.stack([torch.cat([*image.flatten(0, 1)]) for image in images])
    assert_close(flatten_batch(images), expected, **EXACTLY)


@pytest.mark.parametrize(("height", "width"), [(32, 32), (64, 64)], ids=["32x32", "64x64"])
def test_the_shapes_of_the_book(device, height, width):
    """A 32 x 32 image is [32, 32, 3] or a row of 3072 (§7.2.4), a 64 x 64 one a row of 12288."""
    image = torch.zeros(3, height, width, device=device)
    batch = torch.zeros(4, 3, height, width, device=device)
    n_values = 3 * height * width
    assert_equal(list(for_imshow(image).shape), [height, width, 3], what="the shape")
    assert_equal(list(batch_of_one(image).shape), [1, n_values], what="the shape")
    assert_equal(list(flatten_batch(batch).shape), [4, n_values], what="the shape")


def test_a_model_sees_an_image_alone_as_in_a_batch(device, dtype):
    """A linear layer gives the same outputs for images one by one as for a batch of them."""
    images = _images((3, 3, 2, 4), device, dtype)
    weight = _images((1, 3, 2, 4), device, dtype).flatten()
    expected = torch.stack([image.flatten() @ weight for image in images])
    alone = torch.cat([batch_of_one(image) @ weight for image in images])
    together = flatten_batch(images) @ weight
    assert_close(alone, expected, what="the outputs one by one")
    assert_close(together, expected, what="the outputs of the batch")


@pytest.mark.parametrize("name", ["batch_of_one", "flatten_batch"])
@pytest.mark.parametrize("shape", [(3, 2, 4), (3, 3, 3)])
def test_gradients_find_their_way_back(device, dtype, name, shape):
    """The gradient of each number in a row arrives at the pixel and channel that it came from."""
    image = _images(shape, device, dtype).requires_grad_()
    upstream = _images(shape, device, dtype) + 2
    result = _view(name)(image)
    assert_equal(result.requires_grad, True, what="requires_grad of the result")
    (gradient,) = torch.autograd.grad(result, image, _arranged(name, upstream))
    assert_close(gradient, upstream, what="the gradient of the image")


@each_view
@pytest.mark.parametrize("dtype", [torch.uint8, torch.bfloat16])
def test_any_dtype_is_kept(device, dtype, name):
    """uint8 stays uint8, bfloat16 stays bfloat16, and the image stays as it was."""
    image = torch.tensor([[[1, 2]], [[30, 40]], [[254, 255]]], device=device, dtype=dtype)
    expected = _arranged(name, image)
    with assert_untouched(image):
        result = _view(name)(image)
    assert_close(result, expected)


def _view(name):
    """The function of this name, for one image."""
    if name == "flatten_batch":
        return lambda image: flatten_batch(image[None])
    return {"for_imshow": for_imshow, "batch_of_one": batch_of_one}[name]


def _arranged(name, image):
    """What the function of this name should return, for one image."""
    if name == "for_imshow":
        return torch.stack([*image], dim=-1)
    return torch.cat([*image.flatten(0, 1)])[None]


def _images(shape, device, dtype):
    """Numbers between -1 and 1 in no order, no two of them alike."""
    steps = torch.arange(torch.Size(shape).numel(), device=device, dtype=torch.float64)
    return torch.sin(2.4 * steps + 1).to(dtype).reshape(shape)
