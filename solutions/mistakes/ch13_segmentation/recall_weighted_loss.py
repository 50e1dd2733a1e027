"""Known wrong answers to ch13_segmentation/recall_weighted_loss."""

from katas._dojo.writing.mistakes import Edit

the_weight_on_the_other = Edit(
    """You put the weight on the loss of the whole. It belongs to the one inside the label, where
    only what is missed costs anything.""",
    {
        "whole.mean() + weight * inside.mean()": "weight * whole.mean() + inside.mean()",
    },
)

the_weight_on_both = Edit(
    """You put the weight on both losses. The first of them counts once.""",
    {"whole.mean() + weight * inside.mean()": "weight * (whole.mean() + inside.mean())"},
)

the_whole_twice = Edit(
    """You took the same loss twice. The second one is that of the products p l: outside of the
    label nothing costs, and nothing is pushed.""",
    {"_dice_loss(predictions * labels, labels)": "_dice_loss(predictions, labels)"},
)

what_is_marked_in_vain = Edit(
    """You took the second loss of the predictions outside of the label. It is what lies inside that
    may have been missed.""",
    {"_dice_loss(predictions * labels, labels)": "_dice_loss(predictions * (labels == 0), labels)"},
)

the_weight_in_the_predictions = Edit(
    """You multiplied the predictions by the weight. It is the loss that counts so many times.""",
    {
        "_dice_loss(predictions * labels, labels)": (
            "_dice_loss(weight * predictions * labels, labels)"
        ),
        "weight * inside.mean()": "inside.mean()",
    },
)

always_8 = Edit(
    """You took 8 whatever the weight is. It is only 8 where none is given.""",
    {"weight * inside": "8 * inside"},
)

what_was_missed_alone = Edit(
    """You left out the loss of the whole. Then to mark everything costs nothing.""",
    {"return whole.mean() + weight": "return weight"},
)

the_second_one_left_out = Edit(
    """You left out the loss inside the label. Then what is missed counts no more than what is
    marked in vain.""",
    {"whole.mean() + weight * inside.mean()": "whole.mean()"},
)

no_gradient_inside = Edit(
    """You took the loss inside the label out of the graph. Its value is there, but it pushes
    nothing.""",
    {"weight * inside.mean()": "weight * inside.mean().detach()"},
)

thresholded_inside = Edit(
    """You made True or False of the predictions inside the label. A step has no slope, so what is
    missed pushes nothing: take the products p l as they are.""",
    {
        "_dice_loss(predictions * labels, labels)": (
            "_dice_loss(((predictions > 0.5) * labels).to(predictions.dtype), labels)"
        )
    },
)

over_the_whole_batch = Edit(
    """You summed over the whole batch. Each sample has its own loss, and the mean is that of the
    losses.""",
    {
        "(predictions * labels).sum(dim=(1, 2, 3))": "(predictions * labels).sum()",
        "predictions.sum(dim=(1, 2, 3)) + labels.sum(dim=(1, 2, 3))": (
            "predictions.sum() + labels.sum()"
        ),
    },
)

summed_over_the_batch = Edit(
    """You added up the losses of the samples. A batch has their mean, however many they are.""",
    {
        "whole.mean() + weight * inside.mean()": "whole.sum() + weight * inside.sum()",
    },
)

one_loss_for_each = Edit(
    """You returned a loss for each sample. It is their mean, a scalar.""",
    {"whole.mean() + weight * inside.mean()": "whole + weight * inside"},
)

recall_for_dice = Edit(
    """You took 1 minus the recall for the second loss. It is the Dice loss of the products p l,
    with 1 added above and below.""",
    {
        "inside = _dice_loss(predictions * labels, labels)": """
            found = (predictions * labels).sum(dim=(1, 2, 3))
            inside = 1 - (found + 1) / (labels.sum(dim=(1, 2, 3)) + 1)
        """
    },
)

nothing_added = Edit(
    """You added no 1. On an empty slice that is 0/0, a nan.""",
    {"(2 * common + 1) / (marked + 1)": "2 * common / marked"},
)
