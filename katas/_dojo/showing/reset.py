"""``--reset`` and ``--undo-reset``: back to the stub, and back again; nothing is ever lost.

Before a file is written over, by an undo too, it is copied into a dated folder under
``.katas/backups/``.
"""

from __future__ import annotations

import contextlib
import stat
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.reading import is_stub
from katas._dojo.showing.state import FOLDER, Say, kata_asked_for, load, relative, write
from katas._dojo.system.dated import dated_names

BACKUPS = FOLDER / "backups"
STUBS = FOLDER / "stubs"
BEFORE_GIT = STUBS / "before_git"  # an update leaves it that git knows nothing of
ALL = "all"


def pytest_addoption(parser):
    group = parser.getgroup("katas")
    group.addoption(
        "--reset",
        action="append",
        metavar="KATA",
        help="begin this kata anew, or with 'all' every kata; your code is copied first",
    )
    group.addoption(
        "--undo-reset",
        action="append",
        metavar="KATA",
        help="bring back the newest copy of this kata, or with 'all' all of the newest backup",
    )


def pytest_cmdline_main(config):
    option = config.option
    if not (option.reset or option.undo_reset) or option.help:
        return None
    if option.reset and option.undo_reset:
        raise pytest.UsageError("--reset or --undo-reset, not both")
    say = create_terminal_writer(config, sys.stdout).line
    refused = reset(option.reset, say) if option.reset else undo_reset(option.undo_reset, say)
    if refused:
        raise pytest.UsageError(*refused)
    return pytest.ExitCode.OK


def reset(names: list[str], say: Say) -> list[str]:
    """Put the stubs of the katas back; return a line for each that had to be left alone."""
    stubs = {kata: original(kata) for kata in _chosen(names)}
    if not any(stubs.values()):
        what = "the stubs" if len(stubs) > 1 else relative(next(iter(stubs)).stub)
        return [f"there is no copy of {what}, in git or in {relative(STUBS)}: nothing was reset"]
    job, state = Exchange(say), load(say)
    for kata, stub in stubs.items():
        if stub is None:
            job.refused.append(f"there is no stub of {relative(kata.stub)}: it was left as it is")
        elif job.put(kata, stub, "is a stub again"):
            state.hints.pop(str(kata), None)
    if job.copies:
        state.save(say)
        name = ALL if ALL in names else names[-1]
        say(f"To bring back what was there: pytest --undo-reset {name}")
    return job.finish()


def undo_reset(names: list[str], say: Say) -> list[str]:
    """Bring the newest copies back; return a line for each that had to be left alone."""
    folders = sorted(BACKUPS.glob("*"), key=lambda folder: folder.name, reverse=True)
    found = {
        kata: next((it for it in folders if _copy(it, kata).is_file()), None)
        for kata in _chosen(names)
    }
    if ALL in names:  # what was done together is undone together
        newest = max((folder.name for folder in found.values() if folder), default="none")
        found = {kata: folder for kata, folder in found.items() if folder == BACKUPS / newest}
    if not any(found.values()):
        return ["there is no backup to bring back"]
    job = Exchange(say)
    for kata, folder in found.items():
        if folder is None:
            job.refused.append(f"there is no backup of {kata}: it was left as it is")
        else:
            job.put(kata, _copy(folder, kata).read_bytes(), "is as it was before")
    return job.finish()


def keep_stubs() -> None:
    """Copy what is a stub now, for whoever has no git, or commits what they have solved."""
    for kata in CURRICULUM:
        copy = _copy(STUBS, kata)
        with contextlib.suppress(OSError):  # of a folder that is read-only, for one
            if not copy.exists() and is_stub(content := kata.stub.read_bytes()):
                copy.parent.mkdir(parents=True, exist_ok=True)
                write(copy, content, durable=False)


def original(kata: Kata) -> bytes | None:
    """The stub of ``kata``: that of the last commit, or the one that was there at first."""
    copy = _copy(STUBS, kata)
    sources = [committed(kata), copy.read_bytes() if copy.exists() else None]
    if BEFORE_GIT.exists():
        sources.reverse()
    return next((source for source in sources if source and is_stub(source)), None)


def committed(kata: Kata) -> bytes | None:
    """The file of ``kata`` as the repository has it; None where git has none."""
    try:
        # ./ because the project may lie inside a larger repository.
        command = ["git", "show", f"HEAD:./{relative(kata.stub)}"]
        shown = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    except OSError:  # no git on this machine
        return None
    return shown.stdout if shown.returncode == 0 else None


@dataclass
class Exchange:
    """Puts other content into stubs, always after a copy; one dated folder holds its copies."""

    say: Say
    folder: Path | None = None
    copies: list[Path] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def put(self, kata: Kata, content: bytes, done: str) -> bool:
        """Whether ``content`` stands in the stub of ``kata`` now; says what it did."""
        path, kept = relative(kata.stub), ""
        try:
            if kata.stub.exists():
                current = kata.stub.read_bytes()
                if _text(current) == _text(content):
                    self.same.append(path)
                    return True
                if not kata.stub.stat().st_mode & stat.S_IWUSR:
                    raise PermissionError("it is read-only")
                kept = f"; what it held is in {relative(self._keep(kata, current))}"
            write(kata.stub, content)
        except OSError as error:
            self.refused.append(f"{path} was left as it is: {error.strerror or error}")
            return False
        self.say(f"{path} {done}{kept}")
        return True

    def finish(self) -> list[str]:
        if self.same:
            which = self.same[0] if len(self.same) == 1 else f"{len(self.same)} katas"
            self.say(f"Nothing to do for {which}")
        return self.refused

    def _keep(self, kata: Kata, content: bytes) -> Path:
        self.folder = self.folder or _new_folder()
        copy = _copy(self.folder, kata)
        copy.parent.mkdir(exist_ok=True)
        write(copy, content)
        self.copies.append(copy)
        return copy


def _chosen(names: list[str]) -> Iterable[Kata]:
    return CURRICULUM if ALL in names else [kata_asked_for(name) for name in names]


def _copy(folder: Path, kata: Kata) -> Path:
    return folder / kata.chapter / f"{kata.stem}.py"


def _text(content: bytes) -> bytes:
    """``content`` with git's line ends, which a checkout may have changed."""
    return content.replace(b"\r\n", b"\n")


def _new_folder() -> Path:
    names = dated_names()
    while True:
        folder = BACKUPS / next(names)
        try:
            folder.mkdir(parents=True)
        except FileExistsError:  # two calls in one second
            continue
        return folder
