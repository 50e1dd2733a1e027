import csv
from pathlib import Path

import torch
from torch import Tensor


def read_table(
    path: Path, delimiter: str = ",", date_column: int | None = None
) -> tuple[list[str], Tensor]:
    with path.open(newline="") as file:
        names, *rows = csv.reader(file, delimiter=delimiter)
    if date_column is not None:
        for row in rows:
            row[date_column] = row[date_column].split("-")[2]
    numbers = [[float(field) for field in row] for row in rows]
    return names, torch.tensor(numbers, dtype=torch.float32)
