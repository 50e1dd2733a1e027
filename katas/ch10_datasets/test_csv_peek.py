"""A look into a large CSV file (§10.2): its header, its first rows, its length."""

import tracemalloc

import pytest

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch10_datasets.csv_peek import csv_peek

HEADER = ["seriesuid", "coordX", "coordY", "coordZ", "class"]
ROWS = [  # the beginning of LUNA's table of candidates
    ["1.3.6.1.4.1.14519", "-56.08", "-67.85", "-311.92", "0"],
    ["1.3.6.1.4.1.14519", "53.21", "-244.41", "-245.17", "0"],
    ["1.3.6.1.4.1.14519", "103.66", "-121.8", "-286.62", "0"],
    ["1.3.6.1.4.1.32722", "-33.66", "-72.75", "-308.41", "1"],
    ["1.3.6.1.4.1.32722", "-46.25", "-131.81", "-238.38", "0"],
]


@pytest.mark.parametrize("n_first", [0, 1, 2, 4, 5, 9])
def test_header_and_rows_are_counted_apart(tmp_path, n_first):
    """The header comes by itself; then up to n_first rows; then the number of all rows."""
    path = _written(tmp_path, [HEADER, *ROWS])
    _assert_peek(csv_peek(path, n_first), HEADER, ROWS[:n_first], 5)


def test_three_rows_come_unless_told_otherwise(tmp_path):
    """Without n_first there are three rows to see."""
    path = _written(tmp_path, [HEADER, *ROWS])
    _assert_peek(csv_peek(path), HEADER, ROWS[:3], 5)


@pytest.mark.parametrize("n_rows", [0, 1, 3, 5])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"], ids=["no end", "LF", "CRLF"])
def test_the_last_line_is_a_row(tmp_path, n_rows, end):
    """The last line is a row whether or not a line break ends it."""
    path = tmp_path / "candidates.csv"
    lines = [",".join(row) for row in [HEADER, *ROWS[:n_rows]]]
    path.write_bytes(((end or "\n").join(lines) + end).encode())
    _assert_peek(csv_peek(path, n_first=2), HEADER, ROWS[:n_rows][:2], n_rows)


def test_an_empty_line_is_no_row(tmp_path):
    """Empty lines, between rows or at the end, are neither shown nor counted."""
    path = _written(tmp_path, [HEADER, ROWS[0], [], ROWS[1], [], [], ROWS[2], [], []])
    _assert_peek(csv_peek(path, n_first=2), HEADER, ROWS[:2], 3)


def test_a_field_in_quotes_is_one_field(tmp_path):
    """Commas and line breaks in quotes belong to the field; other scripts are read as UTF-8."""
    path = tmp_path / "notes.csv"
    path.write_text('who,"what, when"\nÅsa,"seen,\nin May"\n李,"a ""ball"""\n', encoding="utf-8")
    rows = [["Åsa", "seen,\nin May"], ["李", 'a "ball"']]
    _assert_peek(csv_peek(path), ["who", "what, when"], rows, 2)


def test_a_large_file_takes_little_memory(tmp_path):
    """While a file of 10000 rows is read, memory never holds as much as a fifth of it."""
    # Few fields, but as many letters: whoever traces memory takes time for each field.
    header, *rows = ([" ".join(row[:-1]), row[-1]] for row in [HEADER, *ROWS])
    path = _written(tmp_path, [header, *rows * 2000])
    tracemalloc.start()
    try:
        peek = csv_peek(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    _assert_peek(peek, header, rows[:3], 10_000)
    held = "less" if most < path.stat().st_size / 5 else "more"
    assert_equal(held, "less", what="what memory held, beside a fifth of the file")


def test_an_empty_file_is_named(tmp_path):
    """A file without a single line is a ValueError that names the file."""
    path = tmp_path / "forgotten.csv"
    path.touch()
    with assert_raises(ValueError, path.name):
        csv_peek(path)


def _written(folder, rows):
    path = folder / "candidates.csv"
    path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _assert_peek(peek, header, first, count):
    __tracebackhide__ = True
    for what, got, wanted in zip(
        ("the header", "the first rows", "the number of rows"),
        peek,
        (header, first, count),
        strict=True,
    ):
        assert_equal(got, wanted, what=what)
