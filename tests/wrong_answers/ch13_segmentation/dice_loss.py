"""Wrong answers to ch13_segmentation/dice_loss, as people write them."""

from katas._dojo.writing.mistakes import instead_of


def _check(p, t):
    if p.shape != t.shape:
        raise ValueError(f"{tuple(p.shape)} and {tuple(t.shape)}")


@instead_of("dice_loss")
def flattened(predictions, labels):
    """All samples are one.

    Known: over_the_whole_batch.
    """
    _check(predictions, labels)
    p = predictions.reshape(-1)
    t = labels.reshape(-1).type_as(p)
    dice = (2.0 * (p * t).sum() + 1) / (p.sum() + t.sum() + 1)
    return (1 - dice).repeat(predictions.shape[0])


@instead_of("dice_loss")
def tiny_epsilon(predictions, labels):
    """The 1 is only there against a division by 0.

    Known: next_to_nothing_added.
    """
    _check(predictions, labels)
    eps = 1e-5
    dims = (1, 2, 3)
    t = labels.type_as(predictions)
    top = 2 * (predictions * t).sum(dims) + eps
    return 1 - top / (predictions.sum(dims) + t.sum(dims) + eps)


@instead_of("dice_loss")
def smooth_below(predictions, labels):
    """The 1 stands below alone, and shapes are not looked at.

    Known: added_below_alone, any_shape_of_the_book.
    """
    t = labels.type_as(predictions)
    top = 2 * (predictions * t).sum(dim=(1, 2, 3))
    return 1 - top / (predictions.sum(dim=(1, 2, 3)) + t.sum(dim=(1, 2, 3)) + 1)


@instead_of("dice_loss")
def intersection_over_union(predictions, labels):
    """Each marked pixel counts once.

    Known: the_common_part_once_below.
    """
    _check(predictions, labels)
    t = labels.to(predictions.dtype)
    both = (predictions * t).sum(dim=(1, 2, 3))
    union = (predictions + t - predictions * t).sum(dim=(1, 2, 3))
    return 1 - (both + 1) / (union + 1)


@instead_of("dice_loss")
def hard(predictions, labels):
    """Predictions are True or False.

    Known: thresholded.
    """
    _check(predictions, labels)
    p = (predictions > 0.5).to(predictions.dtype)
    t = labels.to(predictions.dtype)
    ratio = (2 * (p * t).sum(dim=(1, 2, 3)) + 1) / (p.sum(dim=(1, 2, 3)) + t.sum(dim=(1, 2, 3)) + 1)
    return 1 - ratio


@instead_of("dice_loss")
def factored_out(predictions, labels):
    """The 2 is taken out of the bracket with the 1, and any shape is taken.

    Known: the_1_doubled, any_shape_of_the_book.
    """
    common = (predictions * labels).flatten(1).sum(1)
    both = predictions.flatten(1).sum(1) + labels.flatten(1).sum(1)
    return 1 - 2 * (common + 1) / (both + 1)


@instead_of("dice_loss")
def channel_by_channel(predictions, labels):
    """Each channel has a loss.

    Known: the_mean_of_the_channels.
    """
    if predictions.shape != labels.shape:
        raise ValueError("shapes")
    common = (predictions * labels).sum(dim=(2, 3))
    both = predictions.sum(dim=(2, 3)) + labels.sum(dim=(2, 3))
    return (1 - (2 * common + 1) / (both + 1)).mean(1)
