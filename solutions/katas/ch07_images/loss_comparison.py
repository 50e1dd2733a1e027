from collections.abc import Callable

import torch
from torch import Tensor


def squared_error(probs: Tensor, targets: Tensor) -> Tensor:
    truth = torch.zeros_like(probs).scatter(1, targets.unsqueeze(1), 1.0)
    return ((probs - truth) ** 2).sum(dim=1).mean()


def percent_change(
    loss_fn: Callable[[Tensor, Tensor], Tensor], probs: Tensor, targets: Tensor, rows: Tensor
) -> Tensor:
    before = loss_fn(probs, targets)
    losses = []
    for row in rows:
        replaced = probs.clone()
        replaced[0] = row
        losses.append(loss_fn(replaced, targets))
    return (torch.stack(losses) / before - 1) * 100
