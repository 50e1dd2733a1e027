"""A mask that moves along (§13.5.7): one matrix for both, noise on one of them, bool again."""

import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas.ch13_segmentation.paired_augmentation import augment

IDENTITY = [[1, 0, 0], [0, 1, 0]]
FLIP_X, FLIP_Y = [[-1, 0, 0], [0, 1, 0]], [[1, 0, 0], [0, -1, 0]]
ZOOM = [[0.25, 0, 0], [0, 0.25, 0]]
TURN = [[0.8, -0.6, 0.1], [0.6, 0.8, -0.2]]
SHIFT = [[1, 0, 2 / 5], [0, 1, -2 / 4]]  # a column to the left, a row downwards


@pytest.mark.parametrize("matrix", [IDENTITY, FLIP_X, FLIP_Y, SHIFT], ids=["-", "x", "y", "moved"])
def test_images_are_resampled(device, dtype, matrix):
    """A flip is exact, a shift by 2 / size one pixel; what comes in is as the border."""
    images, masks = _images(device, dtype), _masks(device)
    expected = _moved(images, matrix)
    with assert_untouched(images, masks):
        out, _ = augment(images, masks, _always(matrix, images), 0.0, _generator(device))
    assert_close(out, expected, rtol=0, atol=1e-3, what="the images")


@pytest.mark.parametrize("dtype", [torch.bool, torch.int64], ids=str)
@pytest.mark.parametrize("matrix", [IDENTITY, FLIP_X, FLIP_Y, SHIFT], ids=["-", "x", "y", "moved"])
def test_masks_go_where_images_go(device, dtype, matrix):
    """The same happens to the masks, and they are of bool whatever they were."""
    images, masks = _images(device, torch.float32), _masks(device)
    expected, masks = _moved(masks, matrix), masks.to(dtype)
    with assert_untouched(images, masks):
        _, out = augment(images, masks, _always(matrix, images), 0.0, _generator(device))
    assert_close(out, expected, what="the masks")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_matrix_for_both(device, dtype, seed):
    """An image that is its own mask stays so, although each matrix that is drawn is another."""
    masks = torch.zeros(3, 1, 9, 12, device=device, dtype=torch.bool)
    masks[0, 0, 2:6, 3:9] = True
    masks[1, 0, 4:, :5] = True
    masks[2, 0, :3, 7:] = True
    images, drawn = masks.to(dtype), []

    def draw_matrix():
        angle = seed + len(drawn)
        c, s = math.cos(angle), math.sin(angle)
        drawn.append(angle)
        return torch.tensor([[c, -s, 0.1], [s, c, 0.2]], device=device, dtype=dtype)

    moved, out = augment(images, masks, draw_matrix, 0.0, _generator(device))
    assert_equal(len(drawn), 1, what="the number of matrices drawn")
    assert_close(out, moved > 0.5, what="the masks")


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0.25, [0, 1, 0, 0]), (0.125, [0, 1, 1, 0]), (-0.25, [0, 0, 1, 0]), (0.375, [1, 1, 0, 0])],
)
def test_more_than_half_is_true(device, dtype, offset, expected):
    """0 1 1 0, half a pixel further on, reads .5 1 .5 0: a half is not enough."""
    masks = torch.tensor([0, 1, 1, 0], device=device).bool().expand(1, 1, 4, 4)
    images = torch.zeros(1, 1, 4, 4, device=device, dtype=dtype)
    draw_matrix = _always([[1, 0, offset], [0, 1, 0]], images)
    _, out = augment(images, masks, draw_matrix, 0.0, _generator(device))
    expected = torch.tensor(expected, device=device).bool().expand(1, 1, 4, 4)
    assert_close(out, expected, what="the masks")


@pytest.mark.parametrize("matrix", [IDENTITY, ZOOM, TURN], ids=["-", "enlarged", "turned"])
@pytest.mark.parametrize("noise", [25.0, 4.0])
def test_noise_is_that_of_the_images(device, dtype, matrix, noise):
    """Each pixel of an image has its own noise, as large as was asked for; a mask has none."""
    images = torch.full((3, 2, 40, 30), -1000.0, device=device, dtype=dtype)
    masks = torch.zeros(3, 1, 40, 30, device=device, dtype=torch.bool)
    masks[:, :, 15:] = True
    draw_matrix = _always(matrix, images)
    _, expected = augment(images, masks, draw_matrix, 0.0, _generator(device))
    with assert_untouched(images, masks):
        out, label = augment(images, masks, draw_matrix, noise, _generator(device))
    as_without = torch.equal(label, expected)
    assert_equal(as_without, True, what="whether the masks are as without noise")
    added = (out + 1000) / noise
    zero, one = (torch.full((3, 2), it, device=device, dtype=dtype) for it in (0.0, 1.0))
    assert_close(added.mean(dim=(2, 3)), zero, rtol=0, atol=0.12, what="the mean, noise by noise")
    assert_close(added.std(dim=(2, 3)), one, rtol=0, atol=0.12, what="how far it spreads, in noise")
    # Uniform numbers never come that far.
    far = added.abs() > 2.2
    assert_equal(0.015 < far.double().mean().item() < 0.045, True, what="whether 3 in 100 are far")
    alike = torch.corrcoef(added.flatten(0, 1).flatten(1))
    no_other = torch.eye(6, device=device, dtype=dtype)
    assert_close(alike, no_other, rtol=0, atol=0.2, what="how alike the noise is")


def test_the_generator_decides(device):
    """Seeded alike, noise repeats; drawn on, there is another; torch's own is left alone."""
    images, masks = _images(device, torch.float32), _masks(device)
    draw_matrix, generator = _always(TURN, images), _generator(device)
    with assert_untouched(images, masks):
        first, _ = augment(images, masks, draw_matrix, 25.0, generator)
        second, _ = augment(images, masks, draw_matrix, 25.0, generator)
    torch.manual_seed(99)
    again, _ = augment(images, masks, draw_matrix, 25.0, _generator(device))
    assert_close(again, first, what="the images, from the same seed")
    assert_equal(bool((first != second).all()), True, what="whether all of the noise is new")


def test_nothing_is_learned_here(device, dtype):
    """No graph is kept, even of images that need gradients; a net can learn from the result."""
    images, masks = _images(device, dtype).requires_grad_(), _masks(device)
    matrix = torch.tensor(TURN, device=device, dtype=dtype, requires_grad=True)
    out, label = augment(images, masks, lambda: matrix, 25.0, _generator(device))
    needs = out.requires_grad, label.requires_grad, torch.is_grad_enabled()
    assert_equal(needs, (False, False, True), what="requires_grad of both; grad mode afterwards")
    weight = torch.ones(1, device=device, dtype=dtype, requires_grad=True)
    (gradient,) = torch.autograd.grad((weight * out).sum(), weight)
    assert_close(gradient, out.sum()[None], what="the gradient of a weight")


def _always(matrix, images):
    return lambda: torch.tensor(matrix, device=images.device, dtype=images.dtype)


def _generator(device):
    return torch.Generator(device).manual_seed(5)


def _images(device, dtype):
    """Hounsfield units, no two neighbours alike."""
    values = torch.arange(2 * 3 * 4 * 5, device=device) * 37 % 1400 - 1000
    return values.to(dtype).reshape(2, 3, 4, 5)


def _masks(device):
    return (torch.arange(40, device=device) % 7 < 3).reshape(2, 1, 4, 5)


def _moved(images, matrix):
    if matrix == FLIP_X:
        return images.flip(3)
    if matrix == FLIP_Y:
        return images.flip(2)
    if matrix == SHIFT:
        return images[:, :, [0, 0, 1, 2]][..., [1, 2, 3, 4, 4]]
    return images.clone()
