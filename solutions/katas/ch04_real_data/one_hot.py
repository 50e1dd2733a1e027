import torch
from torch import Tensor


def one_hot(classes: Tensor, n_classes: int, first: int = 0) -> Tensor:
    index = classes.long().unsqueeze(1) - first
    zeros = torch.zeros(len(classes), n_classes, device=classes.device)
    return zeros.scatter_(1, index, 1.0)
