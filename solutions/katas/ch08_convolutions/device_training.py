from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def training_loop(
    n_epochs: int,
    optimizer: torch.optim.Optimizer,
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    train_loader: Iterable[tuple[Tensor, Tensor]],
    device: torch.device,
) -> list[float]:
    losses = []
    for _ in range(n_epochs):
        total = 0.0
        for imgs, labels in train_loader:
            imgs, labels = imgs.to(device), labels.to(device)
            loss = loss_fn(model(imgs), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            # Unlike item(), detach() does not wait until the device is done.
            total += loss.detach()
        losses.append(float(total) / len(train_loader))
    return losses
