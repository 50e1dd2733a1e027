"""What a wrong answer has to do with the right one is told exactly, or not at all."""

import re

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from katas._dojo.judging.relations.case import Evidence
from katas._dojo.judging.relations.relation import relation

SEED = torch.Generator().manual_seed(0)
X = torch.randn(4, 3, generator=SEED)
Y = torch.randn(4, 3, generator=SEED)  # stands for what is expected
CUBE = torch.randn(2, 3, 4, generator=SEED)
LOSSES = [4.25431, 2.13127, 1.51813, 1.21374, 1.10911]
EXACT = torch.randn(4, 3, generator=SEED, dtype=torch.float64)
LAST = torch.tensor([[0.0]] * 3 + [[1.0]])
ORDER = torch.tensor([2, 0, 3, 1])
LOGITS = 8 * X


def told(got, expected, **arguments):
    return relation([Evidence(got, expected, arguments)])


TOLD = {
    "a list for a tuple": (
        [1.5, 2.5],
        (1.5, 2.5),
        "The values are right: a list where a tuple is expected.",
    ),
    "a number for a tensor": (
        2.5,
        torch.tensor(2.5),
        "The value is right: a float where a tensor is expected.",
    ),
    "a tensor for a number": (
        torch.tensor(2.5),
        2.5,
        "The value is right: a tensor where a float is expected.",
    ),
    "dtype": (Y.double(), Y, "The values are right; the dtype is float64, not float32."),
    "dtype of less": (Y.bfloat16(), Y, "The values are right; the dtype is bfloat16, not float32."),
    "no gradient": (
        Y,
        Y.clone().requires_grad_(),
        "The values are right; your result requires no gradient, the expected one does.",
    ),
    "a gradient": (
        Y.clone().requires_grad_(),
        Y,
        "The values are right; your result requires a gradient, the expected one does not.",
    ),
    "rounding": (Y * (1 + 2e-7), Y, "Your result differs from the expected one by rounding only."),
    "float32": (
        EXACT.float().double(),
        EXACT,
        "Your result agrees with the expected one to float32's precision only.",
    ),
    "bfloat16": (
        Y.bfloat16().float(),
        Y,
        "Your result agrees with the expected one to bfloat16's precision only.",
    ),
    "one more dim": (
        Y[:, None],
        Y,
        "The values are right; your result has one more dim: dim 1, of size 1.",
    ),
    "one dim less": (
        Y[:, 0],
        Y[:, :1],
        "The values are right; your result lacks dim 1, of size 1.",
    ),
    "another shape": (
        Y.flatten(),
        Y,
        "The values are right, and in order; their shape is not the expected one.",
    ),
    "zeros": (0 * Y, Y, "Your result is 0 everywhere."),
    "ones": (Y / Y, Y, "Your result is 1 everywhere."),
    "NaN": (Y * torch.nan, Y, "Your result is NaN everywhere."),
    "sign": (-Y, Y, "Your result has the opposite sign, everywhere."),
    "1 minus": (1 - Y, Y, "Your result is 1 minus the expected one, everywhere."),
    "inverted": (
        X < 0,
        X >= 0,
        "Your result is False where True is expected, and True where False is.",
    ),
    "argument": (X, Y, "Your result is equal to the argument x."),
    "factor": (3.7 * Y, Y, "Your result is 3.7 times the expected one, everywhere."),
    "factor 2": (2 * Y, Y, "Your result is 2 times the expected one, everywhere."),
    "factor N": (4 * Y, Y, "Your result is 4 times the expected one, everywhere; 4 = len(x)."),
    "factor 1 / N": (Y / 4, Y, "The expected result is 4 times yours, everywhere; 4 = len(x)."),
    "factor -3": (
        -3 * Y,
        Y,
        "Your result is -3 times the expected one, everywhere; 3 = x.shape[1].",
    ),
    "factor numel": (
        12 * Y,
        Y,
        "Your result is 12 times the expected one, everywhere; 12 = x.numel().",
    ),
    "factor lr": (
        0.01 * Y,
        Y,
        "Your result is 0.01 times the expected one, everywhere; 0.01 = lr.",
    ),
    "factor 1 / lr": (
        Y / 0.01,
        Y,
        "The expected result is 0.01 times yours, everywhere; 0.01 = lr.",
    ),
    "factor 1 - p": (
        0.7 * Y,
        Y,
        "Your result is 0.7 times the expected one, everywhere; 0.7 = 1 - p.",
    ),
    "factor N / (N - 1)": (
        Y * 4 / 3,
        Y,
        "Your result is 1.33333 times the expected one, everywhere;"
        " 1.33333 = len(x) / (len(x) - 1).",
    ),
    "factor of a std": (
        Y * (3 / 4) ** 0.5,
        Y,
        "The expected result is 1.1547 times yours, everywhere;"
        " 1.1547 = sqrt(len(x) / (len(x) - 1)).",
    ),
    "offset 1": (Y + 1, Y, "Your result is the expected one plus 1, everywhere."),
    "offset of an argument": (
        Y - 0.3,
        Y,
        "Your result is the expected one minus 0.3, everywhere; 0.3 = p.",
    ),
    "transposed": (Y.T, Y, "Your result is the expected one transposed."),
    "permuted": (
        CUBE.permute(2, 0, 1),
        CUBE,
        "Your result is the expected one with dims in the order [2, 0, 1].",
    ),
    "transposed by view": (
        Y.T.reshape(4, 3),
        Y,
        "Your result is the expected one transposed, then reshaped.",
    ),
    "exchanged": ((X, Y), (Y, X), "Your two results are exchanged."),
    "reversed": (LOSSES[::-1], LOSSES, "Your result is the expected one in reverse order."),
    "flipped": (Y.flip(1), Y, "Your result is the expected one, flipped along dim 1."),
    "one step ahead": (
        [*LOSSES[1:], 1.06154],
        LOSSES,
        "Your result is one step ahead: each entry is the next expected one.",
    ),
    "one step behind": (
        [7.5, *LOSSES[:-1]],
        LOSSES,
        "Your result is one step behind: each entry is the expected one before it.",
    ),
    "the last is missing": (
        LOSSES[:-1],
        LOSSES,
        "Your result is right, but the last entry is missing.",
    ),
    "the first are missing": (
        LOSSES[2:],
        LOSSES,
        "Your result is right, but the first 2 entries are missing.",
    ),
    "one more at the end": (
        [*LOSSES, 1.0],
        LOSSES,
        "Your result is right, but has one entry more at the end.",
    ),
    "two more in front": (
        [9.0, 8.0, *LOSSES],
        LOSSES,
        "Your result is right, but has 2 entries more in front.",
    ),
    "the first row": (
        Y[:1].expand(4, 3),
        Y,
        "Every entry of your result is the first expected one.",
    ),
    "the last row": (
        Y[-1:].expand(4, 3),
        Y,
        "Every entry of your result is the last expected one.",
    ),
    "repeated": (Y.expand(2, 4, 3), Y, "Your result is the expected one, repeated."),
    "another order": (Y[ORDER], Y, "Your result holds the expected numbers in another order."),
    "not reduced": (Y, Y.mean(), "The expected result is the mean of yours."),
    "not reduced over a dim": (Y, Y.sum(1), "The expected result is the sum of yours over dim 1."),
    "reduced too far": (Y.mean(0), Y, "Your result is the mean of the expected one over dim 0."),
    "running sum": (Y.cumsum(0), Y, "Your result is the running sum of the expected one."),
    "differences": (Y, Y.cumsum(0), "The expected result is the running sum of yours."),
    "whole part": (
        (8 * Y).trunc(),
        8 * Y,
        "Your result is the expected one, cut to whole numbers.",
    ),
    "absolute": (Y.abs(), Y, "Your result is the absolute value of the expected one, everywhere."),
    "square": (Y**2, Y, "Your result is the square of the expected one, everywhere."),
    "square root": (Y.abs(), Y**2, "The expected result is the square of yours, everywhere."),
    "reciprocal": (1 / Y, Y, "Your result is 1 divided by the expected one, everywhere."),
    "logarithm": (Y, Y.exp(), "The expected result is the exponential of yours, everywhere."),
    "sigmoid": (Y.sigmoid(), Y, "Your result is the sigmoid of the expected one, everywhere."),
    "logits": (
        LOGITS,
        LOGITS.softmax(1),
        "The expected result is the softmax of yours over dim 1.",
    ),
    "mean of an argument": (X.mean(0), Y.mean(0), "Your result is the mean of x over dim 0."),
    "softmax over another dim": (
        X.softmax(0),
        X.softmax(1),
        "Your result is the softmax of x over dim 0.",
    ),
    "nowhere above": (
        Y.clamp(max=0.2),
        Y,
        "Your result is the expected one, but nowhere above 0.2.",
    ),
    "not limited": (Y, Y.relu(), "The expected result is yours, but nowhere below 0."),
    "relu of an argument": (X.relu(), Y, "Your result is the relu of x."),
    "the last row is wrong": (Y + LAST, Y, "Your result is right except in the last row."),
    "wrong where negative": (
        torch.where(X < 0, Y + X, Y),
        Y,
        "Your result is right except where x is negative.",
    ),
    "the diagonal is wrong": (
        torch.eye(3) * X[:3] + Y[:3],
        Y[:3],
        "Your result is right except on the diagonal.",
    ),
    "renamed": ({"a": Y}, {"b": Y}, "The values are right; the keys are 'a' for 'b'."),
    "a key is missing": ({"a": Y}, {"a": Y, "b": X}, "What is there is right; missing: 'b'."),
    "a key too much": (
        {"a": Y, "b": X},
        {"a": Y},
        "What is expected is there and right; too much: 'b'.",
    ),
    "parts of another dtype": (
        {"a": Y.double(), "b": 1},
        {"a": Y, "b": 1},
        "At ['a']: the values are right; the dtype is float64, not float32.",
    ),
    "no dim of a list": (
        [Y.flip(1), X.flip(1)],
        [Y, X],
        "Each of them: yours is the expected one, flipped along dim 1.",
    ),
    "dims of parts": (
        [Y[:3].T, X[:3].T],
        [Y[:3], X[:3]],
        "Each of them: yours is the expected one transposed.",
    ),
    "the last part": (
        [X, X, X + Y],
        [X, X, X - Y],
        "Your result is right except in the last entry.",
    ),
    "a part": ((X, 2 * Y), (X, Y), "At [1]: yours is 2 times the expected one, everywhere."),
    "a value": (
        {"a": 1, "b": -Y},
        {"a": 1, "b": Y},
        "At ['b']: yours has the opposite sign, everywhere.",
    ),
}


@pytest.mark.parametrize(("got", "expected", "sentence"), TOLD.values(), ids=TOLD)
def test_a_relation_is_told(got, expected, sentence):
    assert told(got, expected, x=X, lr=0.01, p=0.3) == sentence


CASES = [X[:n, :2] * (1 + n) for n in (2, 3, 4)]
TOLD_OF_SEVERAL = {
    "factor N": (
        [Evidence(x.sum(), x.mean() * 2, {"x": x}) for x in CASES],
        "Your result is the expected one times len(x).",
    ),
    "factor 1 / N": (
        [Evidence(x.mean() * 2, x.sum(), {"x": x}) for x in CASES],
        "The expected result is yours times len(x).",
    ),
    "the same factor": (
        [Evidence(0.01 * x.sum(), x.sum(), {"lr": 0.01}) for x in CASES],
        "Your result is 0.01 times the expected one; 0.01 = lr.",
    ),
    "offset": (
        [Evidence(x.sum() + len(x), x.sum(), {"x": x}) for x in CASES],
        "Your result is the expected one plus len(x).",
    ),
    "what both say": (
        [Evidence(X[:2].T, X[:2]), Evidence(-X, X), Evidence(-Y, Y)],
        None,
    ),
    "the sign of single numbers": (
        [Evidence(-x.sum(), x.sum()) for x in CASES],
        "Your result has the opposite sign.",
    ),
    "cut at another length": (
        [Evidence(LOSSES[:-1], LOSSES), Evidence(LOSSES[:-2], LOSSES)],
        "Your result is right as far as it goes; then it ends.",
    ),
    "not the call's result": (
        [Evidence(-Y, Y, what="the gradient of w")],
        "The gradient of w: yours has the opposite sign, everywhere.",
    ),
    "not all the same value": (
        [Evidence(-Y, Y, what="the gradient of w"), Evidence(-X, X)],
        None,
    ),
    "a tensor in a list": (
        [Evidence(X, Y, {"params": [X]}, "the parameter")],
        "The parameter: yours is equal to the argument params[0].",
    ),
    "nothing": ([], None),
}


@pytest.mark.parametrize(("evidence", "sentence"), TOLD_OF_SEVERAL.values(), ids=TOLD_OF_SEVERAL)
def test_a_relation_holds_in_all_evidence(evidence, sentence):
    assert relation(evidence) == sentence


BY_CHANCE = {
    "single numbers": (3.0, 1.5),
    "a single number and an argument": (0.03, 3.0),
    "0": (0, 1),
    "0 for a number": (torch.tensor(0.0), torch.tensor(0.37)),
    "1": (1, 2),
    "the other truth": (True, False),
    "the negative of 1": (-1, 1),
    "two numbers": ([1, 2], [2, 4]),
    "two numbers exchanged": ((1, 2), (2, 1)),
    "all equal": (torch.full((4, 3), 4.0), torch.full((4, 3), 2.0)),
    "equal numbers in a row": ([2, 2, 2, 2], [1, 1, 1, 1]),
    "zeros for zeros and a number": ([0, 0, 0], [0, 0, 3]),
    "zeros for ones": (torch.zeros(4), torch.ones(4)),
    "empty": (torch.zeros(0), torch.zeros(0, 3)),
    "an empty list": ([], [1.5, 2.5, 3.5]),
    "infinite": (torch.tensor([torch.inf, 1.0]), torch.tensor([-torch.inf, 1.0])),
    "NaN for a number": (torch.nan, 1.7),
    "a prefix of one small number": ([1], [1, 2]),
    "one entry of three": ([1, 2, 4], [1, 2, 3]),
    "another error": (KeyError("x"), ValueError),
    "no error": (None, ValueError),
    "None": (None, Y),
    "words": ("cat", "dog"),
    "dicts without a common key": ({}, {"a": 1}),
    "one number of two dtypes": ([0.01, torch.tensor(0.01)], [0.1, torch.tensor(0.1)]),
    "whole numbers beside others": ([1.0, 2.0, 3.0, 5.0], [0.9, 1.8, 2.9, 4.8]),
    "flags one step behind": ([True, True, False, False], [True, False, False, True]),
    "a factor of two numbers": ([-57.83, 11.566], [1.0, -0.2]),
    "small beside large": ([1.0, 0.0], [1.0, 1e-8]),
    "a size of the call by chance": ([4, 0, 4], [1, 0, 1]),
    "one negative number, twice": ([[6.5, -2.0, 3.0]] * 2, [[6.5, -1.75, 3.0]] * 2),
    "one number, cut off twice": ([[6.5, -2.0, 3.0, -1.0]] * 2, [[6.5, -1.75, 3.0, -1.0]] * 2),
    "complex": (1j * Y, Y),
    "other types inside": ([None, Y], [1, Y]),
}


@pytest.mark.parametrize(("got", "expected"), BY_CHANCE.values(), ids=BY_CHANCE)
def test_nothing_is_said_of_what_may_be_chance(got, expected):
    assert told(got, expected, x=X, lr=0.01, p=0.3) is None


def test_the_same_numbers_twice_are_no_further_evidence():
    cases = [Evidence(x.sum() * 4, x.sum(), {"x": X}) for x in CASES]
    assert relation(cases)
    assert relation([cases[0]] * 3) is None


def test_numbers_that_may_be_the_same_are_all_told():
    x = torch.randn(3, 3, generator=SEED)
    assert told(3 * x.T, x.T, x=x).endswith("; 3 = len(x) = x.shape[1].")
    assert told(3 * Y, Y, x=x, k=3, steps=3).endswith(
        "Your result is 3 times the expected one, everywhere."
    )


def test_a_whole_factor_is_named_only_if_it_stands_in_the_call():
    assert told(8 * Y, Y, x=X) == "Your result is 8 times the expected one, everywhere."
    assert told(Y / 8, Y, x=X) == "The expected result is 8 times yours, everywhere."


def test_what_rounds_to_1_is_no_factor():
    assert told(EXACT * (1 + 3e-8), EXACT) is None
    one, many = ([torch.zeros(1)] * n for n in (1, 3))
    nearly = Evidence(Y * (1 + 1e-6), Y, {"batches": one})
    assert relation([nearly, Evidence(3 * X, X, {"batches": many})]) is None


def test_whole_numbers_are_whole_beside_tensors_of_few_digits():
    counts, expected = (300, 604, 300, -4), (301, 602, 301, 0)
    assert told(counts, expected, logits=Y.bfloat16()) is None


def test_nothing_is_looked_for_in_what_is_very_large():
    large = torch.randn(400, 300, generator=SEED)
    assert told(-large, large) is None


def unrelated(seed: int, *shapes) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [torch.randn(shape, generator=generator) for shape in shapes]


shapes = st.lists(st.integers(1, 5), max_size=3).map(tuple)


@given(st.integers(0, 2**31), shapes, shapes, st.booleans())
def test_nothing_is_said_of_unrelated_numbers(seed, shape, other, alike):
    got, expected, x, y = unrelated(seed, shape, shape if alike else other, shape, other)
    assert told(got, expected, x=x, y=y, lr=0.01, n=3) is None


@given(st.integers(0, 2**31), st.integers(6, 12), st.integers(20, 100))
def test_nothing_is_said_of_unrelated_whole_numbers(seed, size, highest):
    generator = torch.Generator().manual_seed(seed)
    got, expected, x = torch.randint(-highest, highest, (3, size), generator=generator)
    assert told(got.tolist(), expected.tolist(), x=x, n=3) is None


REST = {"first": slice(1, None), "last": slice(-1)}
# What sentences say, said once more in torch.
TRUE_IF = {
    r"Your result has the opposite sign": lambda got, expected: got == -expected,
    r"Your result is 1 minus the expected one": lambda got, expected: got == 1 - expected,
    r"Your result is (\S+) times the expected one": lambda got, expected, by: got == by * expected,
    r"The expected result is (\S+) times yours": lambda got, expected, by: expected == by * got,
    r"Your result is the expected one plus (\S+)": lambda got, expected, by: got == expected + by,
    r"Your result is the expected one minus (\S+)": lambda got, expected, by: got == expected - by,
    r"Your result is the expected one transposed": lambda got, expected: got == expected.T,
    r"Your result is the expected one transposed, then reshaped": (
        lambda got, expected: got == expected.T.reshape(got.shape)
    ),
    r"Your result is the expected one in reverse order": (
        lambda got, expected: got == expected.flip(0)
    ),
    r"Your result is the expected one, flipped along dim 1": (
        lambda got, expected: got == expected.flip(1)
    ),
    r"Your result is one step ahead: each entry is the next expected one": (
        lambda got, expected: got[:-1] == expected[1:]
    ),
    r"Your result is one step behind: each entry is the expected one before it": (
        lambda got, expected: got[1:] == expected[:-1]
    ),
    r"Every entry of your result is the first expected one": (
        lambda got, expected: got == expected[0]
    ),
    r"Every entry of your result is the last expected one": (
        lambda got, expected: got == expected[-1]
    ),
    r"Your result holds the expected numbers in another order": (
        lambda got, expected: got.flatten().sort().values == expected.flatten().sort().values
    ),
    r"Your result is the running sum of the expected one": (
        lambda got, expected: got == expected.cumsum(0)
    ),
    r"The expected result is the running sum of yours": (
        lambda got, expected: expected == got.cumsum(0)
    ),
    r"Your result is the absolute value of the expected one": (
        lambda got, expected: got == expected.abs()
    ),
    r"The expected result is the absolute value of yours": (
        lambda got, expected: got.abs() == expected
    ),
    r"Your result is the square of the expected one": lambda got, expected: got == expected**2,
    r"The expected result is the square of yours": lambda got, expected: got**2 == expected,
    r"Your result is 1 divided by the expected one": lambda got, expected: got == 1 / expected,
    r"Your result is the expected one, but nowhere (above|below) (\S+)": (
        lambda got, expected, side, limit: got == clamped(expected, side, limit)
    ),
    r"The expected result is yours, but nowhere (above|below) (\S+)": (
        lambda got, expected, side, limit: expected == clamped(got, side, limit)
    ),
    r"Your result is (\S+) everywhere": lambda got, _, number: got == number,
    r"Your result is right except in the (first|last) (?:row|entry)": (
        lambda got, expected, which: (got == expected)[REST[which]]
    ),
    r"Your result is right except in the (first|last) index of dim 1": (
        lambda got, expected, which: (got == expected)[:, REST[which]]
    ),
    r"Your result is right except on the diagonal": (
        lambda got, expected: (got == expected) | torch.eye(len(got), dtype=torch.bool)
    ),
    r"Your result is right on the diagonal only": (
        lambda got, expected: (got == expected).diagonal()
    ),
    r"Your result is right except where the expected one is (negative|positive|0|not positive)": (
        lambda got, expected, sign: (
            (got == expected)
            | {
                "negative": expected < 0,
                "positive": expected > 0,
                "0.0": expected == 0,
                "not positive": expected <= 0,
            }[str(sign)]
        )
    ),
}


def clamped(numbers, side, limit):
    return numbers.clamp(max=limit) if side == "above" else numbers.clamp(min=limit)


def number_or_word(text):
    try:
        return float(text)
    except ValueError:
        return text


CHANGES = [
    lambda it: -it,
    lambda it: 1 - it,
    lambda it: 3 * it,
    lambda it: it / 4,
    lambda it: it + 2,
    lambda it: it.flip(0),
    lambda it: it.flip(-1),
    lambda it: it.roll(1, 0),
    lambda it: it.T.reshape(it.shape),
    lambda it: it.cumsum(0),
    lambda it: it.diff(dim=0, prepend=0 * it[:1]),
    lambda it: it.abs(),
    lambda it: it**2,
    lambda it: it.relu(),
    lambda it: it.clamp(max=1),
    lambda it: it[:1].expand_as(it),
    lambda it: torch.cat([it[:-1], it[-1:] + 1]),
    lambda it: it - torch.eye(*it.shape),
]
tables = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(-3, 3), min_size=size[1], max_size=size[1]),
        min_size=size[0],
        max_size=size[0],
    )
)


@given(tables, st.sampled_from(CHANGES), st.sampled_from(CHANGES))
def test_what_is_told_is_so(numbers, change, other):
    """Small whole numbers, of which many a relation holds by chance."""
    expected = torch.tensor(numbers, dtype=torch.float64)
    for got in (change(expected), change(other(expected))):
        sentence = told(got, expected)
        if sentence is None:
            continue
        checks = {re.fullmatch(f"{it}(?:, everywhere)?\\.", sentence): it for it in TRUE_IF}
        ((match, check),) = ((match, it) for match, it in checks.items() if match)
        assert TRUE_IF[check](got, expected, *map(number_or_word, match.groups())).all(), sentence
