"""Right answers to ch13_segmentation/recall_weighted_loss, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A sum goes over its dimensions in any order.": [
        (f"{it}.sum(dim=(1, 2, 3))", f"{it}.sum(dim=(2, 1, 3))")
        for it in ("(predictions * labels)", " predictions", " labels")
    ],
    "Dice is the same for prediction and label exchanged.": [
        ("_dice_loss(predictions, labels)", "_dice_loss(labels, predictions)"),
        ("_dice_loss(predictions * labels, labels)", "_dice_loss(labels, predictions * labels)"),
    ],
}


@instead_of("recall_weighted_loss")
def as_in_the_book(prediction_g, label_g, weight=8):
    def dice_loss(prediction_g, label_g, epsilon=1):
        dice_label_g = label_g.sum(dim=[1, 2, 3])
        dice_prediction_g = prediction_g.sum(dim=[1, 2, 3])
        dice_correct_g = (prediction_g * label_g).sum(dim=[1, 2, 3])
        dice_ratio_g = (2 * dice_correct_g + epsilon) / (dice_prediction_g + dice_label_g + epsilon)
        return 1 - dice_ratio_g

    dice_loss_g = dice_loss(prediction_g, label_g)
    fn_loss_g = dice_loss(prediction_g * label_g, label_g)
    return dice_loss_g.mean() + fn_loss_g.mean() * weight


@instead_of("recall_weighted_loss")
def by_what_is_wrong(predictions, labels, weight=8.0):
    t = labels.to(predictions.dtype).flatten(1)
    p = predictions.flatten(1)
    found, marked, n_labelled = (p * t).sum(1), p.sum(1), t.sum(1)
    missed, in_vain = n_labelled - found, marked - found
    whole = (missed + in_vain) / (marked + n_labelled + 1)
    return (whole + weight * missed / (found + n_labelled + 1)).mean()


@instead_of("recall_weighted_loss")
def with_where(predictions, labels, weight=8.0):
    inside = torch.where(labels.bool(), predictions, torch.zeros_like(predictions))
    n_labelled = labels.flatten(1).sum(1)
    common = inside.flatten(1).sum(1)
    ratios = [
        (2 * common + 1) / (it.flatten(1).sum(1) + n_labelled + 1) for it in (predictions, inside)
    ]
    return 1 + weight - ratios[0].mean() - weight * ratios[1].mean()
