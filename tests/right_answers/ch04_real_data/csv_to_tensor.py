"""Right answers to ch04_real_data/csv_to_tensor, written differently."""

import csv
import datetime

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "No field here has a line end in it.": [('newline=""', "")],
    "Python's floats make float32 unless told otherwise.": [(", dtype=torch.float32", "")],
}


@instead_of("read_table")
def the_lines_of_the_book_line_by_line(path, delimiter=",", date_column=None):
    converters = {} if date_column is None else {date_column: lambda x: float(x[8:10])}
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = []
    for number, line in enumerate(lines, start=2):
        try:
            row = np.loadtxt([line], np.float32, delimiter=delimiter, converters=converters)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from error
        rows.append(np.atleast_1d(row))
    col_list = next(csv.reader([header], delimiter=delimiter))
    return col_list, torch.from_numpy(np.stack(rows))


@instead_of("read_table")
def row_by_row(path, delimiter=",", date_column=None):
    with path.open() as file:
        reader = csv.DictReader(file, delimiter=delimiter)
        names = list(reader.fieldnames)
        rows = []
        for fields in reader:
            try:
                if date_column is not None:
                    date = datetime.date.fromisoformat(fields[names[date_column]])
                    fields[names[date_column]] = date.day
                rows.append(torch.tensor([float(fields[name]) for name in names]))
            except ValueError:
                raise ValueError(f"no number in line {reader.line_num} of {path}") from None
    return names, torch.stack(rows)
