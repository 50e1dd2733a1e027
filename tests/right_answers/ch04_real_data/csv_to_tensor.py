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
def the_lines_of_the_book_in_two_dimensions(path, delimiter=",", date_column=None):
    converters = {} if date_column is None else {date_column: lambda x: float(x[8:10])}
    table = np.loadtxt(
        path,
        dtype=np.float32,
        delimiter=delimiter,
        skiprows=1,
        converters=converters,
        encoding="utf-8",
        ndmin=2,
    )
    with open(path) as file:
        col_list = next(csv.reader(file, delimiter=delimiter))
    return col_list, torch.from_numpy(table)


@instead_of("read_table")
def row_by_row(path, delimiter=",", date_column=None):
    with path.open() as file:
        reader = csv.DictReader(file, delimiter=delimiter)
        names = list(reader.fieldnames)
        rows = []
        for fields in reader:
            if date_column is not None:
                date = datetime.date.fromisoformat(fields[names[date_column]])
                fields[names[date_column]] = date.day
            rows.append(torch.tensor([float(fields[name]) for name in names]))
    return names, torch.stack(rows)
