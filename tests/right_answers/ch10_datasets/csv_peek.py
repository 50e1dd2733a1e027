"""Right answers to ch10_datasets/csv_peek, written differently."""

import csv
from collections import deque

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A line break in quotes may come out as any.": [('newline="", ', "")],
    "UTF-8 has two names, and is what nearly every system takes by itself.": [
        ("utf-8", "utf-8_"),
        (', encoding="utf-8"', ""),
    ],
}


@instead_of("csv_peek")
def in_one_loop(path, n_first=3):
    header, first, count = None, [], 0
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            if not row:
                continue
            if header is None:
                header = row
                continue
            if count < n_first:
                first.append(row)
            count += 1
    if header is None:
        raise ValueError(f"no header in {path.name}: it is empty")
    return header, first, count


@instead_of("csv_peek")
def by_dictionaries(path, n_first=3):
    file = path.open("rt", newline="", encoding="utf-8")
    try:
        reader = csv.DictReader(file)
        if reader.fieldnames is None:
            raise ValueError(f"nothing in {path}")
        numbered = enumerate(reader, start=1)
        first = [list(row.values()) for _, row in zip(range(n_first), reader, strict=False)]
        last = deque(numbered, maxlen=1)
        rest = last[0][0] if last else 0
    finally:
        file.close()
    return list(reader.fieldnames), first, len(first) + rest
