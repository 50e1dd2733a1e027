import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from torch import Tensor


def diagnose(
    train_losses: Sequence[float],
    val_losses: Sequence[float],
    window: int = 5,
    tolerance: float = 0.05,
) -> str:
    if len(train_losses) != len(val_losses):
        raise ValueError(f"{len(train_losses)} training losses, {len(val_losses)} for validation")
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
    return _best(enumerate(val_losses), patience, keep=int)


def best_params(run: Iterable[tuple[Tensor, float]], patience: int) -> Tensor:
    return _best(run, patience, keep=lambda params: params.detach().clone())


def _best(run: Iterable[tuple[Any, float]], patience: int, keep: Callable[[Any], Any]) -> Any:
    if patience < 1:
        raise ValueError(f"patience must be at least 1, not {patience}")
    best, lowest, waited = None, math.inf, 0
    for candidate, loss in run:
        if loss < lowest:  # False for NaN
            best, lowest, waited = keep(candidate), loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    if lowest == math.inf:
        raise ValueError("no finite loss before patience ran out")
    return best
