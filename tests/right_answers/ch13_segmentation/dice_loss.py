"""Right answers to ch13_segmentation/dice_loss, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A sum goes over its dimensions in any order.": [
        (f"{it}.sum(dim=(1, 2, 3))", f"{it}.sum(dim=(2, 1, 3))")
        for it in ("(predictions * labels)", " predictions", " labels")
    ],
}


@instead_of("dice_loss")
def as_in_the_book(prediction_g, label_g, epsilon=1):
    if prediction_g.shape != label_g.shape:
        raise ValueError("another shape")
    dice_label_g = label_g.sum(dim=[1, 2, 3])
    dice_prediction_g = prediction_g.sum(dim=[1, 2, 3])
    dice_correct_g = (prediction_g * label_g).sum(dim=[1, 2, 3])

    dice_ratio_g = (2 * dice_correct_g + epsilon) / (dice_prediction_g + dice_label_g + epsilon)

    return 1 - dice_ratio_g


@instead_of("dice_loss")
def over_flat_samples(predictions, labels):
    if list(predictions.shape) != list(labels.shape):
        raise ValueError(f"{labels.shape}")
    p = predictions.flatten(1)
    t = labels.flatten(1).type_as(p)
    wrong = p + t - 2 * p * t
    return wrong.sum(1) / (p.sum(1) + t.sum(1) + 1)


@instead_of("dice_loss")
def by_einsum(predictions, labels):
    if predictions.size() != labels.size():
        raise ValueError("sizes differ")
    labels = labels.to(predictions)
    common = torch.einsum("nchw,nchw->n", predictions, labels)
    both = torch.einsum("nchw->n", predictions) + torch.einsum("nchw->n", labels)
    return (both - 2 * common) / (both + 1)
