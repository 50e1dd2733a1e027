import torch
from torch import Generator, Tensor


def training_crop(
    chunk: Tensor, mask: Tensor, size: int, generator: Generator
) -> tuple[Tensor, Tensor]:
    height, width = chunk.shape[1:]
    row = int(torch.randint(height - size + 1, (), generator=generator))
    column = int(torch.randint(width - size + 1, (), generator=generator))
    rows, columns = slice(row, row + size), slice(column, column + size)
    return chunk[:, rows, columns].clone(), mask[:, rows, columns].clone()
