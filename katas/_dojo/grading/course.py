"""A whole course, each submission once, whatever happens on the way.

What has become of a submission is written as soon as it is known, with a digest of all that it
depends on.  A run that was ended goes on from there: only what is missing or has changed is graded.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import sys
from concurrent.futures import as_completed
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import CURRICULUM, Kata
from katas._dojo.grading import gradebook
from katas._dojo.grading.grade import ERROR, FAIL, Points, Row, graded
from katas._dojo.grading.limits import Limits
from katas._dojo.grading.server import setup_for
from katas._dojo.grading.submissions import Submission, submissions_in
from katas._dojo.grading.workers import workers
from katas._dojo.judging.failures import describe
from katas._dojo.judging.implementation import own_table, resolve
from katas._dojo.judging.spec import WATCHED_DEADLINE, deadline
from katas._dojo.reading import StatedSpec, read, stated
from katas._dojo.showing.state import write

GRADED, REFUSED, NOT_GRADED = "graded", "refused", "not graded"
WALLED = {
    "all": "Each submission had one folder to write to, no network, and saw no other process.",
    "network": "Each submission had no network; this system lets us take no more away from it.",
    "none": "This system does not let us take network, files and processes away from submissions.",
}


class Course:
    def __init__(self, config):
        option, here = config.option, config.invocation_params.dir
        self.say = create_terminal_writer(config, sys.stdout).line
        self.folder, self.out = here / option.grade_submissions, _out(here, option.out)
        asked = _asked(config.args, here)
        for kata in filter(lambda kata: kata.missing, asked):
            self.say(f"{kata} is left out: {kata.missing}")
        self.katas = [kata for kata in asked if not kata.missing]
        self.points = Points(config.rootpath)
        seconds = deadline(config, WATCHED_DEADLINE)
        options = ["--deadline", f"{seconds:g}"]
        for device in option.device or ():
            options += ["--device", device]
        if option.data:
            options += ["--data", str((here / option.data).resolve())]
        self.setup = functools.partial(
            setup_for, options=options, root=config.rootpath, held=_limits(config.rootpath)
        )
        self.suite = [self.setup(list(map(str, self.katas))), self.points.table]
        self.scheduler = option.scheduler
        self.results: dict[str, dict] = {}
        self.n_submissions = 0

    def grade(self) -> pytest.ExitCode:
        submissions, left_alone = self._take_in()
        for name in left_alone:
            self.say(f"left alone, neither a folder nor a zip: {name}")
        missing = [it for it in submissions if not self._is_known(it)]
        if known := len(submissions) - len(missing):
            self.say(f"{known} of {len(submissions)} are graded already")
        interrupted = False
        try:
            try:
                self._grade(missing)
            except KeyboardInterrupt:
                interrupted = True
            found = [self.results[it.name] for it in submissions if it.name in self.results]
            gradebook.write_all(self.out, self.katas, found)
        except OSError as error:
            said = f"{self.out}: {error.strerror}; what lies there is whole"
            raise pytest.UsageError(said) from None
        for walls in {it["submission"].get("walls") for it in found} - {None}:
            self.say(WALLED[walls])
        lost = len(submissions) - sum("points" in it for it in found)
        said = f"{len(submissions) - lost} of {len(submissions)} graded"
        self.say(f"{said}: {self.out / gradebook.TABLE}, {self.out / gradebook.PAGE}")
        if lost:
            self.say("The same command goes on with the others.")
        if interrupted:
            return pytest.ExitCode.INTERRUPTED
        return pytest.ExitCode.TESTS_FAILED if lost else pytest.ExitCode.OK

    def _take_in(self) -> tuple[list[Submission], list[str]]:
        said = f"--grade-submissions {self.folder}"
        try:
            submissions, left_alone = submissions_in(self.folder, self.out)
        except OSError as error:
            raise pytest.UsageError(f"{said}: {error.strerror}") from None
        if not submissions:
            raise pytest.UsageError(f"{said}: there is no folder and no zip in it")
        self.n_submissions = len(submissions)
        for it in submissions:
            it.files = {kata: it.files[kata] for kata in self.katas if kata in it.files}
        first: dict[str, Submission] = {}
        for it in filter(_begun, submissions):
            if (twin := first.setdefault(_hash_of(_begun(it)), it)) is not it:
                it.refused.append(f"the same content as {twin.name}")
        return submissions, left_alone

    def _is_known(self, it: Submission) -> bool:
        """Whether the very same has been graded, and is at hand."""
        try:
            found = json.loads(self._path(it).read_bytes())
            if found["submission"]["digest"] != self._digest(it):
                return False
            self.results[it.name] = found
        except (OSError, ValueError, LookupError, TypeError):
            return False
        return True

    def _grade(self, missing: list[Submission]) -> None:
        alike: dict[str, list[Submission]] = {}
        for it in missing:
            alike.setdefault(_hash_of(_begun(it)) if _begun(it) else it.name, []).append(it)
        to_run = [group for group in alike.values() if _begun(group[0])]
        for group in alike.values():
            if group not in to_run:
                self._conclude(group, {"rows": []})
        if not to_run:
            return
        setup = self.setup(sorted({str(kata) for first, *_ in to_run for kata in _begun(first)}))
        with workers(self.scheduler, len(to_run)) as submit:
            running = {}
            for group in to_run:
                files = {str(k): code.decode("latin-1") for k, code in _begun(group[0]).items()}
                running[submit(setup, files)] = group
            for future in as_completed(running):
                try:
                    told = future.result()
                except Exception as error:  # of ours, or of the machine that it ran on
                    self._lose(running[future], describe(error))
                else:
                    self._conclude(running[future], told)

    def _conclude(self, group: list[Submission], told: dict[str, Any]) -> None:
        """Write what has become of a submission, and of others with the same content."""
        for it in group:
            begun = _begun(it)
            rows = self._rows(begun, told)
            remarks = [*([it.bad] if it.bad else []), *it.refused]
            if told.get("reason"):
                remarks.insert(0, told["reason"])
            about = {
                "name": it.name,
                "status": REFUSED if it.bad else GRADED,
                "begun": [str(kata) for kata in begun],
                "remarks": remarks,
                "seconds": told.get("seconds", 0),
                "walls": told.get("walls"),
                "digest": self._digest(it),
            }
            result = graded(rows, begun) | {"submission": about}
            write(self._path(it), json.dumps(result, indent=1).encode(), self.out)
            self._tell(it, result)

    def _lose(self, group: list[Submission], reason: str) -> None:
        """It is not written: the next run tries again."""
        for it in group:
            about = {"name": it.name, "status": NOT_GRADED, "remarks": [reason], "seconds": 0}
            self._tell(it, {"submission": about | {"begun": []}, "katas": [], "tests": []})

    def _tell(self, it: Submission, result: dict) -> None:
        self.results[it.name] = result
        about = result["submission"]
        points = f"{result['points']:g} of {result['max_points']:g}" if "points" in result else ""
        done = f"{len(self.results):4} of {self.n_submissions}"
        line = "  ".join([done, it.name, about["status"], points, *about["remarks"][:1]])
        shown = line.partition("\n")[0]
        self.say("".join(it if it.isprintable() else "?" for it in shown))

    def _rows(self, begun: dict[Kata, bytes], told: dict[str, Any]) -> list[Row]:
        """Those that its run gave, and those of what is not begun, which nobody has to run."""
        ran: dict[str, dict[str, list[str]]] = {}
        for kata, test, *ended in told["rows"] or ():
            ran.setdefault(kata, {})[test] = ended
        rows = []
        for kata in self.katas:
            if kata not in begun:
                rows += _unbegun(kata, self.points)
            elif str(kata) in ran:
                rows += _rows_of(kata, self.points, ran[str(kata)])
            else:
                ended = [ERROR, told["reason"], ""]
                rows += _rows_of(kata, self.points, {it.name: ended for it in stated(kata).rules})
        return rows

    def _digest(self, it: Submission) -> str:
        return _hash(json.dumps([_hash_of(it.files), it.bad, it.refused, self.suite]).encode())

    def _path(self, it: Submission) -> Path:
        """Names of any length and kind are files of their own."""
        whole = f"{it.name}.json"
        if len(os.fsencode(whole)) > 200:
            whole = f"{it.name[:40]}.{_hash(os.fsencode(it.name))[:16]}.json"
        return self.out / whole


def _out(here: Path, name: str | None) -> Path:
    if name is None:
        raise pytest.UsageError("--grade-submissions: and where to? --out DIR")
    try:
        (here / name).mkdir(exist_ok=True)
        for left in (here / name).glob("*.tmp"):  # by a run that was killed
            left.unlink()
    except OSError as error:
        raise pytest.UsageError(f"--out {name}: {error.strerror}") from None
    return here / name


def _asked(arguments: list[str], here: Path) -> list[Kata]:
    resolved = [path for it in arguments for path in resolve(it, here)]
    if any("::" in it for it in resolved):
        raise pytest.UsageError("--grade-submissions grades whole katas: leave out what follows ::")
    paths = [(here / it).resolve() for it in resolved]
    asked = [kata for kata in CURRICULUM if any(kata.spec.is_relative_to(it) for it in paths)]
    if not asked:
        raise pytest.UsageError(f"there is no kata in {' '.join(arguments)}")
    return asked


def _limits(root: Path) -> Limits:
    table = own_table(root, "limits")
    for key, value in table.items():
        if key not in asdict(Limits()):
            raise pytest.UsageError(f"pyproject.toml, limits: there is no {key}")
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise pytest.UsageError(f"pyproject.toml, limits: {key} = {value!r}, no number")
    return Limits(**table)


def _begun(it: Submission) -> dict[Kata, bytes]:
    return {kata: code for kata, code in it.files.items() if not _stated(kata, code)}


@functools.lru_cache(maxsize=4096)  # most of what a course hands in is as it was handed out
def _stated(kata: Kata, code: bytes) -> StatedSpec | None:
    try:
        return read(code.decode("utf-8"), kata)
    except ValueError:
        return None


@functools.cache
def _unbegun(kata: Kata, points: Points) -> list[Row]:
    rules = stated(kata).rules
    return _rows_of(kata, points, {it.name: [FAIL, f"todo: {it.text}", ""] for it in rules})


def _rows_of(kata: Kata, points: Points, ended: dict[str, list[str]]) -> list[Row]:
    """``ended`` is status, message and output by rule; what points it has, nobody else says."""
    rules = [it for it in stated(kata).rules if it.name in ended]
    worth = points.of_rules(kata, [it.name for it in rules])
    return [Row(kata, it.name, it.text, worth[it.name], *ended[it.name]) for it in rules]


def _hash_of(files: dict[Kata, bytes]) -> str:
    return _hash(json.dumps({str(kata): _hash(it) for kata, it in files.items()}).encode())


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
