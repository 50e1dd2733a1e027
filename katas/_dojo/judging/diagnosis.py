"""Which of a kata's known mistakes a learner has made.

A mistake is what a learner did if, with it in the place of their own code, every test of the
spec ends just as it ends on their own code.  Tests are seeded, so this is exact.  If no mistake
fits, or more than one, nothing is said: a wrong diagnosis is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from katas._dojo.writing.mistakes import Answer


def ending(raised: pytest.ExceptionInfo | None) -> str | None:
    """How a test ended: None if it passed, else what it raised and said.

    Names and addresses say where a mistake stands, not what it is, and the last digits
    of a float depend on the order of additions, so both are taken out.
    """
    if raised is None:
        return None
    text = f"{raised.type.__name__}: {raised.value}"
    text = re.sub(r" at 0x[0-9a-f]+|'?<?(function|class|bound method)\b[^>]*>?", "", text)
    text = re.sub(r"\b[\w.]*\b(?=\(\) (?:takes|missing|got))", "", text)
    return re.sub(r"-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+", _rounded, text)


def _runs_many_examples(item: pytest.Item) -> bool:
    return getattr(item.obj, "is_hypothesis_test", False)


def _rounded(match: re.Match) -> str:
    value = float(match[0])
    return "0" if abs(value) < 1e-9 else f"{value:.3g}"


Rerun = Callable[[pytest.Item, Mapping[str, Any]], str | None]


@dataclass
class Diagnostician:
    """Finds the mistakes in one kata.

    ``rerun`` runs a test with replacements for some of the kata's names and returns its
    ending; ``reference`` holds the reference solution's public names.
    """

    rerun: Rerun
    items: list[pytest.Item]
    mistakes: list[Answer]
    reference: Mapping[str, Any]
    endings: dict[str, str | None] = field(default_factory=dict)
    verdicts: dict[str, bool] = field(default_factory=dict)

    def diagnose(self, item: pytest.Item, names: Iterable[str]) -> str | None:
        """What to say of ``item``, which failed and called ``names``; None if nothing."""
        found = []
        # A learner's own helpers have names, too: no known mistake is one of them.
        for name in filter(self.reference.__contains__, names):
            if self.rerun(item, {name: self.reference[name]}) == self._own_ending(item):
                continue  # the failure is not the fault of this name
            suspects = [mistake for mistake in self.mistakes if name in mistake.replacements]
            fitting = [suspect for suspect in suspects if self._fits(suspect, item)]
            if len(fitting) == 1:
                found.append(fitting[0].diagnosis)
        return "\n".join(found) or None

    def _fits(self, mistake: Answer, failed: pytest.Item) -> bool:
        """Whether every test ends with ``mistake`` as it ends with the learner's own code."""
        if mistake.name not in self.verdicts:
            # Hypothesis takes longest to fail, and most mistakes are told apart without it.
            quick_first = sorted([failed, *self.items], key=_runs_many_examples)
            self.verdicts[mistake.name] = all(
                self.rerun(item, mistake.replacements) == self._own_ending(item)
                for item in dict.fromkeys(quick_first)
            )
        return self.verdicts[mistake.name]

    def _own_ending(self, item: pytest.Item) -> str | None:
        if item.nodeid not in self.endings:
            self.endings[item.nodeid] = self.rerun(item, {})
        return self.endings[item.nodeid]
