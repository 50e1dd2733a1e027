import torch
from torch import Tensor


def standardize(table: Tensor) -> Tensor:
    return _scaled(table, table.mean(dim=0), table.std(dim=0))


def rescale(table: Tensor) -> Tensor:
    smallest = table.amin(dim=0)
    return _scaled(table, smallest, table.amax(dim=0) - smallest)


def _scaled(table: Tensor, shift: Tensor, scale: Tensor) -> Tensor:
    # Not scale == 0: a mean is rounded, and a deviation from it need not be 0.
    constant = (table == table[0]).all(dim=0)
    return torch.where(constant, 0, (table - shift) / scale)
