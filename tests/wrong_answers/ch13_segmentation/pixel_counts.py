"""Wrong answers to ch13_segmentation/pixel_counts, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("pixel_counts")
def not_for_minus(predictions, labels, threshold=0.5):
    """False alarms are multiplied with ~ of whatever the labels are.

    Known: false_alarms_of_the_book.
    """
    said = (predictions > threshold).long()
    tp = (said * labels).sum(dim=[1, 2, 3])
    fn = ((1 - said) * labels).sum(dim=[1, 2, 3])
    fp = (said * (~labels)).sum(dim=[1, 2, 3])
    return tp, fn, fp


@instead_of("pixel_counts")
def sums_of_the_batch(predictions, labels, threshold=0.5):
    """One number for all images.

    Known: the_whole_batch.
    """
    hit = predictions > threshold
    nodule = labels > 0
    return (hit & nodule).sum(), (nodule & ~hit).sum(), (hit & ~nodule).sum()


@instead_of("pixel_counts")
def in_another_order(predictions, labels, threshold=0.5):
    """False positives come second, and a probability at the threshold is enough.

    Known: missed_and_made_up_exchanged, at_the_threshold.
    """
    hit = (predictions >= threshold).flatten(1)
    nodule = labels.flatten(1).bool()
    tp = (hit & nodule).sum(1)
    return tp, hit.sum(1) - tp, nodule.sum(1) - tp


@instead_of("percentages")
def no_guard(true_positives, false_negatives, false_positives):
    """Without a pixel of nodule there is a division by zero.

    Known: nothing_to_divide_by.
    """
    tp, fn, fp = (it.sum().item() for it in (true_positives, false_negatives, false_positives))
    return tp / (tp + fn) * 100, fn / (tp + fn) * 100, fp / (tp + fn) * 100


@instead_of("percentages")
def false_alarms_among_the_predicted(true_positives, false_negatives, false_positives):
    """False positives are a share of what is predicted.

    Known: of_what_was_predicted.
    """
    tp, fn, fp = (it.sum().item() for it in (true_positives, false_negatives, false_positives))
    n = tp + fn or 1
    return tp / n * 100, fn / n * 100, fp / (tp + fp or 1) * 100


@instead_of("pixel_counts")
def the_labels_by_the_threshold_too(predictions, labels, threshold=0.5):
    """At a threshold of 1 there is no nodule in the labels.

    Known: nothing.
    """
    predicted, nodule = predictions > threshold, labels > threshold
    dims = (1, 2, 3)
    return (
        (predicted & nodule).sum(dims),
        (~predicted & nodule).sum(dims),
        (predicted & ~nodule).sum(dims),
    )


@instead_of("percentages")
def tensors_divided(true_positives, false_negatives, false_positives):
    """Tensors that are divided by 0 raise nothing.

    Known: nan_of_nothing.
    """
    n = true_positives.sum() + false_negatives.sum()
    counts = (true_positives, false_negatives, false_positives)
    return tuple((it.sum() / n * 100).item() for it in counts)
