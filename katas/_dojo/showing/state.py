"""What is known of each kata between runs: ``.katas/state.json``.

A record holds for the stub and the spec that ran, and for no other content.  Whatever
happens to the file, work goes on: a damaged one is put aside and a new one begun.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata, in_turn, kata_named, nearest_kata
from katas._dojo.judging.failures import BROKEN, TODO
from katas._dojo.reading import is_stub

FOLDER = ROOT / ".katas"
FILE = FOLDER / "state.json"
VERSION = FOLDER / "version.json"  # what an update has put here
SOLVED, PARTLY, RECHECK = "solved", "partly", "recheck"
SKIPPED = "skipped"  # nobody can run it here

Say = Callable[[str], object]


@dataclass
class Record:
    """How the last whole run of one kata ended: ``kept`` of its spec's ``rules`` held."""

    digest: str
    status: str
    kept: int = 0
    rules: int = 0


@dataclass
class Green:
    """The kata that the last green run ended with, and when that was."""

    kata: str
    at: str


@dataclass
class State:
    """All that is known; ``hints`` counts the hints that were given for each kata."""

    records: dict[str, Record] = field(default_factory=dict)
    hints: dict[str, int] = field(default_factory=dict)
    green: Green | None = None

    def save(self, say: Say) -> bool:
        """Whether it could be saved; if not, ``say`` is told so in one line."""
        try:
            write(FILE, json.dumps(asdict(self), indent=1).encode())
        except OSError as error:
            say(f"{relative(FILE)} cannot be written ({error.strerror}): nothing is remembered")
            return False
        return True


def load(say: Say) -> State:
    """The state as it was saved last; ``say`` is told, in one line, of a damaged file."""
    try:
        return _state(json.loads(FILE.read_bytes()))
    except FileNotFoundError:
        return State()
    except Exception as error:  # a file can be damaged in any way
        try:
            aside = _free(FILE.with_name("state.damaged.json"))
            os.replace(FILE, aside)
            say(f"{relative(FILE)} was damaged: it is now {relative(aside)}, and a new one begins")
        except OSError:
            say(f"{relative(FILE)} cannot be read ({error}): going on without it")
        return State()


def _state(saved: dict) -> State:
    records = {kata: Record(**record) for kata, record in saved["records"].items()}
    for record in records.values():
        if record.status not in (SOLVED, PARTLY, TODO, BROKEN) or record.kept > record.rules:
            raise ValueError(record)
    hints = {kata: max(0, int(given)) for kata, given in saved["hints"].items()}
    green = saved["green"] and Green(**saved["green"])
    if green:
        datetime.fromisoformat(green.at)
    return State(records, hints, green)


def write(path: Path, content: bytes, folder: Path | None = None, *, durable: bool = True) -> None:
    """Write ``path`` whole or not at all, also if this process is killed on the way.

    ``folder`` is where it is written before it takes its place, on the same file system;
    ``durable`` is whether to wait until a power cut cannot take it back, which takes a while.
    """
    if folder is None:
        # Not beside path: what a killed process leaves must not lie among the learner's files.
        folder = FOLDER
        folder.mkdir(exist_ok=True)
    temporary = folder / f"{path.name}.{os.getpid()}.tmp"
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def writable(name: str | Path, option: str, config) -> Path:
    """The path that ``name`` after ``option`` means; if it cannot be written, one clear line.

    Asked before anything runs, so that no run is lost.
    """
    path = (config.invocation_params.dir / name).resolve()
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "there is a folder of this name")
        if path.exists() and not path.is_file():
            raise OSError(None, "not a file")
        if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(None, "the file is read-only")
        with tempfile.TemporaryFile(dir=path.parent, prefix=path.name):
            pass
    except OSError as error:
        raise pytest.UsageError(f"{option} {name}: {error.strerror}") from None
    return path


def digest(kata: Kata) -> str | None:
    """A hash of the stub and the spec as they are now; None if one of them is missing."""
    try:
        contents = [path.read_bytes() for path in (kata.stub, kata.spec)]
    except OSError:
        return None
    return hashlib.sha256(b"".join(hashlib.sha256(it).digest() for it in contents)).hexdigest()


@dataclass(frozen=True)
class Standing:
    """Where a learner stands with one kata; ``settled`` is what needs no more work of theirs."""

    kata: Kata
    status: str
    settled: bool = False
    text: str = ""

    def __str__(self) -> str:
        return self.text or self.status


def standing(kata: Kata, state: State) -> Standing:
    now = digest(kata)
    record = state.records.get(str(kata))
    if now is None:
        return Standing(kata, BROKEN)
    known = record if record and record.digest == now else None
    if kata.missing and not (known and known.status == SOLVED):
        return Standing(kata, SKIPPED, settled=True)
    if known:
        return recorded(kata, known)
    if is_stub(kata.stub.read_bytes()):
        return Standing(kata, TODO)
    # Solved once and changed since: a run will tell, and meanwhile it is not the next to do.
    return Standing(kata, RECHECK, bool(record) and record.status == SOLVED)


def recorded(kata: Kata, record: Record) -> Standing:
    text = f"{PARTLY} ({record.kept} of {record.rules})" if record.status == PARTLY else ""
    return Standing(kata, record.status, record.status == SOLVED, text)


def next_kata(standings: Iterable[Standing]) -> Kata | None:
    """The kata whose turn it is: the first that is still to be worked on."""
    known = list(standings)
    waiting = [it.kata for it in known if not it.settled]
    begun = [it.kata for it in known if it.status != TODO]
    return next(iter(in_turn(waiting, begun)), None)


def kata_asked_for(name: str) -> Kata:
    """The kata that a learner named after an option; one clear line if there is none."""
    if kata := kata_named(name):
        return kata
    nearest = nearest_kata(name)
    suggestion = f"; did you mean {nearest}?" if nearest else ""
    raise pytest.UsageError(f"no such kata: {name}{suggestion}")


def standings(state: State) -> list[Standing]:
    return [standing(kata, state) for kata in CURRICULUM]


def _free(path: Path) -> Path:
    """``path``, or the like with a number: what was put aside before stays."""
    number = 1
    while (numbered := path.with_suffix(f".{number}{path.suffix}")).exists():
        number += 1
    return numbered if path.exists() else path


def relative(path: Path) -> str:
    """``path`` as a learner types it."""
    return path.relative_to(ROOT).as_posix()
