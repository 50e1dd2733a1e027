"""A table from a CSV file (§4.3.2): names, and numbers in float32."""

from pathlib import Path

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch04_real_data.csv_to_tensor import read_table

# Some columns of the book's first wines.
WINES = """\
"fixed acidity";"sugar";"density";"quality"
7;20.7;1.001;6
6.3;1.6;0.994;6
8.1;6.9;0.9951;6
"""
# Some columns of the book's bikes, and two days more.
BIKES = """\
instant,dteday,temp,cnt
1,2011-01-01,0.24,16
14,2011-01-31,-0.22,106
17379,2012-12-09,0.26,49"""


def test_a_row_of_the_file_is_a_row_of_the_table(tmp_path):
    """The first line holds the names, each other line a row of the table, in float32."""
    names, table = read_table(_file(tmp_path, WINES), ";")
    expected = [[7, 20.7, 1.001, 6], [6.3, 1.6, 0.994, 6], [8.1, 6.9, 0.9951, 6]]
    assert_equal(names, ["fixed acidity", "sugar", "density", "quality"], what="the names")
    assert_close(table, torch.tensor(expected, dtype=torch.float32), what="the table")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("end", ["\n", ""], ids=["newline at the end", "no newline at the end"])
def test_the_delimiter_is_the_one_that_is_given(tmp_path, delimiter, end):
    """Fields are told apart by the delimiter, and the last line may lack its newline."""
    text = "a,b\n-1,-2\n0.5,1e3".replace(",", delimiter) + end
    names, table = read_table(_file(tmp_path, text), delimiter)
    assert_equal(names, ["a", "b"], what="the names")
    expected = torch.tensor([[-1, -2], [0.5, 1000]], dtype=torch.float32)
    assert_close(table, expected, what="the table")


def test_a_name_in_quotes_may_hold_the_delimiter(tmp_path):
    """Quotes are no part of a name, and between them the delimiter is a letter like any other."""
    names, table = read_table(_file(tmp_path, '"sulfur, free",pH\n45,3\n14,3.3\n'))
    assert_equal(names, ["sulfur, free", "pH"], what="the names")
    expected = torch.tensor([[45, 3], [14, 3.3]], dtype=torch.float32)
    assert_close(table, expected, what="the table")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a,b,c\n1,2,3\n", [[1, 2, 3]]), ("a\n1\n2\n", [[1], [2]]), ("a\n1\n", [[1]])],
    ids=["one row", "one column", "one number"],
)
def test_the_table_has_two_dimensions(tmp_path, text, expected):
    """A table of one row, or of one column, is [1, D], or [N, 1]."""
    _, table = read_table(_file(tmp_path, text))
    assert_close(table, torch.tensor(expected, dtype=torch.float32), what="the table")


@pytest.mark.parametrize("date_column", [0, 1, 3])
def test_of_a_date_the_day_of_the_month_is_kept(tmp_path, date_column):
    """A date becomes its day, 1.0 to 31.0, in its own column; other columns are as they were."""
    order = {0: [1, 0, 2, 3], 1: [0, 1, 2, 3], 3: [0, 2, 3, 1]}[date_column]
    rows = [line.split(",") for line in BIKES.split("\n")]
    text = "\n".join(",".join(row[it] for it in order) for row in rows)
    names, table = read_table(_file(tmp_path, text), date_column=date_column)
    expected = torch.tensor([[1, 1, 0.24, 16], [14, 31, -0.22, 106], [17379, 9, 0.26, 49]])
    assert_equal(names, [rows[0][it] for it in order], what="the names")
    assert_close(table, expected[:, order], what="the table")


@pytest.mark.parametrize("date_column", [None, 0], ids=["a number", "a date"])
@pytest.mark.parametrize("field", ["", "n/a"], ids=["empty", "no number"])
def test_a_field_that_is_no_number_is_an_error(tmp_path, monkeypatch, field, date_column):
    """An empty field, or one that is no number, raises ValueError that names the file and line."""
    good = "0.5,2" if date_column is None else "2011-01-20,2"
    _file(tmp_path, "\n".join(["a,b", *[good] * 141, f"{field},4", *[good] * 20]))
    with monkeypatch.context() as patch, assert_raises(ValueError, "table.csv", 143):
        patch.chdir(tmp_path)  # so that no number in the folder's name is taken for the line
        read_table(Path("table.csv"), date_column=date_column)


def _file(folder, text):
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path
