"""Each spec run on every answer there is: the reference, the stub, mistakes, right answers.

The columns of the matrix are tests, its rows answers, its cells how the test ended.
"""

from __future__ import annotations

import functools
import importlib
import types
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
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
Loop = Callable[[list[pytest.Item]], None]
REFERENCE, STUB = "the reference", "the stub"
NEEDED = ("_hypothesis_pytestplugin", "xdist.plugin")  # by what specs are marked with
# Plugins of pytest that a matrix can do without; some take longer than the tests themselves.
UNNEEDED = ("cacheprovider", "faulthandler", "logging", "unraisableexception", "threadexception")


class Matrix:
    """``endings[answer][test]`` is None where the test passed, else what it raised and said.

    ``replacements[answer]`` are the names that it puts others in the place of, and
    ``called[test]`` those that a test calls: it ends alike whatever stands in the place of others.
    """

    def __init__(self, kata: Kata):
        self.kata = kata
        rows: dict[str, dict[str, Any]] = {REFERENCE: {}, STUB: vars(stub_of(kata))}
        for answer in [*known_mistakes(kata), *right_answers(kata)]:
            assert answer.name not in rows, f"two answers to {kata} are called {answer.name}"
            rows[answer.name] = answer.replacements
        self.replacements = rows
        self.items: list[pytest.Item] = []
        self.called: dict[str, set[str]] = {}
        self.endings: dict[str, dict[str, str | None]] = {answer: {} for answer in rows}

    def fill(self, items: Iterable[pytest.Item]) -> None:
        """Run the tests of the kata's spec on every answer, in this process."""
        mistakes = {mistake.name for mistake in known_mistakes(self.kata)}
        for item in items:
            with recording(item, names_only=True) as recorder:
                reference = _ending(item)
            names = {name.partition(".")[0] for name in recorder.names}
            self.called[item.nodeid] = names
            spared = mistakes if is_spared(item) else ()
            for answer, replacements in self.replacements.items():
                ended = reference
                if names & replacements.keys() and answer not in spared:
                    with trial.in_place_of(item, replacements):
                        ended = _ending(item)
                self.endings[answer][item.nodeid] = ended
        self.items += items

    def failed_by(self, answer: str) -> list[str]:
        return [test for test, ended in self.endings[answer].items() if ended is not None]


def run_spec(kata: Kata, *loops: Loop) -> None:
    """Collect the spec of ``kata`` on the reference, and hand its tests to each of ``loops``.

    All that is to be done with them in one run, since to collect them takes a tenth of a second.
    """
    run_specs([kata], *loops, device="cpu")


def run_specs(katas: Iterable[Kata], *loops: Loop, device: str) -> None:
    class Loops:
        def pytest_runtestloop(self, session):
            for loop in loops:
                loop(session.items)
            return True

    asked = [*(str(kata.spec) for kata in katas), "--solutions", "--device", device, "-q", "-s"]
    with pytest.MonkeyPatch.context() as patch:
        # Others hear nothing of a trial, and to load them takes longer than to collect the spec.
        patch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
        needed = map(importlib.import_module, NEEDED)  # by -p, pytest would look for more of them
        pytest.main([*asked, *(f"-pno:{it}" for it in UNNEEDED)], plugins=[Loops(), *needed])


def kills(kata: Kata, matrix: Matrix) -> dict[str, Any]:
    """Which tests of ``kata`` caught which known mistake, and how many there are."""
    mistakes = known_mistakes(kata)
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


def is_spared(item: pytest.Item) -> bool:
    """Whether ``item`` is not run on the known mistakes."""
    return item.get_closest_marker("only_the_stub_fails") is not None


def _ending(item: pytest.Item) -> str | None:
    with unshrunk(item), unread():
        return ending(trial.run(item).call)
