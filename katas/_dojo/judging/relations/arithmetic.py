"""One number more or less: a sign, a factor, an offset; and which number of the call it is."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor

from katas._dojo.judging.relations.case import Case, close, magnitude, sizes
from katas._dojo.judging.relations.claims import Claim, claims, speaks


@claims()
def sign(case: Case) -> Iterator[Claim]:
    yield "Your result has the opposite sign, everywhere.", case.got, -case.expected


@claims()
def opposite(case: Case) -> Iterator[Claim]:
    if _is_bool(case.raw_got) and _is_bool(case.raw_expected):
        sentence = "Your result is False where True is expected, and True where False is."
    else:
        sentence = "Your result is 1 minus the expected one, everywhere."
    yield sentence, case.got, 1 - case.expected


def _is_bool(value: Any) -> bool:
    if isinstance(value, Tensor):
        return value.dtype == torch.bool
    return all(map(_is_bool, value)) if isinstance(value, list | tuple) else type(value) is bool


@claims()
def an_argument(case: Case) -> Iterator[Claim]:
    for name, value in case.given.items():
        yield f"Your result is equal to the argument {name}.", case.got, value


def factor(cases: list[Case]) -> str | None:
    def quotient(got: Tensor, expected: Tensor) -> Tensor:
        return got / expected

    return _fitted(cases, quotient, lambda expected, by: expected * by, _say_factor)


def offset(cases: list[Case]) -> str | None:
    def difference(got: Tensor, expected: Tensor) -> Tensor:
        return got - expected

    return _fitted(cases, difference, lambda expected, by: expected + by, _say_offset)


def _fitted(cases: list[Case], fit, apply, say) -> str | None:
    """A number that turns every expected result into what came back, and what number it is."""
    if not all(case.alike for case in cases):
        return None
    fitted, numbers = [], []
    for case in cases:
        pivot = int(magnitude(case.expected).argmax())  # the least rounded
        number = fit(case.got.flatten()[pivot], case.expected.flatten()[pivot])
        if not number.isfinite() or not number:
            return None
        if not case.same(case.got, apply(case.expected, number)):
            return None
        fitted.append(number.item())
        numbers.append(case.telling(case.got))
    rtol = max(case.rtol for case in cases)
    constant = all(math.isclose(number, fitted[0], rel_tol=2 * rtol) for number in fitted)
    sizes = torch.cat(numbers).abs()
    # One of them gave the number.
    others = sizes[~close(sizes, sizes.max(), rtol)] if len(sizes) else sizes
    if not speaks(others, rtol, distinct=1):
        return None
    many = any(speaks(it, rtol, distinct=4) for it in numbers)
    return say(cases, fitted, constant=constant, many=many)


def _say_factor(cases, factors, *, constant: bool, many: bool) -> str | None:
    """``many`` numbers speak even for a factor of which nothing is known."""
    factor = factors[0]
    if any(_is(1.0, it, cases[0].rtol) for it in factors):
        return None  # what is wrong is not the number
    # Some formula or other fits a whole number that is always the same.
    whole = constant and any(_is(round(it), it, cases[0].rtol) for it in (factor, 1 / factor))
    forms = [] if whole else FORMS
    direct = _common(cases, factors, forms)
    inverse = _common(cases, [1 / factor for factor in factors], forms)
    known = direct or inverse
    turned = bool(inverse and not direct)
    if constant and (plain := math.isclose(abs(math.log2(abs(factor))), 1, rel_tol=1e-4)):
        known, turned = "", False
    elif constant and not known:
        turned = abs(factor) < 1 and math.isclose(1 / factor, round(1 / factor), rel_tol=1e-5)
    one, other = ("The expected result", "yours") if turned else ("Your result", "the expected one")
    if not constant:
        if not known or min(factors) < 0:
            return None
        return f"{one} is {other} times {known}, everywhere."
    if not known and not plain and not many:
        return None
    factor = 1 / factor if turned else factor
    because = f"; {abs(factor):.6g} = {known}" if known else ""
    return f"{one} is {factor:.6g} times {other}, everywhere{because}."


def _say_offset(cases, offsets, *, constant: bool, many: bool) -> str | None:
    known = _common(cases, offsets, [])
    sign = "plus" if offsets[0] > 0 else "minus"
    if not constant:
        if not known or min(offsets) < 0 < max(offsets):
            return None
        return f"Your result is the expected one {sign} {known}, everywhere."
    size = abs(offsets[0])
    plain = math.isclose(size, 1, rel_tol=1e-4)
    if not known and not plain and not many:
        return None
    because = f"; {size:.6g} = {known}" if known and not plain else ""
    return f"Your result is the expected one {sign} {size:.6g}, everywhere{because}."


# What formulas make of a number of the call; n is what is counted, or any argument.
Form = tuple[str, Callable[[float], float]]
FORMS: list[Form] = [
    ("1 - {n}", lambda n: 1 - n if 0 < n < 1 else 0),
    ("{n} - 1", lambda n: n - 1 if n > 2 else 0),
    ("{n} / 2", lambda n: n / 2),
    ("2 * {n}", lambda n: 2 * n),
    ("sqrt({n})", lambda n: math.sqrt(n) if n > 0 else 0),
    ("{n}**2", lambda n: n**2),
    ("{n} / ({n} - 1)", lambda n: n / (n - 1) if n > 1 and n == int(n) else 0),
    ("sqrt({n} / ({n} - 1))", lambda n: math.sqrt(n / (n - 1)) if n > 1 and n == int(n) else 0),
]


def _common(cases: list[Case], numbers: list[float], forms: list[Form]) -> str:
    """What ``numbers`` are in all cases alike: "len(x) = x.shape[1]"; "" if nothing, or too much.

    The names of the simplest form are told, one of each kind.
    """
    for text, form in [("{n}", lambda n: n), *forms]:
        fitting: list[str] | None = None
        for case, number in zip(cases, numbers, strict=True):
            names = [
                name
                for name, value in sizes(case).items()
                if value and abs(value) < 1e100 and _is(form(value), abs(number), case.rtol)
            ]
            fitting = names if fitting is None else [name for name in fitting if name in names]
        if fitting:
            kinds = {_KIND.sub("", name): name for name in reversed(fitting)}
            if "len()" in kinds:  # of what has one dim, it is the number of elements, too
                kinds.pop(".numel()", None)
            chosen = [text.format(n=name) for name in fitting if name in kinds.values()]
            return " = ".join(chosen) if len(chosen) <= 2 else ""
    return ""


_KIND = re.compile(r"(?<=len\()\w+|^\w+(?=\.)")  # without it, len(x) and len(y) are alike


def _is(value: float, number: float, rtol: float) -> bool:
    return value != 0 and math.isclose(value, number, rel_tol=max(2 * rtol, 1e-6))
