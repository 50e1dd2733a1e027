from collections.abc import Iterable
from contextlib import contextmanager

import torch
from torch import Tensor, nn


def validate(
    model: nn.Module,
    train_loader: Iterable[tuple[Tensor, Tensor]],
    val_loader: Iterable[tuple[Tensor, Tensor]],
) -> dict[str, float]:
    with _in_eval_mode(model), torch.no_grad():
        return {"train": _accuracy(model, train_loader), "val": _accuracy(model, val_loader)}


@contextmanager
def _in_eval_mode(model):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        yield
    finally:
        for module, training in modes:
            module.training = training


def _accuracy(model, loader):
    correct = total = 0
    for imgs, labels in loader:
        predicted = model(imgs).argmax(dim=1)
        correct += int((predicted == labels).sum())
        total += len(labels)
    return correct / total
