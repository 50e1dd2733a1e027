import csv
from pathlib import Path

import torch
from torch import Tensor


def read_table(
    path: Path, delimiter: str = ",", date_column: int | None = None
) -> tuple[list[str], Tensor]:
    with path.open(newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        names = next(reader)
        rows = []
        for row in reader:
            if date_column is not None:
                row[date_column] = row[date_column].split("-")[-1]
            try:
                rows.append([float(field) for field in row])
            except ValueError as error:
                raise ValueError(f"{path.name}, line {reader.line_num}: {error}") from error
    return names, torch.tensor(rows, dtype=torch.float32)
