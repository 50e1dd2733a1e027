"""Relations that make a claim about each case, and when enough speaks for one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from katas._dojo.judging.relations.case import Case

ENOUGH = 4.5  # bits that speak for a relation before it is told: 1, 2, 3 in their places do

# A relation looks at all cases and returns its sentence, or None.
Relation = Callable[[list[Case]], str | None]
# What one case bears out: a sentence, and two tensors that are equal if it is true.
Claim = tuple[str, Tensor, Tensor]


def claims(*, distinct: int = 2):
    """Make a relation of what yields claims about one case: the first that all cases bear out.

    It is told if enough is borne out, among it ``distinct`` different numbers; 0 asks nothing.
    """

    def register(claims: Callable[[Case], Iterator[Claim]]) -> Relation:
        def find(cases: list[Case]) -> str | None:
            borne_out: dict[str, list[Tensor]] | None = None
            for case in cases:
                holding: dict[str, list[Tensor]] = {}
                for sentence, left, right in claims(case) if case.numeric else ():
                    if case.layered and "dim" in sentence:
                        continue  # which dim of which tensor?
                    before = [] if borne_out is None else borne_out.get(sentence)
                    if before is not None and sentence not in holding and case.same(left, right):
                        holding[sentence] = [*before, case.telling(left)]
                if not holding:
                    return None
                borne_out = holding
            rtol = max(case.rtol for case in cases)
            for sentence, numbers in borne_out.items():
                if not distinct or speaks(torch.cat(numbers), rtol, distinct=distinct):
                    return sentence
            return None

        find.__name__ = claims.__name__
        return find

    return register


def speaks(numbers: Tensor, rtol: float, *, distinct: int = 2) -> bool:
    """Whether chance would hardly have met these numbers: 0s say nothing, a lone 1 little."""
    numbers = numbers[numbers.isfinite()]
    if not numbers.numel():
        return False
    digits = int(-math.log10(rtol))
    unit = 10 ** (numbers.abs().clamp(min=1e-300).log10().floor() - digits + 1)
    values, counts = ((numbers / unit).round() * unit).unique(return_counts=True)
    if len(values) < distinct:
        return False
    bits = (1 + values.abs()).log2().clamp(max=8)
    broken = (values * 8).frac().abs() > 1e-3
    bits[broken] = 8.0 if digits > 4 else 4.0
    share = counts / counts.sum()
    entropy = -(share * share.log2()).sum().item()  # of one more number
    return bits.sum().item() + (len(numbers) - len(values)) * entropy >= ENOUGH
