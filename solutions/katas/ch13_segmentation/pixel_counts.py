from torch import Tensor


def pixel_counts(
    predictions: Tensor, labels: Tensor, threshold: float = 0.5
) -> tuple[Tensor, Tensor, Tensor]:
    predicted = predictions > threshold
    positive = labels == 1  # a mask: ~ of an integer is no "not", ~1 is -2
    found, missed, made_up = predicted & positive, ~predicted & positive, predicted & ~positive
    return tuple(case.sum(dim=(1, 2, 3)) for case in (found, missed, made_up))


def percentages(
    true_positives: Tensor, false_negatives: Tensor, false_positives: Tensor
) -> tuple[float, float, float]:
    sums = [int(it.sum()) for it in (true_positives, false_negatives, false_positives)]
    n_positive = sums[0] + sums[1] or 1
    return tuple(100 * it / n_positive for it in sums)
