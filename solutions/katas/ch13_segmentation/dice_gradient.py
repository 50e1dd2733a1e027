from torch import Tensor


def dice_gradient(predictions: Tensor, labels: Tensor) -> Tensor:
    pixels = {"dim": (1, 2, 3), "keepdim": True}
    above = 2 * (predictions * labels).sum(**pixels) + 1
    below = predictions.sum(**pixels) + labels.sum(**pixels) + 1
    # The derivative of `above` is 2l, that of `below` is 1.
    return (above - 2 * labels * below) / below**2
