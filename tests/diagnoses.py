"""What a learner is told of wrong answers: the mistake by name, a relation, nothing, or nonsense.

The judge of a learner's run judges them here, in one process, one after the other.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations, islice, product
from typing import Any

import pytest

from katas._dojo.curriculum import ROOT, Kata
from katas._dojo.judging import trial
from katas._dojo.judging.failures import clue
from katas._dojo.judging.judge import Judge
from katas._dojo.writing.examples import unshrunk
from katas._dojo.writing.mistakes import Answer, answers_in, known_mistakes, together
from tests.matrix import REFERENCE, Matrix, is_spared, right_answers

BY_NAME, BY_RELATION, NOTHING, FALSELY = "by name", "by relation", "nothing", "falsely"
PEOPLE, RIGHTS, TWO = "as people wrote it", "beside another right answer", "two mistakes at once"


@dataclass(frozen=True)
class Wrong:
    """A wrong answer; ``true`` are the known mistakes that are in it."""

    kind: str
    name: str
    replacements: Mapping[str, Any]
    true: frozenset[str]


@dataclass
class Told:
    """What each rule that failed was told of, by the rule's name."""

    how: str = NOTHING
    rules: dict[str, str] = field(default_factory=dict)


def wrong_answers(kata: Kata, of_each_kind: int | None = None) -> list[Wrong]:
    """All that there are, or so many of each kind."""
    kinds = (of_people(kata), with_other_rights(kata), of_two(kata))
    return [answer for kind in kinds for answer in islice(kind, of_each_kind)]


def of_people(kata: Kata) -> Iterator[Wrong]:
    """Answers that people wrote; the last line of each docstring says which mistakes they made."""
    if not (ROOT / "tests" / "wrong_answers" / f"{kata}.py").exists():
        return
    for answer in _shuffled(kata, answers_in(kata, "tests.wrong_answers")):
        known = answer.diagnosis.partition("Known: ")[2].rstrip(".").split(", ")
        true = frozenset(known) - {"nothing"}
        yield Wrong(PEOPLE, answer.name, answer.replacements, true)


def with_other_rights(kata: Kata) -> Iterator[Wrong]:
    """Each known mistake, with the kata's other names as a right answer writes them."""
    for mistake, right in _shuffled(kata, product(known_mistakes(kata), right_answers(kata))):
        if right.replacements.keys().isdisjoint(mistake.replacements):
            both = {**right.replacements, **mistake.replacements}
            name = f"{mistake.name} beside {right.name}"
            yield Wrong(RIGHTS, name, both, frozenset({mistake.name}))


def of_two(kata: Kata) -> Iterator[Wrong]:
    """Each two known mistakes that can be made at once, and whichever else they amount to."""
    for pair in _shuffled(kata, combinations(known_mistakes(kata), 2)):
        if both := together(kata, *pair):
            true = frozenset(it.name for it in known_mistakes(kata) if _is_made_of(it, pair))
            yield Wrong(TWO, both.name, both.replacements, true)


def _shuffled(kata: Kata, them: Iterable) -> list:
    """In an order by chance, but the same each time, so that the first of them are a sample."""
    them = list(them)
    random.Random(str(kata)).shuffle(them)
    return them


def _is_made_of(mistake: Answer, pair: Iterable[Answer]) -> bool:
    """Whether whoever makes ``pair`` makes ``mistake``, too."""
    if mistake in pair or mistake.edit is None:
        return mistake in pair
    changes = (it.edit.changes.items() for it in pair if it.edit)
    return mistake.edit.changes.items() <= set(chain.from_iterable(changes))


def counted(diagnoses: Iterable[tuple[str, str]]) -> Iterator[str]:
    """How many answers of each kind were told what, one line a kind."""
    counts: dict[str, Counter] = {}
    for kind, how in diagnoses:
        counts.setdefault(kind, Counter())[how] += 1
    for kind, told in counts.items():
        shares = ", ".join(f"{told[how]} {how}" for how in (BY_NAME, BY_RELATION, NOTHING, FALSELY))
        yield f"{kind}: {shares}, of {told.total()}"


class _RememberingJudge(Judge):
    """Runs a test once on what is the same code in two wrong answers: ``ended`` remembers it."""

    def __init__(self, answer: Wrong, matrix: Matrix, ended: dict, *settings):
        super().__init__(matrix.kata, *settings)
        self.answer = answer
        self.matrix = matrix
        self.ended = ended

    def rerun(self, rule, replacements):
        made = {**self.answer.replacements, **replacements}
        wrong = {name: it for name, it in made.items() if it is not self.reference.get(name)}
        code = _code(rule, wrong, self.matrix)
        if code not in self.ended:
            self.ended[code] = super().rerun(rule, replacements)
        return self.ended[code]


def _code(item: pytest.Item, replacements: Mapping[str, Any], matrix: Matrix) -> tuple:
    """What decides how ``item`` ends: whatever stands in the place of the names that it calls."""
    called = matrix.called[item.nodeid] & replacements.keys()
    return item.nodeid, frozenset((name, replacements[name]) for name in called)


def _known(matrix: Matrix) -> dict[tuple, str | None]:
    """How the tests that were run for ``matrix`` ended, each by the code that it ran on."""
    return {
        _code(item, replacements, matrix): matrix.endings[answer][item.nodeid]
        for answer, replacements in matrix.replacements.items()
        for item in matrix.items
        if answer == REFERENCE or not is_spared(item)
    }


class Judges:
    """``told`` of wrong answers, once they are judged; ``matrix`` is filled by then."""

    def __init__(self, matrix: Matrix, answers: Iterable[Wrong]):
        self.matrix = matrix
        self.answers = list(answers)
        self.told: dict[str, Told] = {}
        self.names = {mistake.diagnosis: mistake.name for mistake in known_mistakes(matrix.kata)}

    def judge(self, items: list[pytest.Item]) -> None:
        ended = _known(self.matrix)
        for answer in self.answers:
            with trial.in_place_of(items[0], answer.replacements):
                self.told[answer.name] = self._judged(answer, items, ended)

    def _judged(self, answer: Wrong, items: list[pytest.Item], ended: dict) -> Told:
        told = Told()
        judge = _RememberingJudge(answer, self.matrix, ended, items, lambda verdict, text: None)
        named, related = set(), False
        for item in items:
            if ended.get(_code(item, answer.replacements, self.matrix), ...) is None:
                continue  # it is known to pass
            with unshrunk(item):
                text = judge.judge(item).text
            if text is None or item.function.__name__ in told.rules:
                continue
            told.rules[item.function.__name__] = text
            named |= {name for said, name in self.names.items() if said in text}
            related |= clue("") in text
        if named - answer.true:
            told.how = FALSELY
        elif named:
            told.how = BY_NAME
        elif related:
            told.how = BY_RELATION
        return told
