from torch import Tensor


def predict(log_probs: Tensor) -> tuple[Tensor, Tensor]:
    largest, classes = log_probs.max(dim=1)
    return classes, largest.exp()
