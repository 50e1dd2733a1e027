import csv
from itertools import islice
from pathlib import Path


def csv_peek(path: Path, n_first: int = 3) -> tuple[list[str], list[list[str]], int]:
    with path.open(newline="", encoding="utf-8") as file:
        rows = filter(None, csv.reader(file))  # an empty line is an empty list
        header = next(rows, None)
        if header is None:
            raise ValueError(f"{path} is empty")
        first = list(islice(rows, n_first))
        return header, first, len(first) + sum(1 for _ in rows)
