"""Gray images from colours, by weights (§3.4): every channel meets its own weight."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch03_tensors.to_gray import gray_equation, to_gray

LUMA = [0.2126, 0.7152, 0.0722]  # of the book: how bright red, green and blue look

each_dtype = pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
ONE = [(3, 5, 5), (3, 2, 4), (3, 4, 3), (3, 3, 4)]
MANY = [(2, 3, 4, 5), (4, 3, 2, 3), (3, 3, 3, 3), (2, 1, 3, 4, 5)]


@each_dtype
@pytest.mark.parametrize("shape", ONE)
def test_a_gray_pixel_is_a_weighted_sum(device, dtype, shape):
    """Of one image, [C, H, W], each channel counts by its own weight, also if W or H is C."""
    image, weights = _images(shape, device, dtype), _weights(LUMA, device, dtype)
    expected = _gray(image, LUMA)
    with assert_untouched(image, weights):
        gray = to_gray(image, weights)
    assert_close(gray, expected)


@each_dtype
@pytest.mark.parametrize("shape", MANY)
def test_each_image_of_a_batch_is_made_gray(device, dtype, shape):
    """Whatever stands before C, H and W is kept, one dimension of it or more."""
    images, weights = _images(shape, device, dtype), _weights(LUMA, device, dtype)
    expected = _gray(images, LUMA)
    with assert_untouched(images, weights):
        gray = to_gray(images, weights)
    assert_close(gray, expected)


@pytest.mark.parametrize(
    "weights", [[0.5, -2.0], [3.0], [0.0, 1.0, 0.0, 2.0]], ids=["two", "one", "four"]
)
def test_channels_and_weights_may_be_any(device, dtype, weights):
    """There may be other channels than three, and weights may have any sum: nothing is divided."""
    images = _images((2, len(weights), 2, 4), device, dtype)
    expected = _gray(images, weights)
    assert_close(to_gray(images, _weights(weights, device, dtype)), expected)


def test_gradients_reach_images_and_weights(device, dtype):
    """Gradients flow back to the images and to the weights."""
    images, weights = _images((2, 3, 4, 5), device, dtype), _weights(LUMA, device, dtype)
    upstream = _images((2, 4, 5), device, dtype).flip(-1)
    expected = [
        torch.stack([weight * upstream for weight in LUMA], dim=1),
        torch.stack([(channel * upstream).sum() for channel in images.unbind(dim=1)]),
    ]
    gray = to_gray(images.requires_grad_(), weights.requires_grad_())
    assert_equal(list(gray.shape), [2, 4, 5], what="the shape")
    gradients = torch.autograd.grad((gray * upstream).sum(), (images, weights))
    for name, gradient, wanted in zip(("images", "weights"), gradients, expected, strict=True):
        assert_close(gradient, wanted, what=f"the gradient of the {name}")


@each_dtype
@pytest.mark.parametrize("shape", ONE + MANY)
def test_einsum_is_told_the_same(device, dtype, shape):
    """With this equation einsum gives the gray images, of one image and of many."""
    images, weights = _images(shape, device, dtype), _weights(LUMA, device, dtype)
    gray = torch.einsum(gray_equation(), images, weights)
    assert_close(gray, _gray(images, LUMA), what="what einsum gives")


def _gray(images, weights):
    """One product after the other, summed in float64."""
    channels = images.double().unbind(dim=-3)
    products = [weight * channel for weight, channel in zip(weights, channels, strict=True)]
    return sum(products).to(images.dtype)


def _images(shape, device, dtype):
    """Numbers between 0 and 1, no two channels or pixels alike."""
    n_elements = torch.Size(shape).numel()
    steps = torch.arange(1, n_elements + 1, device=device, dtype=torch.float64)
    return (steps * 0.618 % 1).to(dtype).reshape(shape)


def _weights(weights, device, dtype):
    return torch.tensor(weights, device=device, dtype=dtype)
