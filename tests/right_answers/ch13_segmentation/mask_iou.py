"""Right answers to ch13_segmentation/mask_iou, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Over which dimension is summed first makes no difference.": [
        ("(predicted & labels).sum(dim=(1, 2))", "(predicted & labels).sum(dim=(2, 1))"),
        ("(predicted | labels).sum(dim=(1, 2))", "(predicted | labels).sum(dim=(2, 1))"),
    ],
}


@instead_of("mask_iou")
def by_the_sizes(predicted, labels):
    p, t = predicted.flatten(1).float(), labels.flatten(1).float()
    both = (p * t).sum(1)
    either = p.sum(1) + t.sum(1) - both
    return torch.where(either == 0, torch.ones_like(both), both / either)


@instead_of("mask_iou")
def mask_by_mask(predicted, labels):
    found = []
    for p, t in zip(predicted, labels, strict=True):
        either = int(torch.logical_or(p, t).sum())
        found.append(int(torch.logical_and(p, t).sum()) / either if either else 1.0)
    return torch.tensor(found, device=predicted.device)


@instead_of("dice_of_iou")
def by_the_counts(iou):
    # Of a union of 1, the intersection is the IoU.
    sizes = 1 + iou
    return (iou + iou) / sizes


@instead_of("dice_of_iou")
def from_what_is_missing(iou):
    return 1 - (1 - iou) / (1 + iou)
