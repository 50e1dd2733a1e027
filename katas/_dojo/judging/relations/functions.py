"""A function of the right result, of the wrong one, or of an argument."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from katas._dojo.judging.relations.case import Case
from katas._dojo.judging.relations.claims import Claim, claims, speaks

# A text to be filled in with what it is of, and the value: of all numbers, or over one dim.
Values = Iterator[tuple[str, Tensor]]


def _along(text: str, function: Callable[[Tensor, int], Tensor]) -> Callable[[Tensor], Values]:
    def over(numbers: Tensor) -> Values:
        for d, size in enumerate(numbers.shape):
            if size > 1:
                yield f"{text} of {{}} over dim {d}", function(numbers, d)

    return over


def _of_all(text: str, function: Callable[..., Tensor]) -> Callable[[Tensor], Values]:
    def over(numbers: Tensor) -> Values:
        if numbers.dim():
            yield f"{text} of {{}}", function(numbers)
        if numbers.dim() > 1:
            yield from _along(text, function)(numbers)

    return over


REDUCTIONS = [_of_all("the mean", torch.mean), _of_all("the sum", torch.sum)]
ELEMENTWISE: list[tuple[str, Callable[[Tensor], Tensor]]] = [
    ("the absolute value of {}", torch.abs),
    ("the square of {}", torch.square),
    ("1 divided by {}", torch.reciprocal),
    ("the exponential of {}", torch.exp),
    ("the sigmoid of {}", torch.sigmoid),
    ("the tanh of {}", torch.tanh),
]
ALONG = [_along("the softmax", torch.softmax), _along("the log_softmax", torch.log_softmax)]


def _each(functions: list[Callable[[Tensor], Values]], numbers: Tensor) -> Values:
    return itertools.chain.from_iterable(function(numbers) for function in functions)


@claims(distinct=1)
def reduction(case: Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if got.numel() > expected.numel():
        for text, reduced in _each(REDUCTIONS, got):
            yield f"The expected result is {text.format('yours')}.", expected, reduced
    elif got.numel() < expected.numel():
        for text, reduced in _each(REDUCTIONS, expected):
            yield f"Your result is {text.format('the expected one')}.", got, reduced


@claims()
def running_sum(case: Case) -> Iterator[Claim]:
    if case.alike and case.got.dim():
        got, expected = case.got, case.expected
        yield "Your result is the running sum of the expected one.", got, expected.cumsum(0)
        yield "The expected result is the running sum of yours.", expected, got.cumsum(0)


@claims()
def function(case: Case) -> Iterator[Claim]:
    if not case.alike:
        return
    got, expected = case.got, case.expected
    for text, function in ELEMENTWISE:
        sentence = f"Your result is {text.format('the expected one')}, everywhere."
        yield sentence, got, function(expected)
    for text, function in ELEMENTWISE:
        sentence = f"The expected result is {text.format('yours')}, everywhere."
        yield sentence, expected, function(got)
    for text, values in _each(ALONG, expected):
        yield f"Your result is {text.format('the expected one')}.", got, values
    for text, values in _each(ALONG, got):
        yield f"The expected result is {text.format('yours')}.", expected, values


WHOLE = [("cut to", torch.trunc), ("rounded down to", torch.floor), ("rounded to", torch.round)]


def whole_numbers(cases: list[Case]) -> str | None:
    if not all(case.alike for case in cases):
        return None
    for text, function in WHOLE:
        for sentence, pairs in (
            ("Your result is the expected one", [(it.got, it.expected) for it in cases]),
            ("The expected result is yours", [(it.expected, it.got) for it in cases]),
        ):
            # What lies next to a whole number may be there for any other reason.
            far = max((whole - broken).abs().max().item() for whole, broken in pairs)
            if far < 0.4 or not all(torch.equal(it, function(other)) for it, other in pairs):
                continue
            rtol = max(case.rtol for case in cases)
            if speaks(torch.cat([it.flatten() for it, _ in pairs]), rtol, distinct=3):
                return f"{sentence}, {text} whole numbers."
    return None


@claims(distinct=3)
def of_an_argument(case: Case) -> Iterator[Claim]:
    for name, value in case.given.items():
        for text, reduced in _each(REDUCTIONS, value):
            yield f"Your result is {text.format(name)}.", case.got, reduced
        if value.shape == case.got.shape:
            for text, function in [*ELEMENTWISE, ("the relu of {}", torch.relu)]:
                yield f"Your result is {text.format(name)}.", case.got, function(value)
            for text, values in _each(ALONG, value):
                yield f"Your result is {text.format(name)}.", case.got, values
