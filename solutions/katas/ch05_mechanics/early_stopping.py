import math
from collections.abc import Iterable

from torch import Tensor


def best_params(run: Iterable[tuple[Tensor, float]], patience: int) -> Tensor:
    if patience < 1:
        raise ValueError(f"patience is {patience}")
    best, lowest, waited = None, math.inf, 0
    for params, loss in run:
        if loss < lowest:  # False for NaN
            best, lowest, waited = params.detach().clone(), loss, 0
        else:
            waited += 1
        if waited == patience:
            break
    if best is None:
        raise ValueError("no loss is the lowest")
    return best
