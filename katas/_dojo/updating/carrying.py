"""What becomes of each file when a version takes the place of another, told from texts alone.

A kata's file is the learner's as soon as anything in it is solved; it goes along, under whatever
name.  Every other file is the suite's: what a learner has changed there is kept if the two
changes can stand beside each other, and otherwise nothing is done at all.
"""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from katas._dojo.reading import is_stub

STUB = re.compile(r"katas/(?P<kata>ch\w+/(?!test_)\w+)\.py")
DEFINED = re.compile(r"^(?:async +def|def|class) +(\w+)", re.MULTILINE)
# What the suite needs; of the rest, README.md for one, what a learner has deleted stays deleted.
NEEDED = re.compile(r"(katas|solutions|tests)/|conftest\.py|pyproject\.toml")

NO_LONGER_KNOWN = b""  # of a stub: where it was, there is an answer
Files = Mapping[str, bytes]
Moves = Sequence[tuple[str, tuple[str, ...]]]


@dataclass
class Suite:
    """A version as it was handed out: its files, or of some of them only their digests."""

    files: Files
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> set[str]:
        return {*self.files, *self.digests}

    def has_it_as(self, path: str, content: bytes) -> bool:
        known = self.files.get(path)
        return digest(content) == self.digests.get(path) or (
            known is not None and same(known, content)
        )


@dataclass
class Carried:
    """``files`` as they are to be, None where there is to be none; and where answers have gone.

    ``conflicts`` are files that cannot be carried; ``homeless`` are answers to katas that are gone.
    """

    files: dict[str, bytes | None] = field(default_factory=dict)
    went: dict[str, list[str]] = field(default_factory=dict)
    homeless: dict[str, bytes] = field(default_factory=dict)
    conflicts: list[str] = field(default_factory=list)


def carry(old: Suite, mine: Files, new: Files, moves: Moves) -> Carried:
    """``mine``, which was made of ``old``, with all that is ``new``."""
    carried = Carried()
    before, after = katas_of(old.paths), katas_of(new)
    stubs = {stub_of(kata) for kata in (*before, *after)}
    for path in sorted((old.paths | new.keys()) - stubs):
        carried.files[path] = _of_the_suite(path, old, mine, new, carried.conflicts)
    for path in stubs:
        carried.files[path] = new.get(path)
    answers = {it: mine[stub_of(it)] for it in (*before, *after) if _is_answer(it, old, mine, new)}
    taken: set[str] = set()
    # What stays where it is comes before what is to move there.
    for kata in sorted(answers, key=lambda it: moved(it, moves) != [it]):
        places = _places(kata, answers[kata], moves, new, after)
        carried.went[kata] = free = [it for it in places if it not in taken]
        taken |= {*free}
        for place in free:
            stub = new[stub_of(place)]
            earlier = old.files.get(stub_of(kata), b"")
            carried.files[stub_of(place)] = with_new_names(answers[kata], earlier, stub)
        if not free:
            carried.homeless[kata] = answers[kata]
    return carried


def katas_of(paths: Iterable[str]) -> list[str]:
    known = set(paths)
    found = filter(None, map(STUB.fullmatch, sorted(known)))
    return [it["kata"] for it in found if spec_of(it["kata"]) in known]


def stub_of(kata: str) -> str:
    return f"katas/{kata}.py"


def spec_of(kata: str) -> str:
    return "katas/{}/test_{}.py".format(*kata.split("/"))


def moved(kata: str, moves: Moves) -> list[str]:
    """Where ``kata`` has gone to, move after move."""
    places = [kata]
    for start, ends in moves:
        places = [it for place in places for it in (ends if place == start else (place,))]
    return list(dict.fromkeys(places))


def same(one: bytes, other: bytes) -> bool:
    return _text(one) == _text(other)


def digest(content: bytes) -> str:
    return hashlib.sha256(_text(content)).hexdigest()


def _text(content: bytes) -> bytes:
    """``content`` with git's line ends, which a checkout may have changed."""
    return content.replace(b"\r\n", b"\n")


def _is_answer(kata: str, old: Suite, mine: Files, new: Files) -> bool:
    path = stub_of(kata)
    content = mine.get(path)
    if content is None or (path in new and same(content, new[path])):
        return False
    if not is_stub(content):  # also if it was handed out, as a repository of a class may have done
        return True
    return old.files.get(path) != NO_LONGER_KNOWN and not old.has_it_as(path, content)


def _places(kata: str, answer: bytes, moves: Moves, new: Files, after: Sequence[str]) -> list[str]:
    """The katas that ``answer`` is an answer to; of a kata that was split, some may not be."""
    places = [it for it in moved(kata, moves) if it in after]
    text = answer.decode("utf-8", "replace")
    defined = set(DEFINED.findall(text))
    meant = [
        it for it in places if defined.intersection(DEFINED.findall(new[stub_of(it)].decode()))
    ]
    return meant or places[:1]


def _of_the_suite(
    path: str, old: Suite, mine: Files, new: Files, conflicts: list[str]
) -> bytes | None:
    now, then = mine.get(path), new.get(path)
    if now is None:
        return then if NEEDED.match(path) or path not in old.paths else None
    if then is not None and same(now, then):
        return now
    if old.has_it_as(path, now):
        return then
    if then is not None and old.has_it_as(path, then):
        return now
    if then is not None and (merged := _merged(now, old.files.get(path), then)) is not None:
        return merged
    conflicts.append(path)
    return now


def _merged(mine: bytes, old: bytes | None, new: bytes) -> bytes | None:
    """Both changes to ``old`` in one file; None where they meet, or git is not here to do it."""
    if old is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("mine", "old", "new")]
        for path, content in zip(paths, (mine, old, new), strict=True):
            path.write_bytes(_text(content))
        try:
            command = ["git", "merge-file", "--quiet", "-p", *map(str, paths)]
            return subprocess.run(command, capture_output=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            return None


def with_new_names(answer: bytes, earlier: bytes, stub: bytes) -> bytes:
    """``answer`` and below it what ``stub`` has to solve that the ``earlier`` stub did not have.

    So that it is still to be done, where otherwise it could not be imported.
    """
    known = _names_at_the_top(answer)
    if known is None:  # Python cannot read it, and it is not for us to mend
        return answer
    asked = known | (_names_at_the_top(earlier) or set())
    text = _text(stub).decode()
    statements = [it for it in ast.parse(text).body if _bound(it) and not _bound(it) <= known]
    defined = [it for it in statements if hasattr(it, "body") and not _bound(it) <= asked]
    if not defined:
        return answer
    needed = "\n".join(_source(text, it) for it in statements if not hasattr(it, "body"))
    below = [it for it in (needed, *(_source(text, it) for it in defined)) if it]
    return answer.rstrip() + "".join(f"\n\n\n{it}" for it in below).encode() + b"\n"


def _names_at_the_top(source: bytes) -> set[str] | None:
    try:
        return set().union(*map(_bound, ast.parse(source).body))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _bound(statement: ast.stmt) -> set[str]:
    match statement:
        case ast.ImportFrom(module="__future__"):
            return set()
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return {(it.asname or it.name).partition(".")[0] for it in names}
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            return {it.id for it in targets if isinstance(it, ast.Name)}
    return set()


def _source(text: str, statement: ast.stmt) -> str:
    lines = [statement.lineno, *(it.lineno for it in getattr(statement, "decorator_list", ()))]
    return "\n".join(text.splitlines()[min(lines) - 1 : statement.end_lineno])
