"""Take in: a folder or a zip becomes the files in it that are katas; nothing is unpacked.

It may be a whole clone, a folder in a folder as a learning platform hands it out, or a few files
on their own.  What is refused is named, and the rest of a submission is graded all the same.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from katas._dojo.curriculum import CURRICULUM, Kata

MOST_FILES = 10_000
LARGEST_FILE = 256 * 1024  # bytes of a kata
LARGEST_ZIP = 256 * 1024**2
LARGEST_LIST = 200 * MOST_FILES  # bytes of a zip's list of files
LONGEST_RATIO = 100  # of what a kata unpacks to, to what it was packed into
NAMED = 20  # refusals of a submission
NOT_THE_LEARNERS = {"solutions", "tests", "__MACOSX", "__pycache__", "site-packages"}
STEMS = {kata.stem: kata for kata in CURRICULUM}
KATAS = {str(kata): kata for kata in CURRICULUM}


class RefusedError(Exception):
    """What cannot be taken in, and why."""


@dataclass
class Submission:
    """``files`` are the katas; ``refused`` names what was not taken; ``bad`` is why nothing was."""

    name: str
    files: dict[Kata, bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    bad: str = ""


@dataclass
class Member:
    """A file that a submission holds; ``read`` gives its content, or raises RefusedError."""

    path: PurePosixPath
    read: Callable[[], bytes]


def submissions_in(folder: Path, out: Path) -> tuple[list[Submission], list[str]]:
    """All that ``folder`` holds, by name; and the names of what is neither a folder nor a zip.

    ``out`` may lie there, and is none.
    """
    found: dict[str, Submission] = {}
    left_alone = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.resolve() == out.resolve():
            continue
        if not (path.is_dir() or path.suffix.lower() == ".zip"):
            left_alone.append(path.name)
            continue
        name = path.name if path.is_dir() else path.stem
        if twice := name in found:
            name = path.name
        found[name] = take_in(path, name)
        if twice:
            found[name].refused.append(f"there is another submission called {path.stem}")
    return list(found.values()), left_alone


def take_in(path: Path, name: str) -> Submission:
    submission = Submission(name)
    try:
        if path.is_symlink():
            raise RefusedError("it is a link")
        members = _members_of_folder if path.is_dir() else _members_of_zip
        found = list(members(path, submission.refused))
        _choose(submission, found)
        zips = [it.path for it in found if it.path.suffix.lower() == ".zip"]
        if not submission.files and path.is_dir() and len(zips) == 1:
            return take_in(path / zips[0], name)  # as platforms hand out what was uploaded
    except RefusedError as error:
        submission.bad = str(error)
    except OSError as error:
        submission.bad = error.strerror or str(error)
    if not submission.files and not submission.bad:
        submission.bad = "there is no kata in it"
    if more := submission.refused[NAMED:]:
        submission.refused[NAMED:] = [f"and {len(more)} more"]
    return submission


def _choose(submission: Submission, members: list[Member]) -> None:
    """Take each kata from where it is most clearly meant."""
    candidates: dict[Kata, dict[int, list[Member]]] = {}
    for it in members:
        if place := _kata_at(it.path):
            kata, rank = place
            candidates.setdefault(kata, {}).setdefault(rank, []).append(it)
    for kata, ranks in candidates.items():
        first, *others = ranks[min(ranks)]
        if others:
            paths = " and ".join(str(it.path) for it in (first, *others))
            submission.refused.append(f"{paths}: which of them is {kata}?")
            continue
        try:
            submission.files[kata] = first.read()
        except RefusedError as error:
            submission.refused.append(f"{first.path}: {error}")


def _kata_at(path: PurePosixPath) -> tuple[Kata, int] | None:
    """The kata that a file at ``path`` may be; and from katas/ch…/ down, how little says so."""
    *above, chapter = path.parent.parts or ("",)
    if path.suffix != ".py" or path.stem not in STEMS:
        return None
    if kata := KATAS.get(f"{chapter}/{path.stem}"):
        return kata, 0 if above[-1:] == ["katas"] else 1
    return STEMS[path.stem], 2


def _is_left_out(path: PurePosixPath) -> bool:
    """Whether it is none of the learner's own work: a copy of the suite holds much else."""
    return any(part in NOT_THE_LEARNERS or part.startswith(".") for part in path.parts)


def _members_of_folder(folder: Path, refused: list[str]) -> Iterator[Member]:
    n_files = 0
    for place, folders, files in os.walk(folder, onerror=_raise):
        here = PurePosixPath(Path(place).relative_to(folder).as_posix())
        for name in [it for it in folders if os.path.islink(os.path.join(place, it))]:
            if not _is_left_out(here / name):
                refused.append(f"{here / name}: a link")
        folders[:] = sorted(it for it in folders if not _is_left_out(PurePosixPath(it)))
        n_files += len(files)
        if n_files > MOST_FILES:
            raise RefusedError(f"it holds more than {MOST_FILES} files")
        for name in sorted(files):
            yield Member(here / name, lambda path=Path(place, name): _read_file(path))


def _raise(error: OSError) -> None:
    raise error


def _read_file(path: Path) -> bytes:
    if path.is_symlink():
        raise RefusedError("a link")
    if not path.is_file():  # a pipe, which nobody may ever fill
        raise RefusedError("not a file")
    try:
        with path.open("rb") as file:
            return _limited(file.read(LARGEST_FILE + 1))
    except OSError as error:
        raise RefusedError(error.strerror) from None


def _limited(content: bytes) -> bytes:
    if len(content) > LARGEST_FILE:
        raise RefusedError(f"larger than {LARGEST_FILE // 1024} KiB")
    return content


def _members_of_zip(path: Path, refused: list[str]) -> Iterator[Member]:
    if path.stat().st_size > LARGEST_ZIP:
        raise RefusedError(f"larger than {LARGEST_ZIP // 1024**2} MiB")
    if path.stat().st_size == 0:
        raise RefusedError("an empty file")
    try:
        _refuse_long_lists(path)
        archive = zipfile.ZipFile(path)
        members = archive.infolist()
    except RefusedError:
        raise
    except Exception as error:  # damaged in whatever way
        raise RefusedError(f"it is no zip that can be read: {error}") from None
    if len(members) > MOST_FILES:
        raise RefusedError(f"it holds more than {MOST_FILES} files")
    for it in members:
        name = it.filename.replace("\\", "/")
        place = PurePosixPath(name)
        if place.is_absolute() or ".." in place.parts or ":" in name.partition("/")[0]:
            refused.append(f"{name}: leads out of its folder")
        elif it.is_dir() or _is_left_out(place):
            continue
        elif stat.S_ISLNK(it.external_attr >> 16):
            refused.append(f"{name}: a link")
        else:
            yield Member(place, lambda it=it: _read_member(archive, it))


def _refuse_long_lists(path: Path) -> None:
    """Before zipfile reads it: an entry takes 46 bytes there, and much more in memory."""
    with path.open("rb") as file:
        end = zipfile._EndRecData(file)
    if end is None:
        raise RefusedError("it is no zip that can be read")
    if end[zipfile._ECD_SIZE] > LARGEST_LIST:
        raise RefusedError(f"it holds more than {MOST_FILES} files")


def _read_member(archive: zipfile.ZipFile, it: zipfile.ZipInfo) -> bytes:
    if it.flag_bits & 1:
        raise RefusedError("encrypted")
    if it.file_size > LONGEST_RATIO * max(it.compress_size, 1):
        raise RefusedError(f"packed more than {LONGEST_RATIO} times")
    try:
        with archive.open(it) as file:
            return _limited(file.read(LARGEST_FILE + 1))
    except RefusedError:
        raise
    except Exception as error:  # zlib.error and whatever else a decompressor raises
        raise RefusedError(f"it cannot be unpacked: {error}") from None
