"""When a file counts as saved: by its content, once, and when it is whole."""

import os

import pytest

from katas._dojo.watching import saves
from katas._dojo.watching.saves import BURST, REPLACEMENT, Saves


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is told to go on: ``clock(seconds)``."""
    now = [100.0]
    monkeypatch.setattr(saves.time, "monotonic", lambda: now[0])

    def go_on(seconds: float) -> None:
        now[0] += seconds

    return go_on


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "kata.py"
    path.write_text("a")
    return path


def test_a_burst_is_one_save_when_it_is_over(clock, path):
    watched = Saves([path])
    for content in "bcd":
        path.write_text(content)
        assert watched.settled() == []
        clock(BURST / 2)
    assert watched.pending
    clock(BURST)
    assert watched.settled() == [path]
    assert not watched.pending
    assert watched.settled() == []


def test_the_same_content_is_no_save_and_other_content_of_the_same_time_is_one(clock, path):
    watched, then = Saves([path]), path.stat().st_mtime
    path.write_text("a")
    clock(BURST)
    assert watched.settled() == []
    path.write_text("b")
    os.utime(path, (then, then))
    assert watched.pending
    clock(BURST)
    assert watched.settled() == [path]


def test_a_file_that_is_replaced_is_waited_for(clock, path):
    watched = Saves([path])
    path.unlink()
    assert watched.settled() == []
    clock(REPLACEMENT / 2)
    assert watched.settled() == []
    path.write_text("b")
    assert watched.settled() == []
    clock(BURST)
    assert watched.settled() == [path]


def test_a_file_that_stays_away_is_told_of_once(clock, path):
    watched = Saves([path])
    path.unlink()
    watched.settled()
    clock(REPLACEMENT)
    assert watched.settled() == [path]
    clock(REPLACEMENT)
    assert watched.settled() == []


def test_what_was_undone_before_it_settled_is_no_save(clock, path):
    watched = Saves([path])
    path.write_text("b")
    assert watched.settled() == []
    path.write_text("a")
    clock(BURST)
    assert watched.settled() == []
