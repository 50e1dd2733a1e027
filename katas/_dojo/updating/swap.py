"""What is prepared takes the place of what is there: all of it, also if it is cut off on the way.

conftest.py runs a copy of this file before it imports anything else.  So it needs nothing of
the suite, which may then be half of one version and half of another.

What is prepared is a folder: ``job.json`` names the files in their order, ``before/`` and
``after/`` hold each of them, as it was and as it is to be.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UNFINISHED = "unfinished"
JOB = "job.json"
SINCE = "since"  # what was saved between the preparation and the end
TOLD = "told.txt"  # what could not be said at once, since pytest was not yet there
ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class NothingDoneError(Exception):
    """A file could not be written, and all others are as they were."""


def git(root: Path, *arguments: str, given: bytes = b"", **environment: str) -> bytes:
    """What git prints; CalledProcessError if it fails, OSError if there is none."""
    inherited = {name: it for name, it in os.environ.items() if name not in ELSEWHERE}
    return subprocess.run(
        ["git", "-c", f"core.hooksPath={os.devnull}", *arguments],
        cwd=root,
        input=given,
        capture_output=True,
        check=True,
        env={**inherited, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **environment},
    ).stdout


def reason(error: subprocess.CalledProcessError) -> str:
    """Why git failed, in one line of its own."""
    lines = [it.strip() for it in error.stderr.decode("utf-8", "replace").splitlines()]
    lines = [it for it in lines if it] or [f"git ended with {error.returncode}"]
    return next((it for it in lines if it.startswith(("fatal:", "error:"))), lines[0])


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One process at a time; where the system can tell that its owner is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        except ImportError:  # Windows
            pass
        yield


def carry_out(prepared: Path) -> list[str]:
    """Bring all files and git to where they are to be, from wherever they are now.

    Returns what there is to tell.
    """
    root = prepared.parents[2]
    job = json.loads((prepared / JOB).read_text("utf-8"))
    told: list[str] = []
    if not job["failed"]:
        try:
            told += _forward(root, prepared, job)
        except OSError as error:
            job["failed"] = f"{error.filename2 or error.filename}: {error.strerror}"
            note(prepared / JOB, job)
    if job["failed"]:
        _back(root, prepared, job)
        discard(prepared)
        raise NothingDoneError(job["failed"])
    settle()
    prepared.rename(prepared.with_name(job["name"]))
    return told


def _forward(root: Path, prepared: Path, job: dict) -> list[str]:
    """All files and git; and ``last`` what would not take up a job that was cut off."""
    last, told = job["last"], []
    if last and content(root / last) == content(prepared / "after" / last):
        return told
    for path in job["files"]:
        if path != last:
            told += _put(root, prepared, path, "before", "after", job["answers"])
    if steps := job["git"]:
        told += _follow(root, steps["start"], steps["end"], steps["index"])
    if last:
        told += _put(root, prepared, last, "before", "after", [])
    return told


def _back(root: Path, prepared: Path, job: dict) -> None:
    for path in reversed(job["files"]):
        _put(root, prepared, path, "after", "before", job["answers"])
    if steps := job["git"]:
        _follow(root, steps["end"], steps["start"], steps["staged"])


def settle() -> None:
    """Wait until a power cut cannot take back what is written; Windows cannot be asked."""
    getattr(os, "sync", lambda: None)()


def discard(folder: Path) -> None:
    """Remove what is prepared: at once it is nothing any more, whatever of it is left."""
    leftover = folder.with_name("leftover")
    shutil.rmtree(leftover, ignore_errors=True)
    folder.rename(leftover)
    shutil.rmtree(leftover, ignore_errors=True)


def _put(
    root: Path, prepared: Path, path: str, old: str, new: str, answers: list[str]
) -> list[str]:
    target, source = root / path, prepared / new / path
    now, wanted = content(target), content(source)
    if now == wanted:
        return []
    told = []
    if now != content(prepared / old / path) and now is not None:
        if path in answers:
            return [f"{path} was saved in the meantime: it is as you saved it"]
        kept = prepared / SINCE / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(now)
        told = [f"{path} was changed in the meantime; what it held is in {SINCE}/ of the update"]
    if wanted is None:
        target.unlink()
        _remove_empty(target.parent, root)
        return told
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, prepared / "next")
    os.replace(prepared / "next", target.resolve())  # a link stays one, to another content
    return told


def content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def note(path: Path, job: dict) -> None:
    """Write the job down, whole or not at all, and so that a power cut cannot take it back."""
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump(job, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and {it.name for it in folder.iterdir()} <= {"__pycache__"}:
        shutil.rmtree(folder)
        folder = folder.parent


def _follow(root: Path, start: str, end: str, index: str) -> list[str]:
    """Have git's branch and index go along; files are as they are to be already."""
    try:
        head = git(root, "rev-parse", "HEAD").decode().strip()
        if head == end:
            return []
        if head != start:
            return [f"git is at {head[:7]}, and stays there; the new version is {end[:7]}"]
        git(root, "read-tree", index)
        git(root, "update-ref", "-m", "pytest --update", "HEAD", end, head)
        with suppress(subprocess.CalledProcessError):  # what has changed is no reason to fail
            git(root, "update-index", "-q", "--refresh")
    except subprocess.CalledProcessError as error:
        return [f"git could not follow ({reason(error)}); when it can: git reset {end[:12]}"]
    except OSError:
        return [f"git could not follow, it is gone; when it is back: git reset {end[:12]}"]
    return []


def _begun(prepared: Path) -> bool:
    """Whether anything is other than before, for who knows how long."""
    root, files = prepared.parents[2], json.loads((prepared / JOB).read_text("utf-8"))["files"]
    return not files or content(root / files[0]) != content(prepared / "before" / files[0])


def take_up(updates: Path) -> None:
    """Finish what was cut off, if another process has not done so by now."""
    with alone(updates):
        prepared = updates / UNFINISHED
        if not (prepared / JOB).exists():
            return
        if not _begun(prepared):
            discard(prepared)
            return
        try:
            told = ["An update that was cut off is finished now.", *carry_out(prepared)]
        except NothingDoneError as error:
            told = [f"An update was cut off; it cannot be done, and all is as before: {error}"]
        except OSError as error:
            raise SystemExit(
                f"ERROR: an update that was cut off cannot be finished: {error}"
            ) from None
        (updates / TOLD).write_text("\n".join(told) + "\n", "utf-8")


if __name__ == "__main__":
    take_up(Path(__file__).parents[1])
