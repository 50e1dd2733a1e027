from torch import Tensor


def likelihood(probs: Tensor, targets: Tensor) -> Tensor:
    return _of_true_classes(probs, targets).prod()


def neg_log_likelihood(probs: Tensor, targets: Tensor, reduction: str) -> Tensor:
    losses = -_of_true_classes(probs, targets).log()
    return losses.sum() if reduction == "sum" else losses.mean()


def _of_true_classes(probs: Tensor, targets: Tensor) -> Tensor:
    return probs.gather(1, targets.unsqueeze(1))
