"""Labels at full size (§15, second edition): logits are made larger, then a class is chosen."""

import functools
import math

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch13_segmentation.upsampled_logits import full_size_labels

SIZES = [(12, 20), (20, 12), (3, 20), (9, 7)]


def test_a_border_lies_where_the_logits_are_equal(device, dtype):
    """Between logits of -1 and 3 a class begins after a quarter of the way, not half way."""
    ahead = [-1.0, 3.0, 1.5, -2.3, -0.5]
    logits = torch.tensor([[0.0] * 5, ahead], device=device, dtype=dtype).reshape(1, 2, 1, 5)
    expected = [int(char) for char in "00011111111100000000"]
    labels = full_size_labels(logits, (1, 20))
    assert_close(labels, torch.tensor([[expected]], device=device))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("n_classes", [2, 3, 7])
def test_the_class_of_the_largest_logit(device, dtype, size, n_classes):
    """At any size, and for any number of classes, each pixel has the class that is ahead there."""
    expected = _expected(n_classes, dtype, size)
    logits = _logits(n_classes, dtype).to(device)
    with assert_untouched(logits):
        labels = full_size_labels(logits, size)
    assert_close(labels, expected.to(device))


def test_between_two_classes_is_no_third(device, dtype):
    """Where 0 meets 2, no pixel is 1, though 1 lies between them."""
    logits = torch.zeros(1, 3, 2, 4, device=device, dtype=dtype)
    logits[:, 0, :, :2] = logits[:, 2, :, 2:] = 4.0
    logits[:, 1] = -1.0
    labels = full_size_labels(logits, (8, 16))
    expected = torch.tensor([0] * 8 + [2] * 8, device=device).expand(1, 8, 16)
    # Half way the two are equal, and that is between two pixels.
    assert_close(labels, expected)


def test_a_class_may_win_where_it_is_second_on_both_sides(device, dtype):
    """What is second to one class here and to another there may be ahead of both in between."""
    logits = torch.zeros(1, 3, 1, 2, device=device, dtype=dtype)
    logits[0, :, 0, 0] = torch.tensor([5.0, 4.0, -5.0], device=device, dtype=dtype)
    logits[0, :, 0, 1] = torch.tensor([-5.0, 4.0, 5.0], device=device, dtype=dtype)
    expected = torch.tensor([[[0, 0, 1, 1, 1, 1, 2, 2]]], device=device)
    assert_close(full_size_labels(logits, (1, 8)), expected)


def test_the_size_may_stay(device, dtype):
    """At their own size logits stay what they are."""
    logits = _logits(3, dtype).to(device)
    assert_close(full_size_labels(logits, (3, 5)), logits.argmax(dim=1))


def _logits(n_classes, dtype):
    """Two images of 3 by 5 pixels, whose classes are never equally far ahead."""
    steps = torch.arange(2 * n_classes * 15, dtype=torch.float64)
    return (3 * torch.sin(2.4 * steps + 0.3 * steps**0.5)).reshape(2, n_classes, 3, 5).to(dtype)


@functools.cache
def _expected(n_classes, dtype, size):
    """The oracle, in plain numbers: each large pixel lies between four of the small ones."""
    logits = _logits(n_classes, dtype)
    n_images, _, height, width = logits.shape
    rows, columns = _between(height, size[0]), _between(width, size[1])
    labels = torch.zeros(n_images, *size, dtype=torch.int64)
    values = logits.tolist()
    for n in range(n_images):
        for r, (top, bottom, down) in enumerate(rows):
            for c, (left, right, along) in enumerate(columns):
                scores = []
                for image in values[n]:
                    above = (1 - along) * image[top][left] + along * image[top][right]
                    below = (1 - along) * image[bottom][left] + along * image[bottom][right]
                    scores.append((1 - down) * above + down * below)
                labels[n, r, c] = scores.index(max(scores))
    return labels


def _between(n_small, n_large):
    """For each large pixel the two small ones between whose centres its own lies, and how far."""
    found = []
    for n in range(n_large):
        place = min(max((n + 0.5) * n_small / n_large - 0.5, 0), n_small - 1)
        before = math.floor(place)
        found.append((before, min(before + 1, n_small - 1), place - before))
    return found
