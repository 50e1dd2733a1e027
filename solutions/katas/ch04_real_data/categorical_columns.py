import torch
from torch import Tensor
from torch.nn.functional import one_hot


def encode(table: Tensor, n_classes: dict[int, int]) -> Tensor:
    parts = []
    for number, column in enumerate(table.unbind(dim=1)):
        if number in n_classes:
            parts.append(one_hot(column.long(), n_classes[number]))
        else:
            parts.append(column[:, None])
    return torch.cat(parts, dim=1).to(table.dtype)
