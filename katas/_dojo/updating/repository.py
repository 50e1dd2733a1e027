"""The learner's repository: what its trees hold, and new trees and commits; nothing is checked out.

Only git's plumbing is asked: no hook runs, no editor opens, and no file of the tree is touched.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from katas._dojo.updating.swap import git, reason

FILE, PROGRAM = "100644", "100755"
IDENTITY = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
# What git keeps while the next commit is another's to make.
UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}


class RefusedError(Exception):
    """Why nothing was done, in one line."""


@dataclass(frozen=True)
class Entry:
    mode: str
    blob: str


Tree = dict[str, Entry]


@dataclass
class Repository:
    root: Path
    known: dict[str, bytes] = field(default_factory=dict)  # blobs that have been read or written

    @classmethod
    def of(cls, root: Path) -> Repository | None:
        """The repository whose top is ``root``; None if there is none, or nothing in it yet."""
        try:
            top = git(root, "rev-parse", "--show-toplevel").decode().rstrip("\n")
        except OSError:
            if (root / ".git").exists():
                raise RefusedError("this is a repository, and there is no git here") from None
            return None
        except subprocess.CalledProcessError as error:
            if (root / ".git").exists():
                raise RefusedError(f"git cannot be asked: {reason(error)}") from None
            return None
        found = cls(root)
        return found if Path(top).resolve() == root.resolve() and found.commit("HEAD") else None

    def git(self, *arguments: str, given: bytes = b"", **environment: str) -> str:
        try:
            printed = git(self.root, *arguments, given=given, **environment)
        except subprocess.CalledProcessError as error:
            raise RefusedError(reason(error)) from None
        return os.fsdecode(printed).rstrip("\n")

    def asked(self, *arguments: str) -> str | None:
        """What git answers; None if it has no answer."""
        try:
            return self.git(*arguments)
        except RefusedError:
            return None

    def commit(self, name: str) -> str | None:
        return self.asked("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    def called(self, commit: str) -> str:
        """``commit`` for people to read."""
        return self.asked("describe", "--tags", "--always", commit) or commit[:7]

    def refuse_if_busy(self) -> None:
        for name, what in UNDER_WAY.items():
            if self._own(name).exists():
                raise RefusedError(f"{what} is under way here: finish it first, or abort it")
        if self._own("index.lock").exists():
            raise RefusedError("another git is at work here; if there is none: rm .git/index.lock")
        if self.git("ls-files", "--unmerged"):
            raise RefusedError("some files here are still to be merged: do that first")

    def _own(self, name: str) -> Path:
        return self.root / self.git("rev-parse", "--git-path", name)

    def tree(self, commit: str) -> Tree:
        lines = self.git("ls-tree", "-r", "-z", commit).split("\0")
        entries = (line.partition("\t") for line in lines if line)
        return {
            path: Entry(mode, blob) for what, _, path in entries for mode, _, blob in [what.split()]
        }

    def index(self) -> Tree:
        lines = self.git("ls-files", "--stage", "-z").split("\0")
        entries = (line.partition("\t") for line in lines if line)
        return {
            path: Entry(mode, blob) for what, _, path in entries for mode, blob, _ in [what.split()]
        }

    def contents(self, tree: Tree) -> dict[str, bytes]:
        """The files of ``tree``; what it has besides, links for example, is not ours."""
        files = {path: it.blob for path, it in tree.items() if it.mode in (FILE, PROGRAM)}
        self._read(set(files.values()) - self.known.keys())
        return {path: self.known[blob] for path, blob in files.items()}

    def _read(self, blobs: Iterable[str]) -> None:
        printed = git(self.root, "cat-file", "--batch", given="\n".join(blobs).encode())
        start = 0
        while start < len(printed):
            end = printed.index(b"\n", start)
            blob, _, size = printed[start:end].decode().split()
            start = end + 1 + int(size) + 1
            self.known[blob] = printed[end + 1 : start - 1]

    def written(self, tree: Tree, changes: Mapping[str, tuple[bytes, bool] | None]) -> str:
        """The id of ``tree`` with the ``changes``: contents, and whether they are programs."""
        wanted = {change[0] for change in changes.values() if change}
        entries = dict(tree)
        with tempfile.TemporaryDirectory() as folder:
            self._write(wanted - set(self.known.values()), Path(folder))
            blobs = {content: blob for blob, content in self.known.items()}
            for path, change in changes.items():
                entries.pop(path, None)
                if change:
                    content, program = change
                    entries[path] = Entry(PROGRAM if program else FILE, blobs[content])
            lines = "".join(f"{it.mode} {it.blob}\t{path}\0" for path, it in entries.items())
            own = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            self.git("update-index", "-z", "--index-info", given=os.fsencode(lines), **own)
            return self.git("write-tree", **own)

    def _write(self, contents: Iterable[bytes], folder: Path) -> None:
        """Have git keep them; one process for all, since a version has thousands."""
        files = {folder / str(number): content for number, content in enumerate(contents)}
        for path, content in files.items():
            path.write_bytes(content)
        paths = "".join(f"{path}\n" for path in files)
        options = ["-w", "--no-filters", "--stdin-paths"]
        blobs = self.git("hash-object", *options, given=os.fsencode(paths)).split()
        self.known.update(zip(blobs, files.values(), strict=True))

    def committed(self, tree: str, message: str, *parents: str) -> str:
        named = self.asked("var", "GIT_COMMITTER_IDENT") and self.asked("var", "GIT_AUTHOR_IDENT")
        nobody = {f"GIT_{it}": "torch-katas" for it in IDENTITY}
        options = [it for parent in parents for it in ("-p", parent)]
        return self.git("commit-tree", tree, *options, "-m", message, **({} if named else nobody))

    def upstream(self) -> str | None:
        """What the branch follows; or the one branch that the only remote would have us follow."""
        if name := self.asked("rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}"):
            return name
        remotes = self.git("remote").split()
        if len(remotes) != 1:
            return None
        return self.asked("rev-parse", "--abbrev-ref", f"{remotes[0]}/HEAD")
