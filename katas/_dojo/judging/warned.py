"""What an answer is warned of: told once, and no failure.

Warnings are errors.  But torch also warns of what is right, if not the best way to say it, and
of that a learner is to hear without being refused.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from katas._dojo.curriculum import ROOT, Kata, kata_of
from katas._dojo.judging.failures import describe, link
from katas._dojo.writing.values import shortened

# Where others than the learner answer; an edit of the reference is a file that is nowhere.
ANSWERS = ("solutions/mistakes", "tests/right_answers", "tests/wrong_answers")
EDITED = tuple(f"<{tree.replace('/', '.')}." for tree in ANSWERS)
LONGEST = 400


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    if not getattr(item, "on_trial", False):  # one of the suite's own, or held elsewhere
        return (yield)
    with answers_may_warn(kata_of(item.path)) as item.warned:
        return (yield)


@contextmanager
def answers_may_warn(kata: Kata) -> Iterator[list[str]]:
    """Collect what an answer to ``kata`` is warned of; any other warning stays an error."""
    told: list[str] = []

    def shown(message, category, filename, line, *_):
        place = _place_in_answer(kata, filename, line)
        if place is None:
            raise message
        said, *_ = describe(message).split(" (Triggered internally")
        told.append(f"A warning, no failure, at {link(place)}: {shortened(said, LONGEST)}")

    with warnings.catch_warnings():
        changed = [("always" if it[0] == "error" else it[0], *it[1:]) for it in warnings.filters]
        warnings.filters[:] = changed
        warnings.showwarning = shown
        yield told


def _place_in_answer(kata: Kata, filename: str, line: int) -> tuple[Path, int] | None:
    """The line of the answer that is running, if it is not the spec's or the reference's."""
    if _is_answer(filename, kata):  # what is warned of before any of it runs
        return Path(filename), line
    frame = sys._getframe(2)
    while frame and frame.f_code.co_filename not in (str(kata.spec), str(kata.solution)):
        if _is_answer(frame.f_code.co_filename, kata):
            return Path(frame.f_code.co_filename), frame.f_lineno
        frame = frame.f_back
    return None


def _is_answer(filename: str, kata: Kata) -> bool:
    files = [kata.stub, *(ROOT / tree / f"{kata}.py" for tree in ANSWERS)]
    return filename in map(str, files) or filename.startswith(EDITED)
