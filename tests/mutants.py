"""Each spec run on every mutant of its reference: what no test notices is a hole in the spec.

A mutant that is right all the same, or wrong where this machine cannot see it, stands with its
reason among the right answers of its kata, as EQUIVALENT: a piece of the reference, and after it
all that may stand in its place.
"""

from __future__ import annotations

import importlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

import pytest

from katas._dojo.curriculum import ROOT, Kata
from katas._dojo.judging import trial
from katas._dojo.judging.recording import recording
from katas._dojo.system.process import EndedEarlyError, Process, receive, send
from katas._dojo.writing.examples import unshrunk
from katas._dojo.writing.mistakes import Edit, StaleEditError, edited
from tests.matrix import run_spec, said
from tests.mutations import Mutant, compiled, mutants_of
from tests.workshop import import_ahead

DEADLINE = 20.0  # seconds a test, of which the slowest needs about one
EQUIVALENT = "EQUIVALENT"
KILLED, LATE, CRASHED = "killed", "killed by their deadline", "killed with their process"


@dataclass
class Survival:
    """What has become of the mutants of one kata's reference."""

    kata: Kata
    ends: Counter[str] = field(default_factory=Counter)
    excused: list[tuple[Mutant, str]] = field(default_factory=list)
    survivors: list[Mutant] = field(default_factory=list)
    in_vain: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        left = {"equivalent": len(self.excused), "survive": len(self.survivors)}
        return {"mutants": self.ends.total() + sum(left.values()), **self.ends, **left}

    def told(self) -> Iterator[str]:
        yield f"{self.kata}: {said(self.counts)}"
        for mutant, reason in self.excused:
            yield f"    equivalent  {self._shown(mutant)}  ({reason})"
        for mutant in self.survivors:
            yield f"    survives    {self._shown(mutant)}"
        yield from (f"    in vain     {entry}" for entry in self.in_vain)

    def _shown(self, mutant: Mutant) -> str:
        path = self.kata.solution.relative_to(ROOT)
        return f"{path}:{mutant.line}  {mutant.before}  →  {mutant.after}"


def survival(kata: Kata, deadline: float = DEADLINE) -> Survival:
    """Run the spec of ``kata`` on every mutant, each in a process of its own."""
    reference = kata.solution.read_text("utf-8")
    excuses = {compiled(it.applied_to(reference)): it for it in equivalent(kata)}
    hunt = _Hunt(kata, mutants_of(reference), deadline)
    run_spec(kata, hunt.begin)
    assert len(hunt.ends) == len(hunt.mutants), f"{kata.spec} could not be run"
    found = Survival(kata)
    for mutant, end in hunt.ends.items():
        if end is not None:
            found.ends[end] += 1
        elif excuse := excuses.pop(compiled(mutant.text), None):
            found.excused.append((mutant, excuse.diagnosis))
        else:
            found.survivors.append(mutant)
    found.in_vain += [
        f"{old}  →  {new}" for it in excuses.values() for old, new in it.changes.items()
    ]
    return found


def equivalent(kata: Kata) -> Iterator[Edit]:
    """The mutants that need not be killed, each with the reason."""
    answers = importlib.import_module(f"tests.right_answers.{kata.chapter}.{kata.stem}")
    for reason, changes in getattr(answers, EQUIVALENT, {}).items():
        yield from (Edit(reason, {old: new}) for old, *news in changes for new in news)


class _Hunt:
    """Asks of every mutant how it ends; None if it survives."""

    def __init__(self, kata: Kata, mutants: list[Mutant], deadline: float):
        self.kata = kata
        self.mutants = mutants
        self.deadline = deadline
        self.ends: dict[Mutant, str | None] = {}
        self.names: dict[pytest.Item, set[str]] = {}  # that each test calls

    def begin(self, items: list[pytest.Item]) -> None:
        import_ahead()
        # Elsewhere: gradients cannot be asked for in a fork of a process that has computed some.
        with closing(Process(self._look(items))) as process:
            seen = process.ask("how are they?", self.deadline * len(items))
        failed = [name for name, (passes, *_) in seen.items() if not passes]
        assert failed == [], "the reference fails these"
        for item in items:
            self.names[item] = set(seen[item.nodeid][2])
        tests = sorted(items, key=lambda item: seen[item.nodeid][1])
        for mutant in self.mutants:
            self.ends[mutant], killer = self._end(mutant, tests)
            if killer is not None:  # what has killed one is likely to kill the next
                tests.insert(0, tests.pop(killer))

    def _look(self, items: Iterable[pytest.Item]) -> Callable[[Connection], None]:
        """A process that tells of each test whether it passes, its seconds, and whom it calls."""

        def look(item: pytest.Item) -> tuple[bool, float, list[str]]:
            began = time.perf_counter()
            with recording(item, names_only=True) as recorder:
                passes = trial.run(item) == trial.Trial()
            names = {name.partition(".")[0] for name in recorder.names}
            return passes, time.perf_counter() - began, list(names)

        def serve(connection: Connection) -> None:
            receive(connection)
            send(connection, ["answer", {item.nodeid: look(item) for item in items}])

        return serve

    def _end(self, mutant: Mutant, tests: list[pytest.Item]) -> tuple[str | None, int | None]:
        """How ``mutant`` ends, and the place of the test that ends it."""

        def serve(connection: Connection) -> None:
            receive(connection)
            send(connection, ["answer", self._killer(mutant, tests, connection)])

        running = [0]
        with closing(Process(serve)) as process:
            try:
                killer = process.ask("which test?", self.deadline, running.append)
            except EndedEarlyError as ended:
                return LATE if ended.late else CRASHED, running[-1]
        return (None, None) if killer == len(tests) else (KILLED, killer)

    def _killer(self, mutant: Mutant, tests: list[pytest.Item], connection: Connection) -> int:
        try:
            replacements = edited(self.kata, mutant, "mutant")
        except StaleEditError:
            return len(tests)  # none: nothing that a spec can call has changed
        except Exception:
            return 0  # all of them: it cannot be imported
        for place, item in enumerate(tests):
            if self.names[item] & replacements.keys():
                send(connection, ["running", place])
                with trial.in_place_of(item, replacements), unshrunk(item):
                    if trial.run(item) != trial.Trial():
                        return place
        return len(tests)
