"""Wrong answers to ch13_segmentation/recall_weighted_loss, as people write them."""

from katas._dojo.writing.mistakes import instead_of

DIMS = (1, 2, 3)


def _dice(p, t):
    return 1 - (2 * (p * t).sum(DIMS) + 1) / (p.sum(DIMS) + t.sum(DIMS) + 1)


@instead_of("recall_weighted_loss")
def the_other_way_round(predictions, labels, weight=8.0):
    """The weight is that of the whole.

    Known: the_weight_on_the_other.
    """
    dice = _dice(predictions, labels)
    fn = _dice(predictions * labels, labels)
    return (weight * dice + fn).mean()


@instead_of("recall_weighted_loss")
def false_positives(predictions, labels, weight=8.0):
    """What is marked in vain has the weight, and it is the sum over the batch.

    Known: what_is_marked_in_vain, summed_over_the_batch.
    """
    t = labels.to(predictions.dtype)
    return _dice(predictions, t).sum() + weight * _dice(predictions * (1 - t), t).sum()


@instead_of("recall_weighted_loss")
def plain_recall(predictions, labels, weight=8.0):
    """The second loss is 1 minus recall.

    Known: recall_for_dice.
    """
    t = labels.to(predictions.dtype)
    recall = ((predictions * t).sum(DIMS) + 1) / (t.sum(DIMS) + 1)
    return _dice(predictions, t).mean() + weight * (1 - recall).mean()


@instead_of("recall_weighted_loss")
def no_smoothing(predictions, labels, weight=8.0):
    """An empty slice is 0/0.

    Known: nothing_added.
    """
    t = labels.to(predictions.dtype)

    def dice(p):
        return 1 - 2 * (p * t).sum(DIMS) / (p.sum(DIMS) + t.sum(DIMS))

    return dice(predictions).mean() + weight * dice(predictions * t).mean()


def _dice_in_float32(p, labels):
    labels = labels.float()
    common = (p * labels).sum((1, 2, 3))
    return 1 - (2 * common + 1) / (p.sum((1, 2, 3)) + labels.sum((1, 2, 3)) + 1)


@instead_of("recall_weighted_loss")
def float_labels(predictions, labels, weight=8.0):
    """Labels in float32 make float32 of bfloat16.

    Known: nothing.
    """
    whole = _dice_in_float32(predictions, labels)
    return (whole + weight * _dice_in_float32(predictions * labels, labels)).mean()
