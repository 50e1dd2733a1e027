from collections.abc import Iterable

from torch import Tensor
from torch.nn.functional import cross_entropy


def segmentation_scores(batches: Iterable[tuple[Tensor, Tensor]]) -> tuple[float, float, float]:
    loss = n_pixels = n_right = intersection = union = 0
    for logits, labels in batches:
        predicted = logits.argmax(dim=1)
        loss += cross_entropy(logits, labels, reduction="sum").item()
        n_pixels += labels.numel()
        n_right += int((predicted == labels).sum())
        intersection += int((predicted & labels).sum())  # both are 0 or 1
        union += int((predicted | labels).sum())
    return loss / n_pixels, n_right / n_pixels, intersection / union if union else 1.0
