"""A table from a CSV file (§4.3.2).

A CSV file is text: names in its first line, then a row of fields in each line, with a delimiter in
between.  A model wants float32, and numbers only: of a date, such as 2011-01-20, the day of the
month is kept (§4.4.1).
"""

from pathlib import Path

from torch import Tensor


def read_table(
    path: Path, delimiter: str = ",", date_column: int | None = None
) -> tuple[list[str], Tensor]:
    """Return the names of the columns, and the numbers below them as float32, [N, D].

    Names may stand in double quotes, which are no part of them: "citric acid".  ``date_column``
    is the number of the column that holds dates, if there is one; they become 1.0 to 31.0.
    A field that is empty, or is no number, raises ValueError, which names the file and the line
    of the file: the names stand in line 1.  There is at least one row.
    """
    raise NotImplementedError
