"""A look into a large CSV file (§10.2).

LUNA's table of candidates has more than half a million lines.  Before you write a program for
such a file you want to see how it begins, and how long it is.  A file that is open gives its
lines one by one, so this takes no more memory for a million lines than for ten.
"""

from pathlib import Path


def csv_peek(path: Path, n_first: int = 3) -> tuple[list[str], list[list[str]], int]:
    """Return the header, the first ``n_first`` rows, and how many rows there are in all.

    The header is the first line, and no row.  The last line is a row whether or not a line
    break ends it; an empty line is none.  Fields are strings, as the csv module reads them: in
    quotes they may hold commas and line breaks.  The file is UTF-8.

    It may be larger than memory: never hold all its rows at once.  An empty file has no
    header: ValueError naming the file.
    """
    raise NotImplementedError
