from torch import Tensor


def predict(column: Tensor, threshold: float) -> Tensor:
    return column < threshold


def precision_and_recall(predicted: Tensor, actual: Tensor) -> tuple[float, float]:
    n_matches = (predicted & actual).sum().item()
    return n_matches / predicted.sum().item(), n_matches / actual.sum().item()
