"""Failures that teach.

An unsolved stub is ``todo``.  A wrong answer shows the rule that broke, the call, what came
back and what was expected, the known mistake if it is one, and where to edit; never a
traceback through the harness.  ``--tb=short`` and its like still give pytest's own.
"""

from __future__ import annotations

import ast
import contextlib
import linecache
import re
import textwrap
import traceback
import unittest
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from katas._dojo.curriculum import Kata, within_its_tree
from katas._dojo.judging.clean_torch import LeftChangedError
from katas._dojo.judging.implementation import implementations
from katas._dojo.judging.recording import Call
from katas._dojo.judging.trespass import TrespassError
from katas._dojo.system.process import EndedEarlyError, lines_of
from katas._dojo.writing.values import shortened

TODO, WRONG, BROKEN = "todo", "wrong", "broken"
WAITING = "waiting"  # not run, since the code it needs did not come to an end before

# What an answer can leave a test by without having failed it.
LEAVING = {
    pytest.xfail.Exception: "Your code told pytest to expect a failure here",
    pytest.skip.Exception: "Your code skipped the test",
    unittest.SkipTest: "Your code skipped the test",
    pytest.exit.Exception: "Your code ended the whole run",
    SystemExit: "Your code ended Python",
    KeyboardInterrupt: "Your code interrupted the run",
}


# What pytest reports of an exception that nobody could catch, and where it was raised.
ASIDE = {
    pytest.PytestUnhandledThreadExceptionWarning: ", in a thread",
    pytest.PytestUnraisableExceptionWarning: ", where nobody could catch it",
}


@dataclass
class Verdict:
    """What a report says about a kata, in plain types so that it travels between processes.

    ``line`` is where the spec states the rule; ``status`` is None for a test that passed;
    ``edit`` is ``path:line``; ``note`` is what else there is to say of the kata.
    """

    kata: str
    rule: str
    line: int = 0
    status: str | None = None
    edit: str | None = None
    note: str = ""


def verdict_of(report) -> Verdict | None:
    """The verdict that ``report`` carries; None for tests that belong to no kata."""
    carried = getattr(report, "kata", None)
    return carried and Verdict(**carried)


FAULT_OF_OURS = "To {} was not possible, which is a fault of the suite and not yours:"


def told(verdict: Verdict, *paragraphs: str) -> str:
    """All that a failure says: the rule first, last where to edit."""
    return "\n".join([*paragraphs, f"Edit {verdict.edit}"])


def known_mistake(diagnosis: str) -> str:
    return f"A known mistake: {diagnosis}"


def clue(relation: str) -> str:
    return f"A clue: {relation}"


def todo(verdict: Verdict) -> str:
    return f"todo: {verdict.rule} Edit {verdict.edit}"


def stub_line(raised: pytest.ExceptionInfo, kata: Kata) -> tuple[Path, int] | None:
    """Where a stub stopped the test; None for any other failure.

    torch raises NotImplementedError too, in its own files and from the kata's lines, so the
    line itself has to say it, and be the kata's.
    """
    if not isinstance(raised.value, NotImplementedError):
        return None
    last = raised.traceback[-1]
    path, line = file_of(last), last.lineno + 1
    if path not in implementations(kata):
        return None
    source = linecache.getline(str(path), line).strip()
    return (path, line) if source.startswith("raise NotImplementedError") else None


def what_happened(raised: pytest.ExceptionInfo, call: Call | None, learner: list) -> str:
    """The call, and what came of it."""
    value = raised.value
    is_learners = bool(learner) and learner[-1] is raised.traceback[-1]
    of_the_spec = isinstance(value, AssertionError) or type(value) is pytest.fail.Exception
    if of_the_spec and not is_learners:
        said = _what_the_spec_says(raised)
    else:
        aside = ASIDE.get(type(value), "")
        raised_there = value.__cause__ if aside and value.__cause__ else value
        said = [f"raised    {describe(raised_there)}{aside}"]
        if learner:
            said.append(f"in        {str(learner[-1].statement).strip()}")
    lines = []
    if call:
        lines.append(f"called    {call.text}")
        if call.returned is not None and f"got       {call.returned}" not in said:
            lines.append(f"returned  {call.returned}")
        # What gives nothing back is there to change what it is given.
        if call.changed and call.returned is not None:
            said.append(f"changed   {call.changed}")
    shown = "\n".join(f"    {text}" for text in [*lines, *said])
    left = _how_it_left(value)
    return f"{shown}\n{left}: that the rule holds is still to be shown." if left else shown


def _what_the_spec_says(raised: pytest.ExceptionInfo) -> list[str]:
    """The words of an assertion that failed, in place of pytest's where it has some of its own."""
    text = str(raised.value)
    if missed := re.match(r"DID NOT RAISE (?:any of )?(.*)", text):
        return ["got       no error", f"expected  {shortened(missed[1])}"]
    if match := re.match(r"Regex pattern did not match\.\s+.*?: (.*)\s+.*?: (.*)", text):
        return [
            f"got       an error that says {match[2]}",
            f"expected  one that matches {match[1]}",
        ]
    lines = text.splitlines() or ["the assertion failed"]
    written = [n for n, line in enumerate(lines) if line.startswith("assert ")]
    if not written or type(raised.value) is not AssertionError:
        return lines
    message, (found, *more) = lines[: written[0]], lines[written[0] :]
    found = found.removeprefix("assert ")
    if found.startswith("got       "):
        return [*message, found, *(line.removeprefix("  ") for line in more)]
    return message or _what_is_not_so(raised, found, more)


def _what_is_not_so(raised: pytest.ExceptionInfo, found: str, more: list[str]) -> list[str]:
    """The condition that a spec asserts, as it is written, and what pytest has found instead."""
    with contextlib.suppress(SyntaxError, AttributeError):
        statement = textwrap.dedent(str(raised.traceback[-1].statement))
        condition = ast.unparse(ast.parse(statement).body[0].test)
        where = [f"asserted  {condition}"]
        if found not in ("False", "not True", condition):
            where.append(f"but       {shortened(found)}")
        for value in re.findall(r"^ \+ +(?:where|and) +(?!<)(.*)", "\n".join(more), re.MULTILINE):
            name, _, origin = shortened(value).partition(" = ")
            if name != origin:
                where.append(f"where     {name} = {origin}")
        return where[:4]
    return [found, *more]


def what_ended(ended: EndedEarlyError, place: tuple[Path, int] | None) -> str:
    """Why the process of a kata gave no answer, and the line that was running."""
    lines = [f"ended     {ended.reason}"]
    if place:
        linecache.checkcache()
        lines.append(f"in        {linecache.getline(str(place[0]), place[1]).strip()}")
    return "\n".join(f"    {line}" for line in lines)


def where_it_was(katas: Iterable[Kata], trace: str) -> tuple[Path, int] | None:
    """The innermost line of one of ``katas`` in a stack that its process has written."""
    stubs = {kata.stub for kata in katas}
    return next((place for place in lines_of(trace) if place[0] in stubs), None)


def broken(kata: Kata, raised: BaseException) -> tuple[str, tuple[Path, int]] | None:
    """What keeps ``kata`` from being imported, and where; None if it is not the kata."""
    path = next((p for p in implementations(kata) if p.exists()), kata.stub)
    # pytest wraps what an import raises.
    cause = raised.__cause__ if isinstance(raised, pytest.Collector.CollectError) else raised
    if isinstance(cause, SyntaxError):
        where = Path(cause.filename) if cause.filename else path
        return f"{type(cause).__name__}: {cause.msg}", (where, cause.lineno or 1)
    if isinstance(cause, (UnicodeError, ValueError)) and not frames_in(path, cause):
        return f"{kata.stub.name} is not text that Python can read: {cause}", (path, 1)
    if isinstance(cause, ModuleNotFoundError) and cause.name == kata.module:
        return f"the file is missing; pytest --reset {kata.stem} brings it back", (kata.stub, 1)
    if isinstance(cause, ImportError) and cause.name == kata.module:
        missing = re.search(r"cannot import name '(\w+)'", str(cause))
        if missing:
            return missing_name(missing[1]), (path, 1)
    steps = frames_in(path, cause)
    line = steps[-1].lineno if steps else 1
    if isinstance(cause, LeftChangedError):
        _, *changed = str(cause).splitlines()
        said = ["Importing the file has changed global settings:", *(f"    {it}" for it in changed)]
        said.append("What a function needs it sets itself, and puts back: mostly by a with-block.")
        return "\n".join(said), (path, line)
    if isinstance(cause, TrespassError):
        return str(cause), (path, line)
    if left := _how_it_left(cause):
        return f"{describe(cause)}: {left[0].lower()}{left[1:]} while it was imported", (path, line)
    is_the_kata = steps or frames_in(kata.stub, cause)  # --answers has a stub import what it names
    return (describe(cause), (path, line)) if is_the_kata else None


def _how_it_left(raised: BaseException) -> str | None:
    return next((said for kind, said in LEAVING.items() if isinstance(raised, kind)), None)


def missing_name(name: str) -> str:
    return f"{name} is missing: the spec asks for it by this name"


def describe(raised: BaseException) -> str:
    """What Python's last line of a traceback says, also of an exception that cannot say it."""
    try:
        said = str(raised)
    except BaseException:
        said = "(it cannot be shown: its __str__ raises)"
    return f"{type(raised).__name__}: {said}".rstrip(": ")


def file_of(entry: pytest.TracebackEntry) -> Path:
    """Where the code of ``entry`` stands; its own ``path`` asks the disk whether it is there."""
    return Path(entry.frame.code.raw.co_filename)


def frames_in(path: Path, raised: BaseException) -> list[traceback.FrameSummary]:
    """Where ``raised`` has passed through the file at ``path``, the innermost last."""
    frames = traceback.extract_tb(raised.__traceback__)
    return [frame for frame in frames if Path(frame.filename) == path]


def link(place: tuple[Path, int]) -> str:
    path, line = place
    return f"{within_its_tree(path).as_posix()}:{line}"
