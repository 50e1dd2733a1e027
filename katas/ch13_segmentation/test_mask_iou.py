"""Intersection over union (§15, second edition): how well a mask covers another."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_untouched
from katas.ch13_segmentation.mask_iou import dice_of_iou, mask_iou

# Masks of 2 by 4 pixels: predicted, true, the IoU.
MASKS = {
    "the same": ("1110 0000", "1110 0000", 1.0),
    "all": ("1111 1111", "1111 1111", 1.0),
    "too much": ("1111 1100", "1100 0000", 1 / 3),
    "too little": ("0100 0000", "1100 1110", 1 / 5),
    "beside it": ("1100 0000", "0011 0000", 0.0),
    "shifted": ("1110 0000", "0111 0000", 1 / 2),
    "half": ("1100 1100", "0100 0101", 2 / 5),
}


@pytest.mark.parametrize("name", MASKS)
def test_what_both_have_by_what_one_has(device, name):
    """Pixels of both masks, by pixels of either: 1 for the same, 0 for what does not meet."""
    *pair, expected = MASKS[name]
    predicted, labels = (_masks([it], device) for it in pair)
    with assert_untouched(predicted, labels):
        actual = mask_iou(predicted, labels)
    assert_close(actual, torch.tensor([expected], device=device))


def test_each_mask_has_its_own(device):
    """N masks have N numbers, which their neighbours in the batch do not change."""
    predicted, labels, expected = zip(*MASKS.values(), strict=True)
    actual = mask_iou(_masks(predicted, device), _masks(labels, device))
    assert_close(actual, torch.tensor(expected, device=device))


def test_it_is_the_same_both_ways(device):
    """Which of the two masks is the predicted one makes no difference."""
    predicted, labels, expected = zip(*MASKS.values(), strict=True)
    actual = mask_iou(_masks(labels, device), _masks(predicted, device))
    assert_close(actual, torch.tensor(expected, device=device))


def test_two_empty_masks_are_the_same(device):
    """Nothing to find and nothing found is 1; nothing to find and something found is 0."""
    predicted = _masks(["0000 0000", "0000 0100", "0000 0000"], device)
    labels = _masks(["0000 0000", "0000 0000", "0110 0000"], device)
    assert_close(mask_iou(predicted, labels), torch.tensor([1.0, 0.0, 0.0], device=device))


def test_large_masks_are_counted_exactly(device):
    """A slice has 512 by 512 pixels, and one of them is one of them."""
    predicted = torch.ones(1, 512, 512, dtype=torch.bool, device=device)
    labels = predicted.clone()
    labels[0, 3, 5] = False
    expected = torch.tensor([262143 / 262144], device=device)
    assert_close(mask_iou(predicted, labels), expected, rtol=0, atol=2e-7)


def test_dice_follows_from_it(device, dtype):
    """0 stays 0 and 1 stays 1; in between Dice is higher: 2/3 for 1/2, 1/2 for 1/3."""
    iou = torch.tensor([0.0, 1 / 9, 1 / 3, 0.5, 0.6, 1.0], device=device, dtype=dtype)
    expected = torch.tensor([0.0, 0.2, 0.5, 2 / 3, 0.75, 1.0], device=device, dtype=dtype)
    assert_close(dice_of_iou(iou), expected)


def test_dice_is_that_of_the_masks(device):
    """It is twice what both have by the sizes of the two, counted by hand."""
    predicted, labels, _ = zip(*MASKS.values(), strict=True)
    expected = [1.0, 1.0, 4 / 8, 2 / 6, 0.0, 4 / 6, 4 / 7]
    actual = dice_of_iou(mask_iou(_masks(predicted, device), _masks(labels, device)))
    assert_close(actual, torch.tensor(expected, device=device))


def _masks(rows, device):
    """A mask is written as its rows: 1100 0000."""
    masks = [[[pixel == "1" for pixel in row] for row in mask.split()] for mask in rows]
    return torch.tensor(masks, device=device)
