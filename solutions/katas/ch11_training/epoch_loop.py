from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def run_epoch(
    model: nn.Module,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    optimizer: torch.optim.Optimizer,
    train_loader: Iterable[tuple[Tensor, Tensor]],
    val_loader: Iterable[tuple[Tensor, Tensor]],
    n_seen: int = 0,
) -> tuple[float, float, int]:
    model.train()
    train_loss, n_trained = _mean_loss(model, loss_fn, train_loader, optimizer)
    model.eval()
    try:
        with torch.no_grad():
            val_loss, _ = _mean_loss(model, loss_fn, val_loader)
    finally:
        model.train()
    return train_loss, val_loss, n_seen + n_trained


def _mean_loss(model, loss_fn, loader, optimizer=None):
    total = n_samples = 0
    for inputs, labels in loader:
        loss = loss_fn(model(inputs), labels)
        if optimizer:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        total += loss.item() * len(labels)
        n_samples += len(labels)
    return total / n_samples, n_samples
