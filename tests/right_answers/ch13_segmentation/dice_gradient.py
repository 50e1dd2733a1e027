"""Right answers to ch13_segmentation/dice_gradient, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A sum goes over its dimensions in any order.": [("(1, 2, 3)", "(2, 1, 3)")],
}


@instead_of("dice_gradient")
def inside_and_outside(predictions, labels):
    inside = labels.bool()
    common = torch.where(inside, predictions, 0).flatten(1).sum(1)
    below = predictions.flatten(1).sum(1) + inside.flatten(1).sum(1) + 1
    outside = (2 * common + 1) / below**2
    shape = (-1, 1, 1, 1)
    return torch.where(inside, (outside - 2 / below).reshape(shape), outside.reshape(shape))


@instead_of("dice_gradient")
def sample_by_sample(predictions, labels):
    gradients = []
    for p, t in zip(predictions, labels.type_as(predictions), strict=True):
        a, b = 2 * torch.sum(p * t) + 1, p.sum() + t.sum() + 1
        gradients.append(-(2 * t * b - a) / (b * b))
    return torch.stack(gradients)
