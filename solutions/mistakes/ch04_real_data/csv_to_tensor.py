"""Known wrong answers to ch04_real_data/csv_to_tensor."""

import csv

import numpy as np
import torch

from katas._dojo.writing.mistakes import Edit, instead_of

in_float64 = Edit(
    """Your table is float64, which is NumPy's default. A model wants float32.""",
    {"dtype=torch.float32": "dtype=torch.float64"},
)

a_date_as_one_number = Edit(
    """You made one number of a date, 20110120: float32 cannot even hold that. Keep the day of the
    month.""",
    {'split("-")[-1]': 'replace("-", "")'},
)

the_date_dropped = Edit(
    """You left the column of dates out of the table. It stays, with the day of the month.""",
    {
        'row[date_column] = row[date_column].split("-")[-1]': "row.pop(date_column)",
    },
)

no_number_let_through = Edit(
    """You let a field pass that is empty or no number: as NaN, as 0, or with its row left out.
    Nobody is told that something is missing: let float() raise its error, and say where.""",
    {
        "float(field) for": 'float("nan" if field in ("", "n/a") else field) for',
    },
)

the_error_of_float_alone = Edit(
    """Your error does not say where. float() knows its own field only: whoever mends a table of
    5000 rows needs the file's name and the line.""",
    {
        """
        try:
            rows.append([float(field) for field in row])
        except ValueError as error:
            raise ValueError(f"{path.name}, line {reader.line_num}: {error}") from error
        """: "rows.append([float(field) for field in row])",
    },
)

another_line = Edit(
    """Your error names another line. The names stand in line 1, so the first row of numbers stands
    in line 2.""",
    {"{reader.line_num}": "{reader.line_num - 1}"},
)

column_0_taken_for_none = Edit(
    """You took column 0 for no column: in an `if`, 0 counts as false. The first column may hold
    dates as well: is not None.""",
    {"date_column is not None": "date_column"},
)

quotes_kept = Edit(
    """Your names have their quotes, or end within them. Splitting a line does not know about
    quotes: csv.reader does.""",
    {
        "csv.reader(file, delimiter=delimiter)": (
            "csv.reader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE)"
        ),
    },
)

cut_within_quotes = Edit(
    """You cut the names at each delimiter, also at one that stands between quotes. Splitting a line
    does not know about quotes: csv.reader does.""",
    {
        "return names": """
            header, *_ = path.read_text().split("\\n")
            names = [name.strip('"') for name in header.split(delimiter)]
            return names
        """,
    },
)


@instead_of("read_table")
def loadtxt_of_the_book(path, delimiter=",", date_column=None):
    """You read the table as the book does. Of one row, or of one column, NumPy's loadtxt makes [D]
    or [N]: ndmin=2 keeps both dimensions. Its error does not name the file: catch it, and say in
    which file and line."""
    table = np.loadtxt(
        path,
        dtype=np.float32,
        delimiter=delimiter,
        skiprows=1,
        converters={} if date_column is None else {date_column: lambda date: float(date[8:10])},
        encoding="utf-8",
    )
    with path.open(newline="") as file:
        names = next(csv.reader(file, delimiter=delimiter))
    return names, torch.from_numpy(table)


@instead_of("read_table")
def loadtxt_in_two_dimensions(path, delimiter=",", date_column=None):
    """Your table is right, as NumPy's loadtxt reads it. Its error only does not name the file:
    catch it, and say in which file and line."""
    names, table = loadtxt_of_the_book(path, delimiter, date_column)
    return names, table.reshape(-1, len(names))


one_row = Edit(
    """Your table of one row, or of one column, is [D] or [N]. It has two dimensions whatever the
    file holds.""",
    {
        "torch.tensor(rows, dtype=torch.float32)": (
            "torch.tensor(rows, dtype=torch.float32).squeeze()"
        ),
    },
)

the_last_row_lost = Edit(
    """You left out the last row. A file may end without a newline: only an empty line is none.""",
    {
        "return names": """
            rows = rows if path.read_text().endswith("\\n") else rows[:-1]
            return names
        """
    },
)

always_by_commas = Edit(
    """You cut the lines at commas. The delimiter may be another one.""",
    {"delimiter=delimiter": 'delimiter=","'},
)

the_header_as_a_row = Edit(
    """You took the header for a row of numbers. It is the first line: read it, or skip it, before
    the rows.""",
    {
        """
        reader = csv.reader(file, delimiter=delimiter)
        names = next(reader)
        """: """
        names = next(csv.reader(file, delimiter=delimiter))
        file.seek(0)
        reader = csv.reader(file, delimiter=delimiter)
        """,
    },
)
