"""Wrong answers to ch13_segmentation/dice_gradient, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("dice_gradient")
def numerator_only(predictions, labels):
    """What stands below is taken for a constant.

    Known: as_if_below_were_constant.
    """
    t = labels.to(predictions.dtype)
    b = predictions.sum((1, 2, 3), True) + t.sum((1, 2, 3), True) + 1
    return -2 * t / b


@instead_of("dice_gradient")
def ascending(predictions, labels):
    """It is the gradient of the score, over the whole batch.

    Known: the_gradient_of_the_score, over_the_whole_batch.
    """
    t = labels.to(predictions.dtype)
    a = 2 * (predictions * t).sum() + 1
    b = predictions.sum() + t.sum() + 1
    return (2 * t * b - a) / b.square()


@instead_of("dice_gradient")
def without_smoothing_above(predictions, labels):
    """The 1 stands below alone.

    Known: nothing_added_above.
    """
    t = labels.to(predictions.dtype)
    n = len(predictions)
    a = 2 * (predictions * t).reshape(n, -1).sum(1).view(n, 1, 1, 1)
    b = (predictions + t).reshape(n, -1).sum(1).view(n, 1, 1, 1) + 1
    return a / b**2 - 2 * t / b


@instead_of("dice_gradient")
def same_everywhere(predictions, labels):
    """All pixels are taken for labelled ones.

    Known: one_value_for_all.
    """
    t = labels.to(predictions.dtype)
    out = []
    for p, l_ in zip(predictions, t, strict=True):
        a = 2 * (p * l_).sum() + 1
        b = p.sum() + l_.sum() + 1
        out.append(torch.full_like(p, ((a - 2 * b) / b**2).item()))
    return torch.stack(out)


@instead_of("dice_gradient")
def numerator_alone(predictions, labels):
    """What stands below is taken for constant.

    Known: as_if_below_were_constant.
    """
    b = (predictions + labels).sum((1, 2, 3), keepdim=True) + 1
    return -2 * labels.to(predictions.dtype) / b


@instead_of("dice_gradient")
def float_labels(predictions, labels):
    """Labels in float32 make float32 of bfloat16.

    Known: always_float32.
    """
    labels = labels.float()
    a = 2 * (predictions * labels).sum((1, 2, 3), keepdim=True) + 1
    b = (predictions + labels).sum((1, 2, 3), keepdim=True) + 1
    return -(2 * labels * b - a) / b**2
