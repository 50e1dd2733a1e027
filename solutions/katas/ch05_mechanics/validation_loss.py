from collections.abc import Callable

import torch
from torch import Tensor


def training_loop(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    params: Tensor,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    train_t_u: Tensor,
    val_t_u: Tensor,
    train_t_c: Tensor,
    val_t_c: Tensor,
) -> tuple[list[float], list[float]]:
    train_losses, val_losses = [], []
    for _ in range(n_epochs):
        train_loss = loss_fn(_model(train_t_u, *params), train_t_c)
        with torch.no_grad():
            val_loss = loss_fn(_model(val_t_u, *params), val_t_c)
        optimizer.zero_grad()
        train_loss.backward()
        optimizer.step()
        train_losses.append(train_loss.item())
        val_losses.append(val_loss.item())
    return train_losses, val_losses


def _model(t_u: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return w * t_u + b
