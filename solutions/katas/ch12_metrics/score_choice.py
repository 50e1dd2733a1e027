from torch import Tensor


def choices(precision: Tensor, recall: Tensor) -> dict[str, int]:
    total = precision + recall
    product = precision * recall
    scores = {
        "mean": total / 2,
        "minimum": precision.minimum(recall),
        "product": product,
        # For argmax, nothing is larger than nan.
        "f1": (2 * product / total).masked_fill(total == 0, 0),
    }
    return {name: score.argmax().item() for name, score in scores.items()}
