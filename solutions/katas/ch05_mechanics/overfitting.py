import math
from collections.abc import Sequence


def diagnose(
    train_losses: Sequence[float],
    val_losses: Sequence[float],
    window: int = 5,
    tolerance: float = 0.05,
) -> str:
    if len(train_losses) != len(val_losses):
        raise ValueError(f"{len(train_losses)} losses against {len(val_losses)}")
    if not 1 <= window <= len(train_losses):
        raise ValueError(f"a window of {window} does not fit {len(train_losses)} losses")
    train, val = _moving_means(train_losses, window), _moving_means(val_losses, window)
    if not _has_fallen(train, tolerance):
        return "underfitted"
    if not _has_fallen(val, tolerance) or _has_risen_again(val, tolerance):
        return "overfitted"
    return "well fitted"


def _moving_means(losses: Sequence[float], window: int) -> list[float]:
    for loss in losses:
        if not math.isfinite(loss):
            raise ValueError(f"a loss is {loss}")
    return [sum(losses[i : i + window]) / window for i in range(len(losses) - window + 1)]


def _has_fallen(means: list[float], tolerance: float) -> bool:
    return means[-1] < (1 - tolerance) * means[0]


def _has_risen_again(means: list[float], tolerance: float) -> bool:
    return means[-1] > (1 + tolerance) * min(means)


def early_stop(val_losses: Sequence[float], patience: int) -> int:
    if patience < 1:
        raise ValueError(f"patience is {patience}")
    best, lowest, waited = None, math.inf, 0
    for epoch, loss in enumerate(val_losses):
        if loss < lowest:  # False for NaN
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    if best is None:
        raise ValueError("no loss is the lowest")
    return best
