"""The version before the last update comes back; what was written since stays, or is kept."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from katas._dojo.updating.carrying import STUB, same
from katas._dojo.updating.preparing import done, folder_in, new_backup, prepare
from katas._dojo.updating.remembered import STATE, state_again
from katas._dojo.updating.repository import RefusedError, Repository
from katas._dojo.updating.swap import JOB, content

STUB_OR_SPEC = re.compile(r"katas/(ch\w+)/(?:test_)?(\w+)\.py")


def undo(root: Path) -> list[str]:
    """Take the last update back; return what there is to tell, or raise RefusedError."""
    job, folder = _last_update(root)
    git = job["git"] and _back(Repository.of(root), job["git"])
    after, newer = {}, {}
    for path in job["files"]:
        now = content(root / path)
        updated, after[path] = content(folder / "after" / path), content(folder / "before" / path)
        if now is not None and not any(
            it is not None and same(now, it) for it in (updated, after[path])
        ):
            newer[path] = now
    if STATE in newer:
        touched = {"/".join(it.groups()) for it in map(STUB_OR_SPEC.fullmatch, job["files"]) if it}
        after[STATE] = state_again(after[STATE], newer.pop(STATE), touched)
    backup, lines = new_backup(root), []
    for path, text in newer.items():
        answer = STUB.fullmatch(path)
        start = job["moved"].get(path, path)
        if answer and after.get(start) is not None:
            after[start] = text
        else:
            kept = f"{backup}/{answer['kata']}.py" if answer else f"{backup}/{path}"
            after[kept] = text
            lines.append(f"{path}: what you have written since is in {kept}")
    told = {
        "kind": "undo",
        "undoes": job["name"],
        "before": job["after"],
        "after": job["before"],
        "moved": {},
        "git": git,
    }
    programs = {it for it in job["files"] if os.access(folder / "before" / it, os.X_OK)}
    said = done(prepare(root, after, programs, filter(STUB.fullmatch, after), told))
    return [f"torch-katas {job['after']} → {job['before']}: as before the update", *lines, *said]


def _last_update(root: Path) -> tuple[dict[str, Any], Path]:
    jobs = [json.loads(it.read_bytes()) for it in sorted(folder_in(root).glob(f"2*/{JOB}"))]
    undone = {it.get("undoes") for it in jobs}
    for job in reversed(jobs):
        if job["kind"] == "update" and job["name"] not in undone:
            return job, folder_in(root) / job["name"]
    raise RefusedError("there is no update to undo")


def _back(repository: Repository | None, done: dict[str, str]) -> dict[str, str]:
    if repository is None:
        raise RefusedError("the update was made in a repository, and there is none here now")
    repository.refuse_if_busy()
    if repository.commit("HEAD") != done["end"]:
        raise RefusedError(
            "there are commits since the update: first git reset --soft "
            f"{done['end'][:12]}, which keeps your files as they are"
        )
    return {
        "start": done["end"],
        "end": done["start"],
        "index": done["staged"],
        "staged": repository.git("write-tree"),
    }
