"""The new version, from git, a released zip or a folder, as a folder beside what is to be updated.

Only this knows what a learner may name.  From that folder on, the code of the new version goes on.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import stat
import subprocess
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from katas._dojo.updating.repository import RefusedError, Repository
from katas._dojo.updating.swap import git, reason

COMMAND = PurePosixPath("katas/_dojo/updating/__main__.py")  # the new version can do the rest
MOST_FILES = 20_000
LARGEST_FILE = 16 * 1024**2
LARGEST = 256 * 1024**2  # bytes of all files together
LEFT_OUT = {".git", ".katas", ".venv", "__pycache__", "build", "uv.lock"}
LEFT_OUT |= {".pytest_cache", ".ruff_cache", ".hypothesis", ".benchmarks"}
COMMIT = re.compile(rb"[0-9a-f]{40}")

File = tuple[PurePosixPath, bytes, bool]  # with whether it is a program


@dataclass
class Version:
    """A new version: its files lie in ``folder``, git knows it as ``commit``."""

    folder: Path
    name: str
    commit: str | None = None


def version_from(source: str, root: Path, folder: Path) -> Version | None:
    """The version that ``source`` names, put into ``folder``; None if ``root`` has all of it."""
    repository = Repository.of(root)
    path = Path(source).expanduser()
    if source and path.exists():
        if path.is_dir():
            return _from_folder(path.resolve(), repository, folder)
        return _from_zip(path, folder)
    if source.lower().endswith(".zip"):
        raise RefusedError(f"there is no file {source}")
    if not repository:
        raise RefusedError(
            "this folder is no repository of its own: name the file of a release, --update=FILE.zip"
        )
    commit = _fetched(source, repository)
    if repository.asked("merge-base", "--is-ancestor", commit, "HEAD") is not None:
        return None
    return _from_commit(repository.root, commit, repository.called(commit), folder)


def _fetched(source: str, repository: Repository) -> str:
    """The commit that ``source`` names, as it is now where it comes from."""
    source = source or repository.upstream() or ""
    if not source:
        raise RefusedError(
            "git does not know where new versions come from: name a branch, a tag or a zip, "
            "--update=SOURCE"
        )
    remotes = repository.git("remote").split()
    if remote := next((it for it in remotes if source.startswith(f"{it}/")), None):
        repository.git("fetch", "--quiet", remote)
    elif not repository.commit(source):
        for remote in remotes:
            repository.git("fetch", "--quiet", "--tags", remote)
    if commit := repository.commit(source):
        return commit
    raise RefusedError(f"git knows no {source} here, and there is no such file")


def _from_folder(path: Path, repository: Repository | None, folder: Path) -> Version | None:
    theirs = Repository.of(path)
    if not theirs:
        return _unpacked(_files_of(path), folder, _release(path) or path.name)
    commit = theirs.commit("HEAD") or ""
    if not repository:
        return _from_commit(path, commit, theirs.called(commit), folder)
    if not repository.commit(commit):
        repository.git("fetch", "--quiet", str(path), "HEAD")
    if repository.asked("merge-base", "--is-ancestor", commit, "HEAD") is not None:
        return None
    return _from_commit(repository.root, commit, repository.called(commit), folder)


def _from_commit(root: Path, commit: str, name: str, folder: Path) -> Version:
    try:
        archive = git(root, "-c", "core.autocrlf=false", "archive", "--format=tar", commit)
    except subprocess.CalledProcessError as error:
        raise RefusedError(reason(error)) from None
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = [
            (PurePosixPath(it.name), tar.extractfile(it).read(), bool(it.mode & stat.S_IXUSR))
            for it in tar
            if it.isfile()
        ]
    version = _unpacked(iter(files), folder, name)
    version.commit = commit
    return version


def _from_zip(path: Path, folder: Path) -> Version:
    try:
        with zipfile.ZipFile(path) as archive:
            # What GitHub makes of a commit says which one that was.
            commit = archive.comment[:7].decode() if COMMIT.fullmatch(archive.comment) else ""
            version = _unpacked(_members(archive), folder, commit)
    except RefusedError as error:
        raise RefusedError(f"{path.name}: {error}") from None
    except OSError as error:
        raise RefusedError(f"{path.name}: {error.strerror or error}") from None
    except Exception as error:  # a file can be damaged in any way
        raise RefusedError(f"{path.name} is no zip that can be read: {error}") from None
    version.name = version.name or _release(folder) or path.stem
    return version


def _members(archive: zipfile.ZipFile) -> Iterator[File]:
    members = [it for it in archive.infolist() if not it.is_dir()]
    if len(members) > MOST_FILES or sum(it.file_size for it in members) > LARGEST:
        raise RefusedError("it holds far more than a version of torch-katas")
    for it in members:
        name = PurePosixPath(it.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
            raise RefusedError(f"{name} leads out of its folder")
        mode = it.external_attr >> 16
        if stat.S_ISLNK(mode):
            raise RefusedError(f"{name} is a link")
        if it.flag_bits & 1:
            raise RefusedError("it is encrypted")
        with archive.open(it) as file:
            content = file.read(LARGEST_FILE + 1)  # whatever it says of its size
        if len(content) > LARGEST_FILE:
            raise RefusedError(f"{name} is too large")
        yield name, content, bool(mode & stat.S_IXUSR)


def _files_of(folder: Path) -> Iterator[File]:
    for place, folders, names in os.walk(folder):
        folders[:] = [it for it in folders if it not in LEFT_OUT and not it.endswith(".egg-info")]
        for name in names:
            path = Path(place, name)
            if path.is_file() and not path.is_symlink():
                inside = PurePosixPath(path.relative_to(folder).as_posix())
                yield inside, path.read_bytes(), os.access(path, os.X_OK)


def _unpacked(files: Iterator[File], folder: Path, name: str) -> Version:
    """``files`` written into ``folder``, without the one folder that they may all lie in."""
    found = {path: (content, program) for path, content, program in files}
    places = [path.parents[3] for path in found if PurePosixPath(*path.parts[-4:]) == COMMAND]
    if not places:
        raise RefusedError("it holds no torch-katas, or one from before --update")
    top = min(places, key=lambda it: len(it.parts))
    shutil.rmtree(folder, ignore_errors=True)
    for path, (content, program) in found.items():
        if path.is_relative_to(top) and not LEFT_OUT & {it.lower() for it in path.parts}:
            target = folder / path.relative_to(top)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            target.chmod(0o755 if program else 0o644)
    return Version(folder, name)


def _release(folder: Path) -> str:
    """The version that a folder says it is."""
    try:
        return tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    except (OSError, ValueError, LookupError):
        return ""
