"""A new version takes the place of the one that is there; the answers stay."""

from __future__ import annotations

import ast
import json
import os
import tomllib
from pathlib import Path
from typing import Any

from katas._dojo.curriculum import MOVES
from katas._dojo.reading import is_stub
from katas._dojo.updating import remembered
from katas._dojo.updating.carrying import (
    NO_LONGER_KNOWN,
    Carried,
    Files,
    Moves,
    Suite,
    carry,
    katas_of,
    spec_of,
    stub_of,
)
from katas._dojo.updating.preparing import done, new_backup, prepare
from katas._dojo.updating.repository import RefusedError, Repository, Tree
from katas._dojo.updating.sources import Version
from katas._dojo.updating.swap import content
from katas._dojo.updating.telling import changes

CURRICULUM = "katas/_dojo/curriculum.py"
PARTS_OF_THE_SUITE = ("katas/_dojo", "solutions", "tests")
NAMED = 3  # conflicts


def update(root: Path, version: Version) -> list[str]:
    """Put ``version`` into ``root``; return what there is to tell, or raise RefusedError."""
    new = files_in(version.folder)
    programs = {path for path in new if os.access(version.folder / path, os.X_OK)}
    repository = Repository.of(root)
    if repository:
        repository.refuse_if_busy()
    before = _Before(root, repository, version.commit, new)
    moves = moves_since(before.suite.files.get(CURRICULUM) or content(root / CURRICULUM))
    mine = before.mine(new)
    carried = carry(before.suite, mine, new, moves)
    refuse_conflicts(carried)
    after = dict(carried.files)
    if not version.commit and all(after[path] == mine.get(path) for path in after):
        return [f"Nothing new: this is {version.name} already"]
    doubted = _doubted(carried, before.suite, new)
    after |= remembered.version(version.name, new)
    after[remembered.STATE] = remembered.state(
        content(root / remembered.STATE), carried.went, doubted
    )
    backup = new_backup(root)
    homes = {kata: f"{backup}/{kata}.py" for kata in carried.homeless}
    after |= {homes[kata]: answer for kata, answer in carried.homeless.items()}
    unknown_to_git = not repository and before.in_a_larger_repository
    after[remembered.BEFORE_GIT] = b"" if unknown_to_git else None
    job = {
        "kind": "update",
        "before": before.name,
        "after": version.name,
        "moved": {
            stub_of(places[0]): stub_of(kata)
            for kata, places in carried.went.items()
            if len(places) == 1 and places != [kata]
        },
        "git": repository and _commits(repository, before, version, new, programs, moves),
    }
    answers = [stub_of(it) for it in {*katas_of(new), *katas_of(before.suite.paths)}]
    told = done(prepare(root, after, programs, answers, job))
    return [*_told(before, version, carried, doubted, homes, mine, new), *told]


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def moves_since(curriculum: bytes | None) -> Moves:
    """The moves that an older curriculum does not know of yet."""
    known = _written_in(curriculum, "MOVES") or ()
    return [it for it in MOVES if it not in known]


def refuse_conflicts(carried: Carried) -> None:
    if conflicts := carried.conflicts:
        named = ", ".join(conflicts[:NAMED])
        more = f" and {len(conflicts) - NAMED} more" if len(conflicts) > NAMED else ""
        raise RefusedError(
            f"changed here, and otherwise in the new version: {named}{more}; "
            "move what is yours elsewhere and update again. Nothing was changed"
        )


class _Before:
    """What is there before the update, and what of it was handed out."""

    def __init__(self, root: Path, repository: Repository | None, commit: str | None, new: Files):
        self.root = root
        self.repository = repository
        self.base = self._base(commit)
        self.is_guessed = False
        recorded = _recorded(root)
        if self.base and repository:
            handed_out = repository.contents(repository.tree(self.base))
            self.name = repository.called(self.base)
        elif recorded:
            handed_out = self._stubs_kept(recorded["files"])
            self.name = recorded["name"]
        else:
            handed_out = self._all_that_looks_like_it(new)
            self.name = _release(content(root / "pyproject.toml"))
            self.is_guessed = True
        self.suite = Suite(self._with_stubs(handed_out), recorded.get("files", {}))
        self.in_a_larger_repository = any((it / ".git").exists() for it in root.parents)

    def mine(self, new: Files) -> dict[str, bytes]:
        """What is there of all that was handed out or is to be."""
        found = {}
        for path in self.suite.paths | new.keys():
            try:
                text = content(self.root / path)
            except OSError as error:
                raise RefusedError(f"{path} is in the way: {error.strerror}") from None
            above = self.root.joinpath(path).parents
            if text is None and any(it.is_file() for it in above if it != self.root):
                raise RefusedError(f"there is a file where {path} is to be; nothing was changed")
            if text is not None:
                found[path] = text
        return found

    def _base(self, commit: str | None) -> str | None:
        """The commit that was handed out: where the learner's own history has left the suite's."""
        if not self.repository:
            return None
        theirs = commit or self.repository.upstream()
        shared = theirs and self.repository.asked("merge-base", "HEAD", theirs)
        return shared or (None if commit else self.repository.commit("HEAD"))

    def _stubs_kept(self, paths: Files) -> dict[str, bytes]:
        kept = {
            stub_of(it): content(self.root / remembered.stub_kept(it)) for it in katas_of(paths)
        }
        return {path: text for path, text in kept.items() if text is not None}

    def _all_that_looks_like_it(self, new: Files) -> dict[str, bytes]:
        """Without git or a record: each part of the suite, as if nobody had changed it.

        Of a kata's file it can be seen whether anything in it is solved.
        """
        order = _written_in(content(self.root / CURRICULUM), "BOOK_ORDER") or {}
        katas = {f"{chapter}/{stem}" for chapter, stems in order.items() for stem in stems}
        katas |= {*katas_of(new)}
        paths = {*new, *map(spec_of, katas), *map(stub_of, katas)}
        for part in PARTS_OF_THE_SUITE:
            files = (it for it in (self.root / part).rglob("*") if "__pycache__" not in it.parts)
            paths |= {it.relative_to(self.root).as_posix() for it in files if it.is_file()}
        found = {path: content(self.root / path) for path in paths}
        return {path: text for path, text in found.items() if text is not None}

    def _with_stubs(self, files: dict[str, bytes]) -> dict[str, bytes]:
        """``files`` with stubs where there are answers: people commit these, and push them."""
        solved = [it for it in katas_of(files) if not is_stub(files[stub_of(it)])]
        kept = {it: content(self.root / remembered.stub_kept(it)) for it in solved}
        return {**files, **{stub_of(it): kept[it] or NO_LONGER_KNOWN for it in solved}}


def _commits(
    repository: Repository,
    before: _Before,
    version: Version,
    new: Files,
    programs: set[str],
    moves: Moves,
) -> dict[str, str]:
    """Where git's branch is to go from where it is, and what its index is to be.

    What was committed and what was staged is carried as the files are, each for itself.
    """
    head = repository.git("rev-parse", "HEAD")

    def carried(tree: Tree) -> str:
        files = repository.contents(tree)
        result = carry(before.suite, files, new, moves)
        refuse_conflicts(result)
        changed = {
            path: None if text is None else (text, path in programs)
            for path, text in result.files.items()
        }
        return repository.written(tree, changed)

    committed = repository.tree(head)
    if version.commit and before.base == head:
        end, tree = version.commit, repository.git("rev-parse", f"{version.commit}^{{tree}}")
    else:
        tree = carried(committed)
        parents = [head, version.commit] if version.commit else [head]
        end = repository.committed(tree, f"torch-katas {version.name}", *parents)
    staged = repository.index()
    return {
        "start": head,
        "end": end,
        "staged": repository.git("write-tree"),
        "index": tree if staged == committed else carried(staged),
    }


def _doubted(carried: Carried, old: Suite, new: Files) -> dict[str, str]:
    """The katas with an answer and another contract than before, each with its earlier name."""

    def is_as_before(kata: str, place: str) -> bool:
        stub = old.files.get(stub_of(kata)) == NO_LONGER_KNOWN or old.has_it_as(
            stub_of(kata), new[stub_of(place)]
        )
        return stub and old.has_it_as(spec_of(kata), new[spec_of(place)])

    return {
        place: kata
        for kata, places in carried.went.items()
        for place in places
        if not is_as_before(kata, place)
    }


def _told(
    before: _Before,
    version: Version,
    carried: Carried,
    doubted: dict[str, str],
    homes: dict[str, str],
    mine: Files,
    new: Files,
) -> list[str]:
    fresh = {*katas_of(new)} - {*katas_of(before.suite.paths)}
    answers = {place for places in carried.went.values() for place in places}
    counts = [
        f"{len(fresh)} new kata{'s' * (len(fresh) != 1)}",
        f"{len(answers)} answer{'s' * (len(answers) != 1)} kept",
        f"{len(doubted)} to recheck",
    ]
    lines = [f"torch-katas {before.name} → {version.name}: {', '.join(counts)}"]
    for place, kata in sorted(doubted.items()):
        lines.append(f"recheck {place}" + (f", which was {kata}" if place != kata else ""))
        stub, spec = new[stub_of(place)], new[spec_of(place)]
        known = before.suite.files.get(stub_of(kata)) or stub
        tested = before.suite.files.get(spec_of(kata)) or mine.get(spec_of(kata), b"")
        lines += [f"    {it}" for it in changes((known, stub), (tested, spec))]
    for kata, where in homes.items():
        lines.append(f"{kata} is no kata any more; your answer to it is in {where}")
    if before.is_guessed:
        lines.append("What you had changed outside of your katas is in .katas/update, in before/")
    if _needs(mine.get("pyproject.toml")) != _needs(new.get("pyproject.toml")):
        lines.append("It needs other packages: uv run installs them; without uv, pip install -e .")
    lines.append("To have all of it back as it was: pytest --undo-update")
    return lines


def _recorded(root: Path) -> dict[str, Any]:
    try:
        known = json.loads((root / remembered.VERSION).read_bytes())
        return {"name": str(known["name"]), "files": dict(known["files"])}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _release(pyproject: bytes | None) -> str:
    return _toml(pyproject).get("version") or "an earlier version"


def _needs(pyproject: bytes | None) -> list[str]:
    return _toml(pyproject).get("dependencies", [])


def _toml(pyproject: bytes | None) -> dict[str, Any]:
    try:
        return tomllib.loads((pyproject or b"").decode())["project"]
    except (ValueError, LookupError):
        return {}


def _written_in(module: bytes | None, name: str) -> Any:
    """What ``module`` gives the ``name``, without running it; None if it does not."""
    try:
        for statement in ast.parse(module or b"").body:
            if isinstance(statement, ast.Assign | ast.AnnAssign):
                target = getattr(statement, "target", None) or statement.targets[0]
                if isinstance(target, ast.Name) and target.id == name:
                    return ast.literal_eval(statement.value)
    except (SyntaxError, ValueError):
        pass
    return None
