from torch import Tensor


def diameter_baseline(
    train_mm: Tensor, train_malignant: Tensor, val_mm: Tensor, val_malignant: Tensor
) -> tuple[float, float, float]:
    thresholds = sorted(train_mm.tolist(), reverse=True)

    def gain(threshold):
        fpr, tpr = _rates(train_mm, train_malignant, threshold)
        return tpr - fpr

    threshold = max(thresholds, key=gain)  # of equals the first, which is the largest
    return threshold, *_rates(val_mm, val_malignant, threshold)


def _rates(mm: Tensor, malignant: Tensor, threshold: float) -> tuple[float, float]:
    predicted = (mm >= threshold).double()
    return predicted[~malignant].mean().item(), predicted[malignant].mean().item()
