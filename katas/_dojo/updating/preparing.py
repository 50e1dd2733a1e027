"""What is to be done is written down before anything of it is; from then on, it will be done."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from katas._dojo.system.dated import dated_names
from katas._dojo.updating import swap
from katas._dojo.updating.repository import RefusedError
from katas._dojo.updating.swap import JOB, UNFINISHED, content, note, settle

CONFTEST = "conftest.py"
Changes = Mapping[str, bytes | None]


def folder_in(root: Path) -> Path:
    return root / ".katas" / "update"


def prepare(
    root: Path, after: Changes, programs: Collection[str], answers: Iterable[str], job: dict
) -> Path:
    """Have ``root`` become as ``after`` says; ``job`` is what else is to be known of it.

    ``programs`` are the files that can be executed, ``answers`` those that a learner may save
    at any moment.
    """
    updates = folder_in(root)
    before = {path: _content(root, path) for path in after}
    changed = [path for path in after if after[path] != before[path]]
    folder = updates / "prepared"
    shutil.rmtree(folder, ignore_errors=True)
    for path in changed:
        for side, text in (("before", before[path]), ("after", after[path])):
            if text is not None:
                target = folder / side / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text)
                if (root / path).exists():
                    shutil.copymode(root / path, target)
                if side == "after" and path in programs:
                    target.chmod(target.stat().st_mode | 0o111)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(swap.__file__, folder / "finish.py")
    # While files of both versions are there, conftest.py is to be one that takes the job up.
    last = CONFTEST if CONFTEST in changed and not knows(after[CONFTEST]) else ""
    changed.sort(key=lambda it: (it == last, it != CONFTEST, it))
    whole = {
        "name": _new_name(updates),
        "files": changed,
        "last": last,
        "answers": [it for it in answers if it in changed],
        "failed": "",
        **job,
    }
    note(folder / JOB, whole)
    settle()
    folder.rename(updates / UNFINISHED)
    return updates / UNFINISHED


def done(prepared: Path) -> list[str]:
    try:
        return swap.carry_out(prepared)
    except swap.NothingDoneError as error:
        raise RefusedError(f"{error}; everything is as it was") from None


def _content(root: Path, path: str) -> bytes | None:
    try:
        return content(root / path)
    except OSError as error:
        raise RefusedError(f"{path} is in the way: {error.strerror}") from None


def knows(conftest: bytes | None) -> bool:
    """Whether a conftest.py takes up what was cut off."""
    return conftest is not None and b"finish.py" in conftest


def new_backup(root: Path) -> str:
    """A folder where ``--undo-reset`` finds what is in it."""
    backups = ".katas/backups"
    return f"{backups}/{_new_name(root / backups)}"


def _new_name(folder: Path) -> str:
    return next(name for name in dated_names() if not (folder / name).exists())
