"""Wrong answers to ch10_datasets/csv_peek, as people write them."""

import csv

from katas._dojo.writing.mistakes import instead_of


@instead_of("csv_peek")
def all_lines_at_once(path, n_first=3):
    """All of the file is in memory.

    Known: all_rows_at_once.
    """
    with open(path, newline="", encoding="utf-8") as f:
        rows = [row for row in csv.reader(f) if row]
    if not rows:
        raise ValueError(f"no header in {path}")
    return rows[0], rows[1 : n_first + 1], len(rows) - 1


@instead_of("csv_peek")
def as_wc_counts(path, n_first=3):
    """Line breaks are counted, as wc does, and lines are split at commas.

    Known: line_breaks_counted, split_at_commas.
    """
    with path.open(encoding="utf-8") as f:
        line = f.readline()
        if not line:
            raise ValueError(f"{path} is empty")
        header = line.strip().split(",")
        first = []
        n = 0
        for line in f:
            if not line.strip():
                continue
            if len(first) < n_first:
                first.append(line.strip().split(","))
            if line.endswith("\n"):
                n += 1
    return header, first, n


@instead_of("csv_peek")
def header_counted(path, n_first=3):
    """The header is counted as a row.

    Known: the_header_counted.
    """
    with open(path, newline="", encoding="utf-8") as f:
        reader = csv.reader(f)
        header = None
        first = []
        count = 0
        for row in reader:
            if not row:
                continue
            if header is None:
                header = row
            elif len(first) < n_first:
                first.append(row)
            count += 1
    if header is None:
        raise ValueError(f"{path}: no header")
    return header, first, count


@instead_of("csv_peek")
def stops_at_an_empty_line(path, n_first=3):
    """The first empty line ends the file, and an empty file is a StopIteration.

    Known: an_empty_line_taken_for_the_end, the_error_of_next.
    """
    with open(path, newline="", encoding="utf-8") as f:
        reader = csv.reader(f)
        header = next(reader)
        first, n = [], 0
        for row in reader:
            if not row:
                break
            n += 1
            if n <= n_first:
                first.append(row)
    return header, first, n


@instead_of("csv_peek")
def one_eaten_by_the_loop(path, n_first=3):
    """The loop over the first rows takes one more than it keeps.

    Known: a_row_lost_at_the_break.
    """
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        header = next(reader, None)
        if header is None:
            raise ValueError(f"{path} is empty")
        first = []
        for row in reader:
            if not row:
                continue
            if len(first) == n_first:
                break
            first.append(row)
        return header, first, len(first) + sum(1 for row in reader if row)
