"""Known wrong answers to ch10_datasets/csv_peek."""

from katas._dojo.writing.mistakes import Edit

the_header_counted = Edit(
    """You counted the header as a row. It names the columns and holds no data: one less.""",
    {"len(first) + sum": "1 + len(first) + sum"},
)

only_the_rest_counted = Edit(
    """You counted only what comes after the first rows. An iterator does not give again what it
    gave once: add the rows that you took from it.""",
    {"len(first) + sum(1 for _ in rows)": "sum(1 for _ in rows)"},
)

a_row_lost_at_the_break = Edit(
    """You lost a row between the first ones and the rest: a loop that ends by break has taken it
    already, and an iterator does not give it again. Ask whether to go on before the next one is
    taken, as islice does.""",
    {
        "first = list(islice(rows, n_first))": """
            first = []
            for row in rows:
                if len(first) == n_first:
                    break
                first.append(row)
        """,
    },
)

the_header_among_the_rows = Edit(
    """You gave the header once more, as the first of the rows. The rows begin below it.""",
    {
        "first = list(islice(rows, n_first))": """
            first = [header, *islice(rows, n_first - 1)] if n_first else []
        """,
        "len(first) + sum": "len(first) - bool(n_first) + sum",
    },
)

all_rows_at_once = Edit(
    """You had the whole file in memory at once, as text or as a list of rows. A file gives its
    lines one by one: count each row as it comes, and let it go.""",
    {"csv.reader(file)": "list(csv.reader(file))"},
)

line_breaks_counted = Edit(
    """You left the last line out of the count where no line break ends it, as wc -l does. It is a
    row all the same: count rows, not line breaks.""",
    {
        "return header, first, len(first) + sum(1 for _ in rows)": """
            n_rows = len(first) + sum(1 for _ in rows)
            with path.open("rb") as again:
                again.seek(-1, 2)
                ended = again.read() == b"\\n"
            return header, first, n_rows if ended else max(n_rows - 1, 0)
        """,
    },
)

empty_lines_counted = Edit(
    """You counted empty lines. The csv module gives an empty list for each, and that is no row:
    skip it.""",
    {"filter(None, csv.reader(file))": "csv.reader(file)"},
)

an_empty_line_taken_for_the_end = Edit(
    """You stopped at the first empty line. The file may go on below it: skip the line, and count on
    to the end.""",
    {"filter(None, csv.reader(file))": "iter(csv.reader(file).__next__, [])"},
)

split_at_commas = Edit(
    """You took each line for a row, and each comma for the end of a field. In quotes both may stand
    inside of a field: let the csv module read them.""",
    {
        "csv.reader(file)": """(
            line.rstrip("\\r\\n").split(",") if line.strip() else [] for line in file
        )""",
    },
)

the_first_rows_only = Edit(
    """Your number of rows is at most n_first. It is asked of the whole file: count on to its
    end.""",
    {"len(first) + sum(1 for _ in rows)": "len(first)"},
)

three_rows_whatever_was_asked = Edit(
    """You gave three rows whatever n_first says. Three are only what it is unless the caller says
    otherwise.""",
    {"islice(rows, n_first)": "islice(rows, 3)"},
)

fewer_rows_than_asked_for = Edit(
    """You asked for n_first rows by next, which raises StopIteration where the file has fewer. All
    that there are will do.""",
    {"list(islice(rows, n_first))": "[next(rows) for _ in range(n_first)]"},
)

the_error_of_next = Edit(
    """Your answer to an empty file is the StopIteration of next, or another error that does not
    help. Say which file is empty: a ValueError that names it.""",
    {
        """
        header = next(rows, None)
        if header is None:
            raise ValueError(f"{path} is empty")
        """: "header = next(rows)",
    },
)

an_error_without_the_file = Edit(
    """Your error does not say which file is empty. There may be hundreds of them: name it.""",
    {'f"{path} is empty"': '"the file is empty"'},
)

nothing_for_an_empty_file = Edit(
    """You gave an empty header for an empty file. Something went wrong before: say so, with a
    ValueError that names the file.""",
    {
        'raise ValueError(f"{path} is empty")': "return [], [], 0",
    },
)
