"""Known wrong answers to ch04_real_data/csv_to_tensor."""

from katas._dojo.writing.mistakes import Edit

in_float64 = Edit(
    """Your table is float64, which is NumPy's default. A model wants float32.""",
    {"dtype=torch.float32": "dtype=torch.float64"},
)

a_date_as_one_number = Edit(
    """You made one number of a date, 20110120: float32 cannot even hold that. Keep the day of the
    month.""",
    {'split("-")[2]': 'replace("-", "")'},
)

the_month = Edit(
    """You kept the month of a date. It stands between year and day: keep the day.""",
    {'split("-")[2]': 'split("-")[1]'},
)

the_date_dropped = Edit(
    """You left the column of dates out of the table. It stays, with the day of the month.""",
    {
        """
        for row in rows:
            row[date_column] = row[date_column].split("-")[2]
        """: """
        for row in rows:
            row.pop(date_column)
        """,
    },
)

no_number_let_through = Edit(
    """You let a field pass that is empty or no number: as NaN, as 0, or with its row left out.
    Nobody is told that something is missing: let float() raise its error.""",
    {
        "float(field) for": 'float("nan" if field in ("", "n/a") else field) for',
    },
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

one_row_of_the_book = Edit(
    """Your table of one row, or of one column, is [D] or [N]. So does NumPy's loadtxt have it, with
    which the book reads tables of many: ndmin=2 keeps both dimensions.""",
    {
        "torch.tensor(numbers, dtype=torch.float32)": (
            "torch.tensor(numbers, dtype=torch.float32).squeeze()"
        ),
    },
)

the_first_row_lost = Edit(
    """Your table begins with the second row. The header is one line: who has read it is past
    it.""",
    {"names, *rows": "names, _, *rows"},
)

the_last_row_lost = Edit(
    """You left out the last row. A file may end without a newline: only an empty line is none.""",
    {"for row in rows]": "for row in rows[:-1]]"},
)

always_by_commas = Edit(
    """You cut the lines at commas. The delimiter may be another one.""",
    {"delimiter=delimiter": 'delimiter=","'},
)

the_header_as_a_row = Edit(
    """You took the header for a row of numbers. It is the first line: read it, or skip it, before
    the rows.""",
    {
        "names, *rows = csv.reader(file, delimiter=delimiter)": """
            rows = list(csv.reader(file, delimiter=delimiter))
            names = rows[0]
        """,
    },
)
