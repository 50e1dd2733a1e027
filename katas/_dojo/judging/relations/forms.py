"""The right values, in another form: rounded, of another dtype, in another shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from katas._dojo.judging.relations.case import EXACT, PRECISION, Case, form, magnitude, near
from katas._dojo.judging.relations.claims import Claim, claims, speaks


def rounding(cases: list[Case]) -> str | None:
    if all(case.alike and form(case.raw_got) == form(case.raw_expected) for case in cases):
        unequal = any(not torch.equal(case.got, case.expected) for case in cases)
        if unequal and all(_is_within(case.rtol, case) for case in cases):
            return "Your result differs from the expected one by rounding only."
    return None


def _is_within(rtol: float, case: Case) -> bool:
    """Unlike ``close``, small numbers beside large ones must be right, too."""
    return bool(near(case.got, case.expected, rtol * magnitude(case.expected)).all())


@claims(distinct=0)
def another_kind(case: Case) -> Iterator[Claim]:
    if not case.alike:
        return
    got, expected = case.raw_got, case.raw_expected
    values = case.got, case.expected
    right = "The value is right" if not case.got.dim() else "The values are right"
    if isinstance(got, Tensor) and isinstance(expected, Tensor):
        if got.dtype != expected.dtype:
            yield f"{right}; the dtype is {_name(got.dtype)}, not {_name(expected.dtype)}.", *values
        elif got.requires_grad and not expected.requires_grad:
            yield f"{right}; your result requires a gradient, the expected one does not.", *values
        elif expected.requires_grad and not got.requires_grad:
            yield f"{right}; your result requires no gradient, the expected one does.", *values
    elif type(got) is not type(expected):
        yield f"{right}: {_a(got)} where {_a(expected)} is expected.", *values


def _name(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def _a(value: Any) -> str:
    name = "tensor" if isinstance(value, Tensor) else type(value).__name__
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def lower_precision(cases: list[Case]) -> str | None:
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        if all(_is_in_precision_of(dtype, case) for case in cases):
            return f"Your result agrees with the expected one to {_name(dtype)}'s precision only."
    return None


def _is_in_precision_of(dtype: torch.dtype, case: Case) -> bool:
    """As if it had gone through ``dtype``, which holds all that came back."""
    rtol = PRECISION[dtype]
    if not case.alike or rtol <= case.rtol:
        return False
    held = torch.equal(case.got.to(dtype).double(), case.got)
    return held and _is_within(rtol, case) and speaks(case.telling(case.got), EXACT)


@claims(distinct=0)
def another_shape(case: Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if got.shape == expected.shape or got.numel() != expected.numel():
        return
    for d in range(got.dim()):
        if got.shape[d] == 1 and got.squeeze(d).shape == expected.shape:
            yield (
                f"The values are right; your result has one more dim: dim {d}, of size 1.",
                (got.squeeze(d)),
                expected,
            )
    for d in range(expected.dim()):
        if expected.shape[d] == 1 and expected.squeeze(d).shape == got.shape:
            yield (
                f"The values are right; your result lacks dim {d}, of size 1.",
                (got),
                expected.squeeze(d),
            )


@claims()
def another_shape_of_many(case: Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if got.shape != expected.shape and got.numel() == expected.numel():
        sentence = "The values are right, and in order; their shape is not the expected one."
        yield sentence, got.flatten(), expected.flatten()


def the_same_everywhere(cases: list[Case]) -> str | None:
    """0, 1, NaN or inf, where the expected result is of several numbers."""
    if not all(case.alike and case.wrong.sum() > 1 for case in cases):
        return None
    if not all(_constant(case.got) and not _constant(case.expected) for case in cases):
        return None
    firsts = {str(case.got.flatten()[0].item() + 0.0) for case in cases}
    if len(firsts) > 1 or (first := firsts.pop()) not in ("0.0", "1.0", "nan", "inf", "-inf"):
        return None
    return f"Your result is {first.removesuffix('.0').replace('nan', 'NaN')} everywhere."


def _constant(numbers: Tensor) -> bool:
    first = numbers.flatten()[0]
    return bool(((numbers == first) | (numbers.isnan() & first.isnan())).all())
