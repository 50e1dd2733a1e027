"""Wrong answers to ch13_segmentation/mask_iou, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("mask_iou")
def unguarded(predicted, labels):
    """Two empty masks are nan.

    Known: nothing_by_nothing.
    """
    inter = torch.logical_and(predicted, labels).float().sum((1, 2))
    union = torch.logical_or(predicted, labels).float().sum((1, 2))
    return inter / union


@instead_of("mask_iou")
def with_a_little_something(predicted, labels):
    """A small number below keeps it from nan, and makes it 0.

    Known: empty_is_0.
    """
    inter = (predicted & labels).sum(dim=(-1, -2))
    union = (predicted | labels).sum(dim=(-1, -2))
    return inter / (union + 1e-8)


@instead_of("mask_iou")
def twice_wrong(predicted, labels):
    """The sizes are added up, and two empty masks are 0 / 0.

    Known: the_sum_for_the_union, nothing_by_nothing.
    """
    inter = (predicted * labels).sum(dim=[1, 2])
    return inter / (predicted.sum(dim=[1, 2]) + labels.sum(dim=[1, 2]))


@instead_of("dice_of_iou")
def backwards(iou):
    """It goes from Dice to IoU.

    Known: the_way_back.
    """
    return iou / (2.0 - iou)
