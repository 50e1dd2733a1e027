"""Each spec run on every answer there is: the reference, the stub, mistakes, right answers.

The columns of the matrix are tests, its rows answers, its cells how the test ended.
"""

from __future__ import annotations

import functools
import types
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from katas._dojo.curriculum import CURRICULUM, Kata
from katas._dojo.judging import trial
from katas._dojo.judging.ending import ending
from katas._dojo.judging.recording import recording
from katas._dojo.showing.reset import committed
from katas._dojo.writing.examples import unshrunk
from katas._dojo.writing.mismatch import unread
from katas._dojo.writing.mistakes import Answer, answers_in, known_mistakes

TO_RUN = [
    pytest.param(kata, id=str(kata), marks=pytest.mark.skipif(bool(why), reason=why))
    for kata, why in ((kata, kata.missing) for kata in CURRICULUM)
]
REFERENCE, STUB = "the reference", "the stub"
NEEDED = ("_hypothesis_pytestplugin", "xdist.plugin")  # by what specs are marked with
# Plugins of pytest that a matrix can do without; some take longer than the tests themselves.
UNNEEDED = ("cacheprovider", "faulthandler", "logging", "unraisableexception", "threadexception")


@dataclass
class Matrix:
    """``endings[answer][test]`` is None where the test passed, else what it raised and said.

    ``replacements[answer]`` are the names that it puts others in the place of.
    """

    replacements: dict[str, dict[str, Any]]
    items: list[pytest.Item] = field(default_factory=list)
    endings: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def failed_by(self, answer: str) -> list[str]:
        return [test for test, ended in self.endings[answer].items() if ended is not None]


@functools.lru_cache(maxsize=1)  # all of them at once would make each fork slower
def matrix_of(kata: Kata) -> Matrix:
    """Run the spec of ``kata`` on every answer, in this process."""
    rows: dict[str, dict[str, Any]] = {REFERENCE: {}, STUB: vars(stub_of(kata))}
    for answer in [*known_mistakes(kata), *right_answers(kata)]:
        assert answer.name not in rows, f"two answers to {kata} are called {answer.name}"
        rows[answer.name] = answer.replacements
    runs = _Runs(rows, {mistake.name for mistake in known_mistakes(kata)})
    run_spec(kata, runs)
    assert runs.matrix.items, f"{kata.spec} could not be collected"
    return runs.matrix


def run_spec(kata: Kata, plugin, device: str = "cpu") -> None:
    """Collect the spec of ``kata`` on the reference, for a plugin that runs it in its own way."""
    run_specs([kata], plugin, device)


def run_specs(katas: Iterable[Kata], plugin, device: str) -> None:
    asked = [*(str(kata.spec) for kata in katas), "--solutions", "--device", device, "-q", "-s"]
    plugins = [*NEEDED, *(f"no:{name}" for name in UNNEEDED)]
    with pytest.MonkeyPatch.context() as patch:
        # Others hear nothing of a trial, and to load them takes longer than to collect the spec.
        patch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        pytest.main([*asked, *(f"-p{name}" for name in plugins)], plugins=[plugin])


def kills(kata: Kata) -> dict[str, Any]:
    """Which tests of ``kata`` caught which known mistake, and how many there are."""
    matrix, mistakes = matrix_of(kata), known_mistakes(kata)
    functions = {item.nodeid: item.function.__name__ for item in matrix.items}
    told, n_kills = [f"{kata}"], 0
    for mistake in mistakes:
        caught_by = dict.fromkeys(functions[test] for test in matrix.failed_by(mistake.name))
        names = ", ".join(mistake.replacements)
        told.append(f"    {names}: {mistake.name} — caught by {', '.join(caught_by)}")
        n_kills += len(caught_by)
    n_tests = len(set(functions.values()))
    counts = {"katas": 1, "tests": n_tests, "known mistakes": len(mistakes), "kills": n_kills}
    return {"told": told, "counts": counts}


def with_totals(kata_by_kata: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What is told of each kata, and the sums of what was counted."""
    totals = Counter()
    for found in kata_by_kata:
        yield from found["told"]
        totals.update(found["counts"])
    yield said(totals)


def said(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {what}" for what, n in counts.items())


def right_answers(kata: Kata) -> list[Answer]:
    """Right answers, written differently from the reference."""
    return answers_in(kata, "tests.right_answers")


def stub_of(kata: Kata) -> types.ModuleType:
    """The stub of ``kata`` as the repository has it, whatever a learner has made of it since."""
    module = types.ModuleType(f"stub_of_{kata.stem}")
    exec(compile(stub_source(kata), str(kata.stub), "exec"), vars(module))
    public = {name: value for name, value in vars(module).items() if _is_public(value, module)}
    vars(module).clear()
    vars(module).update(public)
    return module


@functools.cache
def stub_source(kata: Kata) -> str:
    """The text of that stub; without git, of the file as it is."""
    return (committed(kata) or kata.stub.read_bytes()).decode("utf-8")


def _is_public(value, module) -> bool:
    return getattr(value, "__module__", None) == module.__name__


class _Runs:
    """A plugin whose run loop fills the matrix."""

    def __init__(self, rows: dict[str, dict[str, Any]], mistakes: set[str]):
        self.rows = rows
        self.mistakes = mistakes
        self.matrix = Matrix(rows, endings={answer: {} for answer in rows})

    def pytest_runtestloop(self, session):
        for item in session.items:
            with recording(item, names_only=True) as recorder:
                reference = _ending(item)
            # A test that never calls a name ends alike whatever stands in its place.
            names = {name.partition(".")[0] for name in recorder.names}
            spared = self.mistakes if is_spared(item) else ()
            for answer, replacements in self.rows.items():
                ended = reference
                if names & replacements.keys() and answer not in spared:
                    with trial.in_place_of(item, replacements):
                        ended = _ending(item)
                self.matrix.endings[answer][item.nodeid] = ended
        self.matrix.items = list(session.items)
        return True


def is_spared(item: pytest.Item) -> bool:
    """Whether ``item`` is not run on the known mistakes."""
    return item.get_closest_marker("only_the_stub_fails") is not None


def _ending(item: pytest.Item) -> str | None:
    with unshrunk(item), unread():
        return ending(trial.run(item).call)
