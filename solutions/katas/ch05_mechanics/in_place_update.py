from collections.abc import Iterable

import torch
from torch import Tensor


@torch.no_grad()
def update(params: Iterable[Tensor], learning_rate: float) -> None:
    for p in params:
        if p.grad is not None:
            p -= learning_rate * p.grad
