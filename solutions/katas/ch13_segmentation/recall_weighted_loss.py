from torch import Tensor


def recall_weighted_loss(predictions: Tensor, labels: Tensor, weight: float = 8.0) -> Tensor:
    whole = _dice_loss(predictions, labels)
    inside = _dice_loss(predictions * labels, labels)
    return whole.mean() + weight * inside.mean()


def _dice_loss(predictions: Tensor, labels: Tensor) -> Tensor:
    common = (predictions * labels).sum(dim=(1, 2, 3))
    marked = predictions.sum(dim=(1, 2, 3)) + labels.sum(dim=(1, 2, 3))
    return 1 - (2 * common + 1) / (marked + 1)
