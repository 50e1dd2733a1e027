from collections.abc import Iterable

import torch
from torch import Tensor, nn


@torch.no_grad()
def accuracy(model: nn.Module, loader: Iterable[tuple[Tensor, Tensor]]) -> float:
    n_correct = n_samples = 0
    for imgs, labels in loader:
        predicted = model(imgs).argmax(dim=1)
        n_correct += (predicted == labels).sum().item()
        n_samples += len(labels)
    return n_correct / n_samples
