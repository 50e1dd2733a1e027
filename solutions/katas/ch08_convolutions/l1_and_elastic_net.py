import torch
from torch import Tensor, nn
from torch.nn.functional import softshrink


def elastic_net(model: nn.Module, l1_lambda: float, l2_lambda: float) -> Tensor:
    l1 = sum(p.abs().sum() for p in model.parameters())
    l2 = sum(p.square().sum() for p in model.parameters())
    return l1_lambda * l1 + l2_lambda * l2


@torch.no_grad()
def soft_threshold_(model: nn.Module, threshold: float) -> None:
    for p in model.parameters():
        p.copy_(softshrink(p, threshold))
