"""The right numbers in other places: transposed, reversed, one step ahead, some missing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from katas._dojo.judging.relations.case import Case
from katas._dojo.judging.relations.claims import Claim, claims


@claims()
def transposed(case: Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if not 2 <= expected.dim() <= 4 or got.numel() != expected.numel():
        return
    moved = {}
    _, *orders = itertools.permutations(range(expected.dim()))
    for order in orders:
        how = "transposed" if len(order) == 2 else f"with dims in the order {list(order)}"
        moved[how] = expected.permute(order)
    for how, numbers in moved.items():
        yield f"Your result is the expected one {how}.", got, numbers
    if got.shape == expected.shape:
        for how, numbers in moved.items():
            reshaped = numbers.reshape(got.shape)
            yield f"Your result is the expected one {how}, then reshaped.", got, reshaped


@claims()
def exchanged(case: Case) -> Iterator[Claim]:
    if isinstance(case.raw_got, tuple) and len(case.got) == 2 and case.alike:
        yield "Your two results are exchanged.", case.got, case.expected.flip(0)


@claims()
def flipped(case: Case) -> Iterator[Claim]:
    if case.alike and case.got.dim():
        yield "Your result is the expected one in reverse order.", case.got, case.expected.flip(0)
        for d in range(1, case.got.dim()):
            sentence = f"Your result is the expected one, flipped along dim {d}."
            yield sentence, case.got, case.expected.flip(d)


@claims(distinct=3)
def one_step(case: Case) -> Iterator[Claim]:
    if not case.alike or not case.got.dim() or len(case.got) < 3:
        return
    got, expected, wrong = case.got, case.expected, case.wrong
    if case.same(got[:-1], expected[1:]):
        sentence = "Your result is one step ahead: each entry is the next expected one."
        yield sentence, got[:-1][wrong[:-1]], expected[1:][wrong[:-1]]
    if case.same(got[1:], expected[:-1]):
        sentence = "Your result is one step behind: each entry is the expected one before it."
        yield sentence, got[1:][wrong[1:]], expected[:-1][wrong[1:]]


@claims()
def fewer_or_more(case: Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if not got.dim() or not expected.dim() or got.shape[1:] != expected.shape[1:]:
        return
    less = len(expected) - len(got)
    if less > 0:
        first, last = expected[:-less], expected[less:]
        yield f"Your result is right, but {_count(less, 'the last')} missing.", got, first
        yield f"Your result is right, but {_count(less, 'the first')} missing.", got, last
        yield "Your result is right as far as it goes; then it ends.", got, first
    elif less < 0:
        first, last = got[:less], got[-less:]
        yield f"Your result is right, but has {_more(-less)} at the end.", first, expected
        yield f"Your result is right, but has {_more(-less)} in front.", last, expected
        yield "Your result is right, but then goes on.", first, expected


def _count(number: int, which: str) -> str:
    return f"{which} entry is" if number == 1 else f"{which} {number} entries are"


def _more(number: int) -> str:
    return "one entry more" if number == 1 else f"{number} entries more"


@claims()
def repeated(case: Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if case.alike and got.dim() and len(got) > 1:
        for which, entry in (("first", expected[:1]), ("last", expected[-1:])):
            sentence = f"Every entry of your result is the {which} expected one."
            yield sentence, got, entry.expand_as(got)
    elif got.dim() > expected.dim() and got.shape[got.dim() - expected.dim() :] == expected.shape:
        yield "Your result is the expected one, repeated.", got, expected.expand_as(got)


@claims()
def another_order(case: Case) -> Iterator[Claim]:
    if case.alike and case.got.dim():
        left, right = (it.flatten().sort().values for it in (case.got, case.expected))
        if case.same(left, right):
            yield "Your result holds the expected numbers in another order.", case.got, case.got
