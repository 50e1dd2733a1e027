"""Right in part: cut off at a limit, or wrong in places of which something simple can be said."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from katas._dojo.judging.relations.case import Case, close


def limited(cases: list[Case]) -> str | None:
    if not all(case.alike for case in cases):
        return None
    subjects = [
        ("Your result is the expected one", [(case.got, case.expected, case) for case in cases]),
        ("The expected result is yours", [(case.expected, case.got, case) for case in cases]),
    ]
    for subject, pairs in subjects:
        for side, extreme in (("above", torch.amax), ("below", torch.amin)):
            limits = {f"{extreme(limited).item():.6g}" for limited, _, _ in pairs}
            if len(limits) == 1 and all(_is_cut(*pair, side=side) for pair in pairs):
                return f"{subject}, but nowhere {side} {limits.pop()}."
    return None


def _is_cut(limited: Tensor, whole: Tensor, case: Case, *, side: str) -> bool:
    cut = case.wrong
    limit = limited.amax() if side == "above" else limited.amin()
    within = whole <= limit if side == "above" else whole >= limit
    within |= close(whole, limit, case.rtol)
    if not limit.isfinite() or not (whole.isfinite() | within).all():
        return False
    at_limit = close(limited, limit.expand_as(limited), case.rtol)
    n_cut = len(whole[cut].unique())  # one number alone may have come to the limit by anything
    return bool(n_cut >= 2 and (~cut).sum() >= 3 and torch.equal(cut, ~within)) and bool(
        at_limit[cut].all()
    )


def wrong_in_places(cases: list[Case]) -> str | None:
    """Wrong in exactly the places of which something simple can be said."""
    if not all(case.alike and case.got.dim() for case in cases):
        return None
    if sum(int((~case.wrong).sum()) for case in cases) < 3:
        return None
    common: list[str] | None = None
    for case in cases:
        if case.wrong.all():
            return None
        places = [text for text, mask in _places(case) if torch.equal(mask, case.wrong)]
        common = places if common is None else [text for text in common if text in places]
    return f"Your result is right {common[0]}." if common else None


def _places(case: Case) -> Iterator[tuple[str, Tensor]]:
    shape = case.got.shape
    for d, size in enumerate(shape):
        if size < 2:
            continue
        if case.layered and d:
            return
        kind = (
            "entry" if len(shape) == 1 or case.layered else "row" if d == 0 else f"index of dim {d}"
        )
        for which, index in (("first", 0), ("last", size - 1)):
            mask = torch.zeros(shape, dtype=torch.bool)
            mask.select(d, index).fill_(True)
            yield f"except in the {which} {kind}", mask
    if len(shape) == 2 and shape[0] == shape[1] > 2:
        yield "except on the diagonal", torch.eye(shape[0], dtype=torch.bool)
        yield "on the diagonal only", ~torch.eye(shape[0], dtype=torch.bool)
    if case.wrong.sum() < 2:
        return
    named = {name: it for name, it in case.given.items() if it.shape == shape}
    for name, value in {**named, "the expected one": case.expected}.items():
        if len(value[case.wrong].unique()) >= 2:  # of one number its sign says nothing
            yield f"except where {name} is negative", value < 0
            yield f"except where {name} is positive", value > 0
            yield f"except where {name} is not positive", value <= 0
        yield f"except where {name} is 0", value == 0
        yield f"except where {name} is NaN", value.isnan()
