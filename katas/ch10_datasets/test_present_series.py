"""Only what is on disk (§10.2.2): the rows whose scan is there."""

import os

import pytest

from katas._dojo.writing.assertions import assert_equal
from katas.ch10_datasets.present_series import rows_on_disk

FILES = [
    "subset0/1.3.6.7.mhd",
    "subset0/1.3.6.7.raw",
    "subset3/1.3.6.12.mhd",
    "subset3/head.mhd",
    "subset12/9.8.mhd",
]


@pytest.fixture
def folder(tmp_path):
    for name in FILES:
        _touch(tmp_path / name)
    return tmp_path


def test_rows_stay_whose_scan_is_there(folder):
    """All rows of a scan that is there are kept, as they are and in their order."""
    rows = [["9.8", "c"], ["1.3.6.7", "b"], ["5.5", "a"], ["9.8", "a"], ["1.3.6.12"], ["9.8", "c"]]
    rows += [["head", "d"], ["hea", "d"]]
    expected = [row for row in rows if row[0] not in ("5.5", "hea")]
    assert_equal(rows_on_disk(iter(rows), folder), expected)


@pytest.mark.parametrize(
    "series_uid",
    ["3.6.7", "7", "1.3.6", "1", "1.3.6.70", "21.3.6.7", "1.3.6.8", "1.3.6.1", "3.6", ""],
)
def test_a_part_of_a_name_is_not_enough(folder, series_uid):
    """The series is the whole name of the file, without .mhd: not its end, nor its beginning."""
    rows = [[series_uid, "1"], ["1.3.6.7", "0"]]
    assert_equal(rows_on_disk(rows, folder), [["1.3.6.7", "0"]])


@pytest.mark.parametrize(
    "name",
    ["subset0/4.4.raw", "subset0/4.4.mhd.part", "subset0/4.4", "spare/4.4.mhd", "4.4.mhd"],
)
def test_other_files_are_no_scans(folder, name):
    """Voxels without a header, half a download, what lies elsewhere: none of them is a scan."""
    _touch(folder / name)
    assert_equal(rows_on_disk([["4.4"], ["9.8"]], folder), [["9.8"]])


def test_nothing_on_disk_leaves_nothing(tmp_path):
    """Without any scan no row is kept."""
    assert_equal(rows_on_disk([["9.8"], ["1.3.6.7"]], tmp_path), [])


@pytest.mark.parametrize("n_series", [1, 500], ids=["one series", "as many series"])
def test_the_disk_is_not_asked_for_each_row(folder, monkeypatch, n_series):
    """For 500 rows, of one series or of as many, the disk is asked as often as for one row."""
    asked = []
    for name in ("stat", "lstat", "scandir", "listdir", "open"):
        monkeypatch.setattr(os, name, _noting(asked, getattr(os, name)))
    counts = []
    for n_rows in (1, 500):
        asked.clear()
        rows = [[f"9.{8 + n % n_series}"] for n in range(n_rows)]
        kept = rows_on_disk(rows, folder)
        counts.append(len(asked))
        assert_equal(kept, [row for row in rows if row == ["9.8"]], what="the rows kept")
    once, often = counts
    assert_equal("more often" if often > once else "as often", "as often", what="for 500 rows")


def _touch(path):
    path.parent.mkdir(exist_ok=True)
    path.touch()


def _noting(asked, function):
    def noting(*args, **kwargs):
        asked.append(args)
        return function(*args, **kwargs)

    return noting
