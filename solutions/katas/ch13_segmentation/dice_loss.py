from torch import Tensor


def dice_loss(predictions: Tensor, labels: Tensor) -> Tensor:
    if labels.shape != predictions.shape:
        raise ValueError(f"labels {list(labels.shape)} for {list(predictions.shape)}")
    common = (predictions * labels).sum(dim=(1, 2, 3))
    marked = predictions.sum(dim=(1, 2, 3)) + labels.sum(dim=(1, 2, 3))
    return 1 - (2 * common + 1) / (marked + 1)
