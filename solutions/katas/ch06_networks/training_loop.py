from collections.abc import Callable

import torch
from torch import Tensor, nn


def training_loop(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    t_u_train: Tensor,
    t_u_val: Tensor,
    t_c_train: Tensor,
    t_c_val: Tensor,
) -> list[tuple[float, float]]:
    losses = []
    for _ in range(n_epochs):
        model.train()
        loss_train = loss_fn(model(t_u_train), t_c_train)
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        losses.append((loss_train.item(), loss_val.item()))
    return losses
