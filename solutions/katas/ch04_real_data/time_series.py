import torch
from torch import Tensor


def by_day(table: Tensor, n_hours: int = 24) -> Tensor:
    return table.reshape(-1, n_hours, table.size(1)).transpose(1, 2)


def with_one_hot(days: Tensor, channel: int, n_classes: int) -> Tensor:
    index = days[:, channel].long().unsqueeze(1) - 1
    zeros = days.new_zeros(len(days), n_classes, days.size(2))
    return torch.cat([days, zeros.scatter(1, index, 1.0)], dim=1)
