from torch import Tensor


def confusion_counts(
    logits: Tensor, labels: Tensor, threshold: float = 0.5
) -> tuple[int, int, int, int]:
    predicted = logits.softmax(dim=1)[:, 1] > threshold
    positive = labels == 1  # a mask: ~ of an integer is no "not", ~1 is -2
    found, false_alarms = predicted & positive, predicted & ~positive
    missed, left_alone = ~predicted & positive, ~predicted & ~positive
    return tuple(int(case.sum()) for case in (found, false_alarms, missed, left_alone))
