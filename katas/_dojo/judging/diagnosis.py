"""Which of a kata's known mistakes a learner has made, told rule by rule.

A mistake explains a rule that is broken if, with it in the place of the learner's function,
every test of that rule ends just as on the learner's own code.  Tests are seeded, so this is
exact.  A rule may end alike by chance, so whatever else a mistake breaks must end alike, too, and
it must explain most of what is broken, and clearly more than any other; two mistakes made
together are tried where none explains it all.  Else nothing is said: a wrong diagnosis is worse
than none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import Any

import pytest

from katas._dojo.judging.ending import NO_ERROR
from katas._dojo.writing.examples import is_property
from katas._dojo.writing.mistakes import Answer

MOST = 0.5  # of the broken rules: what a mistake must agree with, and more
LEAD = 0.1  # of the broken rules, before any other mistake

OWN = Answer("", "", {})
Rerun = Callable[[pytest.Item, Mapping[str, Any]], str | None]


@dataclass
class Diagnostician:
    """Finds the mistakes in one kata.

    ``rerun`` runs a test with replacements for some of the kata's names and returns its
    ending; ``together`` is the answer that makes two mistakes at once, if there is one;
    ``reference`` holds the reference solution's public names; ``seconds`` says how long a test of
    a rule takes, as far as that is known.
    """

    rerun: Rerun
    items: list[pytest.Item]
    mistakes: list[Answer]
    reference: Mapping[str, Any]
    together: Callable[[Answer, Answer], Answer | None]
    seconds: Mapping[Callable, float] = field(default_factory=dict)
    endings: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def __post_init__(self):
        self.rules: dict[Callable, list[pytest.Item]] = {}
        self.ordered: dict[Callable, list[pytest.Item]] = {}
        for item in self.items:
            self.rules.setdefault(item.function, []).append(item)

    def at_fault(self, item: pytest.Item, names: Iterable[str]) -> list[str]:
        """Those of ``names`` with whose reference the rule of ``item`` ends in another way."""
        # A learner's own helpers have names, too: the reference has none of them.
        known = filter(self.reference.__contains__, names)
        return [it for it in known if not self._end_alike(item.function, OWN, self._right(it))]

    def diagnose(self, item: pytest.Item, at_fault: Iterable[str]) -> str | None:
        """What to say of the rule of ``item``, which failed through ``at_fault``, if anything."""
        found = [
            mistake
            for name in at_fault
            for mistake in self._mistakes_in(name, item.function, self._right(name))
        ]
        return "\n".join(dict.fromkeys(it.diagnosis for it in found)) or None

    def _right(self, name: str) -> Answer:
        return Answer(f"the reference's {name}", "", {name: self.reference[name]})

    def _mistakes_in(self, name: str, rule: Callable, right: Answer) -> list[Answer]:
        """The mistakes in the learner's ``name`` that ``rule`` shows."""
        mistakes = [it for it in self.mistakes if name in it.replacements]
        suspects = [(it,) for it in mistakes]
        ranked = self._ranked(suspects, rule, right)
        if not ranked:  # what breaks several names may have been done in one of them
            shared = [(_in_one(it, name),) for it in mistakes if len(it.replacements) > 1]
            ranked = self._ranked(shared, rule, right)
        # That there was no error has too many causes for two of them to be made out.
        silent = all(self._ended(it, OWN) in (None, NO_ERROR) for it in self.rules[rule])
        if not silent and not any(explained == 1 for explained, _ in ranked):
            pairs = combinations(chain.from_iterable(suspects), 2)
            ranked += self._ranked(pairs, rule, right)
        best = max((explained for explained, _ in ranked), default=0)
        if best <= MOST:
            return []
        enough = best if best == 1 else best - LEAD
        # Where several fit about as well, what they have in common is still true.
        told = [self._shown_by(rule, made) for explained, made in ranked if explained >= enough]
        return [it for it in told[0] if all(it in others for others in told)]

    def _ranked(
        self, suspects: Iterable[tuple[Answer, ...]], rule: Callable, right: Answer
    ) -> list[tuple[float, tuple[Answer, ...]]]:
        """How much each explains, of those mistakes, made together, that explain ``rule``."""
        found = []
        for made in suspects:
            answer = made[0] if len(made) == 1 else self.together(*made)
            if answer and self._fits(answer, rule, right):
                found.append((self._explained(answer, right), made))
        return found

    def _fits(self, answer: Answer, rule: Callable, right: Answer) -> bool:
        """Whether ``rule``, and whichever else ``answer`` breaks, ends on OWN as on ``answer``."""

        def agree(other: Callable, items: Iterable[pytest.Item]) -> bool:
            unbroken = other is not rule and self._alike(items, right, answer)
            return unbroken or self._alike(items, OWN, answer)

        def last(other: Callable) -> tuple[bool, float, bool]:
            """``rule``, which tells the most, comes first, and what takes long comes last."""
            return other is not rule, self.seconds.get(other, math.inf), is_property(other)

        def known(other: Callable) -> list[pytest.Item]:
            return [it for it in self.rules[other] if (answer.name, it.nodeid) in self.endings]

        # Most are ruled out by what they were run on for another rule.
        return all(agree(it, known(it)) for it in self.rules) and all(
            agree(it, self._telling(it)) for it in sorted(self.rules, key=last)
        )

    def _telling(self, rule: Callable) -> list[pytest.Item]:
        """The tests of ``rule``, those that fail on OWN first: most answers end otherwise there."""
        if rule not in self.ordered:
            tests = sorted(self.rules[rule], key=lambda it: self._ended(it, OWN) is None)
            self.ordered[rule] = tests
        return self.ordered[rule]

    def _shown_by(self, rule: Callable, made: tuple[Answer, ...]) -> tuple[Answer, ...]:
        """Those of the mistakes ``made`` without which ``rule`` would end in another way."""
        if len(made) == 1:
            return made
        first, second = made
        if self._end_alike(rule, OWN, first):
            return (first,)
        return (second,) if self._end_alike(rule, OWN, second) else made

    def _explained(self, answer: Answer, right: Answer) -> float:
        """Of the rules that the learner's code breaks, the share that end alike on ``answer``."""
        broken = [rule for rule in self.rules if not self._end_alike(rule, OWN, right)]
        return sum(self._end_alike(rule, OWN, answer) for rule in broken) / len(broken)

    def _end_alike(self, rule: Callable, one: Answer, other: Answer) -> bool:
        return self._alike(self.rules[rule], one, other)

    def _alike(self, items: Iterable[pytest.Item], one: Answer, other: Answer) -> bool:
        return all(self._ended(it, one) == self._ended(it, other) for it in items)

    def _ended(self, item: pytest.Item, answer: Answer) -> str | None:
        key = answer.name, item.nodeid
        if key not in self.endings:
            self.endings[key] = self.rerun(item, answer.replacements)
        return self.endings[key]


def _in_one(mistake: Answer, name: str) -> Answer:
    """``mistake``, made in ``name`` and in no other function that it is in."""
    made = {name: mistake.replacements[name]}
    return Answer(f"{mistake.name} in {name}", mistake.diagnosis, made)
