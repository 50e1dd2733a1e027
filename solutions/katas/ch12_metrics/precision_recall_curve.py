from torch import Tensor


def precision_recall_curve(
    probabilities: Tensor, labels: Tensor, thresholds: Tensor
) -> tuple[Tensor, Tensor]:
    predicted = probabilities >= thresholds[:, None]  # [T, N]
    n_predicted = predicted.sum(dim=1)
    n_found = (predicted & (labels == 1)).sum(dim=1)
    precision = (n_found / n_predicted).masked_fill(n_predicted == 0, 1)
    return precision, n_found / labels.sum()
