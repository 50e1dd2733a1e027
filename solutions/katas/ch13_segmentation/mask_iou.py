from torch import Tensor


def mask_iou(predicted: Tensor, labels: Tensor) -> Tensor:
    intersection = (predicted & labels).sum(dim=(1, 2))
    union = (predicted | labels).sum(dim=(1, 2))
    return (intersection / union).where(union > 0, 1.0)


def dice_of_iou(iou: Tensor) -> Tensor:
    return 2 * iou / (1 + iou)
