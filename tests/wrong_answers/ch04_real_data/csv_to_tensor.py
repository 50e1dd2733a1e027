"""Wrong answers to ch04_real_data/csv_to_tensor, as people write them."""

import csv

import numpy as np
import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("read_table")
def the_lines_of_the_book(path, delimiter=",", date_column=None):
    """A table of one row is a row, and the error does not name the file.

    Known: loadtxt_of_the_book.
    """
    converters = {}
    if date_column is not None:
        converters[date_column] = lambda x: float(x[8:10])
    table = np.loadtxt(
        path, np.float32, delimiter=delimiter, skiprows=1, converters=converters, encoding="utf-8"
    )
    names = next(csv.reader(open(path), delimiter=delimiter))  # noqa: SIM115
    return names, torch.from_numpy(table)


@instead_of("read_table")
def the_lines_of_the_book_with_ndmin(path, delimiter=",", date_column=None):
    """The error does not name the file.

    Known: loadtxt_in_two_dimensions.
    """
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
def split_by_hand(path, delimiter=",", date_column=None):
    """Quotes stay in the names, numbers in float64, and the error is that of float().

    Known: quotes_kept, in_float64, the_error_of_float_alone.
    """
    lines = path.read_text().strip().split("\n")
    names = lines[0].split(delimiter)
    rows = []
    for line in lines[1:]:
        fields = line.split(delimiter)
        if date_column is not None:
            fields[date_column] = fields[date_column][8:10]
        rows.append([float(it) for it in fields])
    return names, torch.tensor(rows, dtype=torch.float64)


@instead_of("read_table")
def nan_for_what_is_missing(path, delimiter=",", date_column=None):
    """What is no number becomes NaN.

    Known: no_number_let_through.
    """

    def number(field):
        try:
            return float(field)
        except ValueError:
            return float("nan")

    with open(path) as file:
        reader = csv.reader(file, delimiter=delimiter)
        names = next(reader)
        rows = list(reader)
    for row in rows:
        if date_column is not None:
            row[date_column] = row[date_column][-2:]
    return names, torch.tensor([[number(it) for it in row] for row in rows]).float()


@instead_of("read_table")
def dates_in_one_number(path, delimiter=",", date_column=None):
    """A date is one large number.

    Known: a_date_as_one_number.
    """
    with open(path) as file:
        names, *rows = list(csv.reader(file, delimiter=delimiter))
    table = []
    for row in rows:
        numbers = []
        for column, field in enumerate(row):
            if column == date_column:
                field = field.replace("-", "")
            try:
                numbers.append(float(field))
            except ValueError:
                message = f"line {len(table) + 2} of {path}: {field!r} is no number"
                raise ValueError(message) from None
        table.append(numbers)
    return names, torch.tensor(table, dtype=torch.float32)


@instead_of("read_table")
def dates_anywhere_but_first(path, delimiter=",", date_column=None):
    """A column of dates is not seen if it is column 0.

    Known: column_0_taken_for_none.
    """
    rows = []
    with open(path) as file:
        reader = csv.reader(file, delimiter=delimiter)
        names = next(reader)
        for number, row in enumerate(reader, 2):
            try:
                if date_column:
                    row[date_column] = row[date_column][8:10]
                rows.append([float(it) for it in row])
            except ValueError:
                raise ValueError(f"{path}: line {number}") from None
    return names, torch.tensor(rows)


@instead_of("read_table")
def split_and_stripped(path, delimiter=",", date_column=None):
    """A delimiter in quotes cuts a name, and lines are counted without the header.

    Known: cut_within_quotes, another_line.
    """
    header, *lines = path.read_text().strip().split("\n")
    rows = []
    for number, line in enumerate(lines, 1):
        fields = line.split(delimiter)
        if date_column is not None:
            fields[date_column] = fields[date_column].split("-")[-1]
        try:
            rows.append([float(it) for it in fields])
        except ValueError:
            raise ValueError(f"{path.name}: line {number}") from None
    return [name.strip('"') for name in header.split(delimiter)], torch.tensor(rows)
