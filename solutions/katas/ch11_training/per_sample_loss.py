import torch
from torch import Tensor
from torch.nn.functional import cross_entropy


def batch_loss(logits: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    losses = cross_entropy(logits, labels[:, 1], reduction="none")
    return losses.mean(), losses.detach()


def mean_loss(records: list[Tensor]) -> float:
    return torch.cat(records).mean().item()
