"""What a wrong answer has to do with the right one: a fact of arithmetic, or nothing.

A relation is told only if it holds in every element of every failing call, up to rounding, and
only if the data could have spoken against it.  Nothing is said of causes.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

LARGEST = 100_000  # elements; beyond it nothing is looked for
ENOUGH = 4.5  # bits that speak for a relation before it is told: 1, 2, 3 in their places do
PRECISION = {torch.float32: 2e-6, torch.float16: 2e-3, torch.bfloat16: 1.6e-2}
EXACT = 1e-9


@dataclass(frozen=True)
class Evidence:
    """One failing comparison; ``arguments`` as they were before the call, by parameter."""

    got: Any
    expected: Any
    arguments: Mapping[str, Any] = field(default_factory=dict)
    what: str = ""  # names the value where it is not what the call returned


def relation(evidence: Iterable[Evidence]) -> str | None:
    """The simplest relation that holds in all evidence, as a sentence; None if there is none."""
    evidence = list(evidence)
    with torch.no_grad(), _one_thread():
        sentence = _told(evidence) if evidence else None
    headings = {_ASPECT.sub("", it.what) for it in evidence}
    if sentence is None or len(headings) > 1:
        return None
    heading = headings.pop()
    return _under(heading, sentence) if heading else sentence


_ASPECT = re.compile(r"^(shape|dtype|device)( of |$)")  # what assert_close puts before the value


@contextmanager
def _one_thread() -> Iterator[None]:
    """Hundreds of small tensors: on a busy machine, threads would wait for each other."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def _told(evidence: list[Evidence]) -> str | None:
    cases = _distinct([_Case(it.got, it.expected, it.arguments) for it in evidence])
    found = (find(cases) for find in RELATIONS)
    sentence = next((sentence for sentence in found if sentence), None)
    if sentence and all(case.numeric and case.got.numel() == 1 for case in cases):
        return re.sub(",? everywhere", "", sentence)
    return sentence


def _under(heading: str, sentence: str) -> str:
    """What is said of a result, said of a value that has a name."""
    sentence = sentence[:1].lower() + sentence[1:]
    sentence = sentence.replace("your result", "yours").replace("expected result", "expected one")
    return f"{heading[:1].upper()}{heading[1:]}: {sentence}"


@dataclass
class _Case:
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
        if not any(isinstance(it, Tensor) and it.is_floating_point() for it in results):
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
        return bool(_close(left, right, self.rtol).all())

    @cached_property
    def small(self) -> float:
        """No sum of these numbers cancels to more than this."""
        return self.rtol * max(_size(it).max().item() for it in (self.got, self.expected))

    @cached_property
    def wrong(self) -> Tensor:
        """Where ``got`` differs from ``expected``; for cases that are alike."""
        return ~_close(self.got, self.expected, self.rtol)

    def telling(self, left: Tensor) -> Tensor:
        """The numbers of ``left`` that speak for a relation: what is right anyway does not."""
        if self.alike and left.shape == self.expected.shape:
            return left[self.wrong]
        return left.flatten()


def _distinct(cases: list[_Case]) -> list[_Case]:
    """The same numbers on another device or under another name are no further evidence."""
    kept: list[_Case] = []
    for case in cases:
        if not any(_twins(case, other) for other in kept):
            kept.append(case)
    return kept


def _twins(one: _Case, other: _Case) -> bool:
    if not (one.numeric and other.numeric):
        return False
    # Other arguments can tell of which of them a number is.
    return (
        torch.equal(one.got, other.got)
        and torch.equal(one.expected, other.expected)
        and _form(one.raw_got) == _form(other.raw_got)
        and _sizes(one) == _sizes(other)
    )


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


def _precision(value: Any) -> float:
    if isinstance(value, Tensor):
        return PRECISION.get(value.dtype, EXACT)
    if isinstance(value, list | tuple):
        return max((_precision(it) for it in value[:8]), default=EXACT)
    return EXACT


def _close(left: Tensor, right: Tensor, rtol: float) -> Tensor:
    """Element by element; a sum that cancels is rounded as its largest terms are."""
    size = _size(right)
    return _near(left, right, rtol * (size + 0.1 * size.max()))


def _size(numbers: Tensor) -> Tensor:
    return numbers.abs().nan_to_num(posinf=0.0)


def _near(left: Tensor, right: Tensor, distance: Tensor) -> Tensor:
    near = (left - right).abs() <= distance
    return near | (left == right) | (left.isnan() & right.isnan())


def _speaks(numbers: Tensor, rtol: float, *, distinct: int = 2) -> bool:
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


# A relation looks at all cases and returns its sentence, or None.
Relation = Callable[[list[_Case]], str | None]
RELATIONS: list[Relation] = []  # the simplest first
# What one case bears out: a sentence, and two tensors that are equal if it is true.
Claim = tuple[str, Tensor, Tensor]


def _relation(find: Relation) -> Relation:
    RELATIONS.append(find)
    return find


def _claims(*, distinct: int = 2):
    """Make a relation of what yields claims about one case: the first that all cases bear out.

    It is told if enough is borne out, among it ``distinct`` different numbers; 0 asks nothing.
    """

    def register(claims: Callable[[_Case], Iterator[Claim]]) -> Relation:
        def find(cases: list[_Case]) -> str | None:
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
                if not distinct or _speaks(torch.cat(numbers), rtol, distinct=distinct):
                    return sentence
            return None

        find.__name__ = claims.__name__
        return _relation(find)

    return register


# --- the right values, in another form ---


@_relation
def _rounding(cases: list[_Case]) -> str | None:
    if all(case.alike and _form(case.raw_got) == _form(case.raw_expected) for case in cases):
        unequal = any(not torch.equal(case.got, case.expected) for case in cases)
        if unequal and all(_is_within(case.rtol, case) for case in cases):
            return "Your result differs from the expected one by rounding only."
    return None


def _form(value: Any) -> Any:
    return value.dtype if isinstance(value, Tensor) else type(value)


def _is_within(rtol: float, case: _Case) -> bool:
    """Unlike ``_close``, small numbers beside large ones must be right, too."""
    return bool(_near(case.got, case.expected, rtol * _size(case.expected)).all())


@_claims(distinct=0)
def _another_kind(case: _Case) -> Iterator[Claim]:
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


@_relation
def _lower_precision(cases: list[_Case]) -> str | None:
    for dtype in (torch.float32, torch.float16, torch.bfloat16):
        if all(_is_in_precision_of(dtype, case) for case in cases):
            return f"Your result agrees with the expected one to {_name(dtype)}'s precision only."
    return None


def _is_in_precision_of(dtype: torch.dtype, case: _Case) -> bool:
    """As if it had gone through ``dtype``, which holds all that came back."""
    rtol = PRECISION[dtype]
    if not case.alike or rtol <= case.rtol:
        return False
    held = torch.equal(case.got.to(dtype).double(), case.got)
    return held and _is_within(rtol, case) and _speaks(case.telling(case.got), EXACT)


@_claims(distinct=0)
def _another_shape(case: _Case) -> Iterator[Claim]:
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


@_claims()
def _another_shape_of_many(case: _Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if got.shape != expected.shape and got.numel() == expected.numel():
        sentence = "The values are right, and in order; their shape is not the expected one."
        yield sentence, got.flatten(), expected.flatten()


@_relation
def _the_same_everywhere(cases: list[_Case]) -> str | None:
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


# --- one number more, or less ---


@_claims()
def _sign(case: _Case) -> Iterator[Claim]:
    yield "Your result has the opposite sign, everywhere.", case.got, -case.expected


@_claims()
def _opposite(case: _Case) -> Iterator[Claim]:
    if _is_bool(case.raw_got) and _is_bool(case.raw_expected):
        sentence = "Your result is False where True is expected, and True where False is."
    else:
        sentence = "Your result is 1 minus the expected one, everywhere."
    yield sentence, case.got, 1 - case.expected


def _is_bool(value: Any) -> bool:
    if isinstance(value, Tensor):
        return value.dtype == torch.bool
    return all(map(_is_bool, value)) if isinstance(value, list | tuple) else type(value) is bool


@_claims()
def _an_argument(case: _Case) -> Iterator[Claim]:
    for name, value in case.given.items():
        yield f"Your result is the argument {name}, unchanged.", case.got, value


@_relation
def _factor(cases: list[_Case]) -> str | None:
    def quotient(got: Tensor, expected: Tensor) -> Tensor:
        return got / expected

    return _fitted(cases, quotient, lambda expected, by: expected * by, _say_factor)


@_relation
def _offset(cases: list[_Case]) -> str | None:
    def difference(got: Tensor, expected: Tensor) -> Tensor:
        return got - expected

    return _fitted(cases, difference, lambda expected, by: expected + by, _say_offset)


def _fitted(cases: list[_Case], fit, apply, say) -> str | None:
    """A number that turns every expected result into what came back, and what number it is."""
    if not all(case.alike for case in cases):
        return None
    fitted, numbers = [], []
    for case in cases:
        pivot = int(_size(case.expected).argmax())  # the least rounded
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
    others = sizes[~_close(sizes, sizes.max(), rtol)] if len(sizes) else sizes
    if not _speaks(others, rtol, distinct=1):
        return None
    many = any(_speaks(it, rtol, distinct=4) for it in numbers)
    return say(cases, fitted, constant=constant, many=many)


def _say_factor(cases, factors, *, constant: bool, many: bool) -> str | None:
    """``many`` numbers speak even for a factor of which nothing is known."""
    factor = factors[0]
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


def _common(cases: list[_Case], numbers: list[float], forms: list[Form]) -> str:
    """What ``numbers`` are in all cases alike: "len(x) = x.shape[1]"; "" if nothing, or too much.

    The names of the simplest form are told, one of each kind.
    """
    for text, form in [("{n}", lambda n: n), *forms]:
        fitting: list[str] | None = None
        for case, number in zip(cases, numbers, strict=True):
            names = [
                name
                for name, value in _sizes(case).items()
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


def _sizes(case: _Case) -> dict[str, float]:
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


# --- results of several parts ---


@_relation
def _keys(cases: list[_Case]) -> str | None:
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
    if _form(got) != _form(expected):
        return False
    case = _Case(got, expected, {})
    if case.numeric:
        return case.alike and not case.wrong.any()
    return isinstance(got, str | type(None)) and got == expected


@_relation
def _parts(cases: list[_Case]) -> str | None:
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
    sentences = {_told(evidence) for evidence in wrong.values()} if len(wrong) <= 20 else {None}
    if len(sentences) != 1 or (sentence := sentences.pop()) is None:
        return None
    if len(wrong) == count:
        return sentence if count == 1 else _under("Each of them", sentence)
    return _under("At " + ", ".join(f"[{key!r}]" for key in wrong), sentence)


# --- the right numbers in other places ---


@_claims()
def _transposed(case: _Case) -> Iterator[Claim]:
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


@_claims()
def _exchanged(case: _Case) -> Iterator[Claim]:
    if isinstance(case.raw_got, tuple) and len(case.got) == 2 and case.alike:
        yield "Your two results are exchanged.", case.got, case.expected.flip(0)


@_claims()
def _flipped(case: _Case) -> Iterator[Claim]:
    if case.alike and case.got.dim():
        yield "Your result is the expected one in reverse order.", case.got, case.expected.flip(0)
        for d in range(1, case.got.dim()):
            sentence = f"Your result is the expected one, flipped along dim {d}."
            yield sentence, case.got, case.expected.flip(d)


@_claims(distinct=3)
def _one_step(case: _Case) -> Iterator[Claim]:
    if not case.alike or not case.got.dim() or len(case.got) < 3:
        return
    got, expected, wrong = case.got, case.expected, case.wrong
    if case.same(got[:-1], expected[1:]):
        sentence = "Your result is one step ahead: each entry is the next expected one."
        yield sentence, got[:-1][wrong[:-1]], expected[1:][wrong[:-1]]
    if case.same(got[1:], expected[:-1]):
        sentence = "Your result is one step behind: each entry is the expected one before it."
        yield sentence, got[1:][wrong[1:]], expected[:-1][wrong[1:]]


@_claims()
def _fewer_or_more(case: _Case) -> Iterator[Claim]:
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


@_claims()
def _repeated(case: _Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if case.alike and got.dim() and len(got) > 1:
        for which, entry in (("first", expected[:1]), ("last", expected[-1:])):
            sentence = f"Every entry of your result is the {which} expected one."
            yield sentence, got, entry.expand_as(got)
    elif got.dim() > expected.dim() and got.shape[got.dim() - expected.dim() :] == expected.shape:
        yield "Your result is the expected one, repeated.", got, expected.expand_as(got)


@_claims()
def _another_order(case: _Case) -> Iterator[Claim]:
    if case.alike and case.got.dim():
        left, right = (it.flatten().sort().values for it in (case.got, case.expected))
        if case.same(left, right):
            yield "Your result holds the expected numbers in another order.", case.got, case.got


# --- functions ---


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


REDUCTIONS = [
    _of_all("the mean", torch.mean),
    _of_all("the sum", torch.sum),
]
ELEMENTWISE: list[tuple[str, Callable[[Tensor], Tensor]]] = [
    ("the absolute value of {}", torch.abs),
    ("the square of {}", torch.square),
    ("1 divided by {}", torch.reciprocal),
    ("the exponential of {}", torch.exp),
    ("the sigmoid of {}", torch.sigmoid),
    ("the tanh of {}", torch.tanh),
]
ALONG = [
    _along("the softmax", torch.softmax),
    _along("the log_softmax", torch.log_softmax),
]


def _each(functions: list[Callable[[Tensor], Values]], numbers: Tensor) -> Values:
    return itertools.chain.from_iterable(function(numbers) for function in functions)


@_claims(distinct=1)
def _reduction(case: _Case) -> Iterator[Claim]:
    got, expected = case.got, case.expected
    if got.numel() > expected.numel():
        for text, reduced in _each(REDUCTIONS, got):
            yield f"The expected result is {text.format('yours')}.", expected, reduced
    elif got.numel() < expected.numel():
        for text, reduced in _each(REDUCTIONS, expected):
            yield f"Your result is {text.format('the expected one')}.", got, reduced


@_claims()
def _running_sum(case: _Case) -> Iterator[Claim]:
    if case.alike and case.got.dim():
        got, expected = case.got, case.expected
        yield "Your result is the running sum of the expected one.", got, expected.cumsum(0)
        yield "The expected result is the running sum of yours.", expected, got.cumsum(0)


@_claims()
def _function(case: _Case) -> Iterator[Claim]:
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


@_relation
def _whole_numbers(cases: list[_Case]) -> str | None:
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
            if _speaks(torch.cat([it.flatten() for it, _ in pairs]), rtol, distinct=3):
                return f"{sentence}, {text} whole numbers."
    return None


@_claims(distinct=3)
def _of_an_argument(case: _Case) -> Iterator[Claim]:
    for name, value in case.given.items():
        for text, reduced in _each(REDUCTIONS, value):
            yield f"Your result is {text.format(name)}.", case.got, reduced
        if value.shape == case.got.shape:
            for text, function in [*ELEMENTWISE, ("the relu of {}", torch.relu)]:
                yield f"Your result is {text.format(name)}.", case.got, function(value)
            for text, values in _each(ALONG, value):
                yield f"Your result is {text.format(name)}.", case.got, values


# --- right in part ---


@_relation
def _limited(cases: list[_Case]) -> str | None:
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


def _is_cut(limited: Tensor, whole: Tensor, case: _Case, *, side: str) -> bool:
    cut = case.wrong
    limit = limited.amax() if side == "above" else limited.amin()
    within = whole <= limit if side == "above" else whole >= limit
    within |= _close(whole, limit, case.rtol)
    if not limit.isfinite() or not (whole.isfinite() | within).all():
        return False
    at_limit = _close(limited, limit.expand_as(limited), case.rtol)
    return bool(cut.sum() >= 2 and (~cut).sum() >= 3 and torch.equal(cut, ~within)) and bool(
        at_limit[cut].all()
    )


@_relation
def _except(cases: list[_Case]) -> str | None:
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


def _places(case: _Case) -> Iterator[tuple[str, Tensor]]:
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
        yield f"except where {name} is negative", value < 0
        yield f"except where {name} is positive", value > 0
        yield f"except where {name} is 0", value == 0
        yield f"except where {name} is not positive", value <= 0
        yield f"except where {name} is NaN", value.isnan()
