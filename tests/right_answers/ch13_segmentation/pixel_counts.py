"""Right answers to ch13_segmentation/pixel_counts, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A label is 0 or 1.": [("labels == 1", "labels >= 1")],
    "Over which dimension is summed first makes no difference.": [
        ("dim=(1, 2, 3)", "dim=(2, 1, 3)"),
    ],
}


@instead_of("pixel_counts")
def as_the_book_with_a_subtraction(predictions, labels, threshold=0.5):
    predicted = (predictions[:, 0:1] > threshold).to(torch.float32)
    labels = labels.to(torch.float32)
    tp = (predicted * labels).sum(dim=[1, 2, 3])
    fn = ((1 - predicted) * labels).sum(dim=[1, 2, 3])
    fp = (predicted * (1 - labels)).sum(dim=[1, 2, 3])
    return tp, fn, fp


@instead_of("pixel_counts")
def by_what_is_left(predictions, labels, threshold=0.5):
    predicted, positive = (predictions > threshold).flatten(1), labels.bool().flatten(1)
    found = torch.stack([(p & t).count_nonzero() for p, t in zip(predicted, positive, strict=True)])
    return [found, positive.sum(1) - found, predicted.sum(1) - found]


@instead_of("percentages")
def as_in_the_book(true_positives, false_negatives, false_positives):
    sums = [it.cpu().numpy().sum() for it in (true_positives, false_negatives, false_positives)]
    count = sums[0] + sums[1]
    return tuple(float(it / (count or 1) * 100) for it in sums)


@instead_of("percentages")
def in_tensors(true_positives, false_negatives, false_positives):
    sums = torch.stack([true_positives, false_negatives, false_positives]).double().sum(dim=1)
    return tuple((100 * sums / sums[:2].sum().clamp(min=1)).tolist())
