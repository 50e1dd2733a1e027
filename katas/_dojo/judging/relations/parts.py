"""Results of several parts: keys that are missing, and what all parts that are wrong share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from katas._dojo.judging.relations.case import Case, Evidence, form


def keys(cases: list[Case]) -> str | None:
    sentences = {_of_keys(case.raw_got, case.raw_expected) for case in cases}
    return sentences.pop() if len(sentences) == 1 else None


def _of_keys(got: Any, expected: Any) -> str | None:
    if not isinstance(got, dict) or not isinstance(expected, dict) or not got:
        return None
    shared = got.keys() & expected.keys()
    missing = [key for key in expected if key not in shared]
    extra = [key for key in got if key not in shared]
    if not missing and not extra:
        return None
    if not all(_equal(got[key], expected[key]) for key in shared):
        return None
    listed = [", ".join(map(repr, keys)) for keys in (missing, extra)]
    if missing and extra:
        renamed = len(missing) == len(extra) and all(
            _equal(got[one], expected[other]) for one, other in zip(extra, missing, strict=True)
        )
        sentence = f"The values are right; the keys are {listed[1]} for {listed[0]}."
        return sentence if renamed else None
    if not shared:
        return None
    if missing:
        return f"What is there is right; missing: {listed[0]}."
    return f"What is expected is there and right; too much: {listed[1]}."


def _equal(got: Any, expected: Any) -> bool:
    if form(got) != form(expected):
        return False
    case = Case(got, expected, {})
    if case.numeric:
        return case.alike and not case.wrong.any()
    return isinstance(got, str | type(None)) and got == expected


def parts(cases: list[Case], told: Callable[[list[Evidence]], str | None]) -> str | None:
    """The parts that are wrong, if the same is to be said of all of them."""
    wrong: dict[Any, list[Evidence]] = {}
    count = 0
    for case in cases:
        got, expected = case.raw_got, case.raw_expected
        if type(got) is not type(expected) or not isinstance(got, dict | list | tuple):
            return None
        if isinstance(got, dict):
            if got.keys() != expected.keys():
                return None
            pairs = {key: (got[key], expected[key]) for key in got}
        elif len(got) == len(expected):
            pairs = dict(enumerate(zip(got, expected, strict=True)))
        else:
            return None
        if case.numeric and case.got.dim() == 1 and not isinstance(got, tuple):
            return None
        count = max(count, len(pairs))
        for key, (one, other) in pairs.items():
            if not _equal(one, other):
                wrong.setdefault(key, []).append(Evidence(one, other, case.arguments))
    sentences = {told(evidence) for evidence in wrong.values()} if len(wrong) <= 20 else {None}
    if len(sentences) != 1 or (sentence := sentences.pop()) is None:
        return None
    if len(wrong) == count:
        return sentence if count == 1 else under("Each of them", sentence)
    return under("At " + ", ".join(f"[{key!r}]" for key in wrong), sentence)


def under(heading: str, sentence: str) -> str:
    """What is said of a result, said of a value that has a name."""
    sentence = sentence[:1].lower() + sentence[1:]
    sentence = sentence.replace("your result", "yours").replace("expected result", "expected one")
    return f"{heading[:1].upper()}{heading[1:]}: {sentence}"
