from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def training_loop_l2reg(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    train_loader: Iterable[tuple[Tensor, Tensor]],
    l2_lambda: float,
) -> None:
    for _ in range(n_epochs):
        for imgs, labels in train_loader:
            loss = loss_fn(model(imgs), labels)
            loss = loss + l2_lambda * sum(p.square().sum() for p in model.parameters())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()


def sgd_with_weight_decay(model: nn.Module, lr: float, l2_lambda: float) -> torch.optim.SGD:
    return torch.optim.SGD(model.parameters(), lr=lr, weight_decay=2 * l2_lambda)
