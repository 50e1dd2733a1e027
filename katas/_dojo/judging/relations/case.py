"""One failing comparison as numbers, and when two numbers count as equal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

LARGEST = 100_000  # elements; beyond it nothing is looked for
PRECISION = {torch.float32: 2e-6, torch.float16: 2e-3, torch.bfloat16: 1.6e-2}
EXACT = 1e-9


@dataclass(frozen=True)
class Evidence:
    """One failing comparison; ``arguments`` as they were before the call, by parameter."""

    got: Any
    expected: Any
    arguments: Mapping[str, Any] = field(default_factory=dict)
    what: str = ""  # names the value where it is not what the call returned


@dataclass
class Case:
    """One evidence; ``got`` and ``expected`` are its numbers in float64, None if not numbers."""

    raw_got: Any
    raw_expected: Any
    arguments: Mapping[str, Any]

    @cached_property
    def got(self) -> Tensor | None:
        return _numbers(self.raw_got)

    @cached_property
    def expected(self) -> Tensor | None:
        return _numbers(self.raw_expected)

    @cached_property
    def given(self) -> dict[str, Tensor]:
        """The arguments that are numbers, and the tensors in their lists."""
        values = dict(self.arguments)
        for name, value in self.arguments.items():
            if isinstance(value, list | tuple) and all(isinstance(it, Tensor) for it in value[:8]):
                values |= {f"{name}[{index}]": it for index, it in enumerate(value[:8])}
        numbers = {name: _numbers(value) for name, value in values.items()}
        return {name: value for name, value in numbers.items() if value is not None}

    @cached_property
    def rtol(self) -> float:
        """How far equal numbers may differ: Python's floats may come from any of the tensors."""
        results = self.raw_got, self.raw_expected
        if any(map(_has_floats_of_python, results)):
            results = *results, *self.arguments.values()
        return max(map(_precision, results))

    @property
    def numeric(self) -> bool:
        return self.got is not None and self.expected is not None

    @property
    def alike(self) -> bool:
        return self.numeric and self.got.shape == self.expected.shape

    @cached_property
    def layered(self) -> bool:
        """A list of tensors, whose dims are counted from 1 here, and from 0 by the learner."""
        return any(
            isinstance(value, list | tuple) and isinstance(value[0], Tensor) and value[0].dim()
            for value in (self.raw_got, self.raw_expected)
        )

    def same(self, left: Tensor, right: Tensor) -> bool:
        if left.shape != right.shape or not left.numel():
            return False
        corner = (0,) * left.dim()  # where most unequal numbers differ already
        one, other = left[corner].item(), right[corner].item()
        if abs(one - other) > 0.1 * (abs(one) + abs(other)) and abs(one - other) > self.small:
            return False
        return bool(close(left, right, self.rtol).all())

    @cached_property
    def small(self) -> float:
        """No sum of these numbers cancels to more than this."""
        return self.rtol * max(magnitude(it).max().item() for it in (self.got, self.expected))

    @cached_property
    def wrong(self) -> Tensor:
        """Where ``got`` differs from ``expected``; for cases that are alike."""
        return ~close(self.got, self.expected, self.rtol)

    def telling(self, left: Tensor) -> Tensor:
        """The numbers of ``left`` that speak for a relation: what is right anyway does not."""
        if self.alike and left.shape == self.expected.shape:
            return left[self.wrong]
        return left.flatten()


def distinct_cases(cases: list[Case]) -> list[Case]:
    """The same numbers on another device or under another name are no further evidence."""
    kept: list[Case] = []
    for case in cases:
        if not any(_twins(case, other) for other in kept):
            kept.append(case)
    return kept


def _twins(one: Case, other: Case) -> bool:
    if not (one.numeric and other.numeric):
        return False
    # Other arguments can tell of which of them a number is.
    return (
        torch.equal(one.got, other.got)
        and torch.equal(one.expected, other.expected)
        and form(one.raw_got) == form(other.raw_got)
        and sizes(one) == sizes(other)
    )


def sizes(case: Case) -> dict[str, float]:
    """The numbers of the call, by what a learner would write for them."""
    sizes: dict[str, float] = {}
    for name, value in case.arguments.items():
        if isinstance(value, Tensor) and value.dim():
            sizes[f"len({name})"] = len(value)
            sizes |= {f"{name}.shape[{d}]": value.shape[d] for d in range(1, value.dim())}
            sizes[f"{name}.numel()"] = value.numel()
        elif isinstance(value, list | tuple):
            sizes[f"len({name})"] = len(value)
        elif not isinstance(value, bool) and name in case.given:
            sizes[name] = case.given[name].item()
    return sizes


def form(value: Any) -> Any:
    return value.dtype if isinstance(value, Tensor) else type(value)


def _numbers(value: Any) -> Tensor | None:
    """A tensor, a number, or lists of these that line up, in float64."""
    if isinstance(value, Tensor):
        plain = value.layout == torch.strided and not value.is_meta and not value.is_quantized
        if not plain or value.is_complex() or not 0 < value.numel() <= LARGEST:
            return None
        return value.detach().to("cpu", torch.float64)
    if isinstance(value, bool | int | float):
        try:
            return torch.tensor(float(value), dtype=torch.float64)
        except OverflowError:
            return None
    if isinstance(value, list | tuple) and 0 < len(value) <= LARGEST:
        if all(isinstance(it, bool | int | float) for it in value):
            return torch.tensor(list(map(float, value)), dtype=torch.float64)
        parts = [_numbers(it) for it in value]
        if all(it is not None and it.shape == parts[0].shape for it in parts):
            stacked = torch.stack(parts)
            return stacked if stacked.numel() <= LARGEST else None
    return None


def _has_floats_of_python(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(map(_has_floats_of_python, value))
    return isinstance(value, float)


def _precision(value: Any) -> float:
    if isinstance(value, Tensor):
        return PRECISION.get(value.dtype, EXACT)
    if isinstance(value, list | tuple):
        return max((_precision(it) for it in value[:8]), default=EXACT)
    return EXACT


def close(left: Tensor, right: Tensor, rtol: float) -> Tensor:
    """Element by element; a sum that cancels is rounded as its largest terms are."""
    size = magnitude(right)
    return near(left, right, rtol * (size + 0.1 * size.max()))


def magnitude(numbers: Tensor) -> Tensor:
    return numbers.abs().nan_to_num(posinf=0.0)


def near(left: Tensor, right: Tensor, distance: Tensor) -> Tensor:
    near = (left - right).abs() <= distance
    return near | (left == right) | (left.isnan() & right.isnan())
