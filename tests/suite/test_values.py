"""How values, calls and failed assertions are written on a learner's screen."""

import dataclasses
import functools

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from katas._dojo.judging.failures import what_happened
from katas._dojo.writing.assertions import assert_close
from katas._dojo.writing.values import compared, show, show_apart, show_call


class _SignDescent:
    def __init__(self):
        self.lr = 0.1
        self._steps = 3


@dataclasses.dataclass
class _Pair:
    x: torch.Tensor
    n: int


class _Unspeakable:
    def __repr__(self):
        raise SystemError


class _Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(1, 2, bias=False)


def _batches():
    yield 1


IN_WORDS = {
    "None": None,
    "0.1": 0.1,
    "tensor(1.0)": torch.tensor(1.0),
    "tensor([[0.5, 1.0], [2.0, -3.0]])": torch.tensor([[0.5, 1], [2, -3]]),
    "tensor([1, 2])": torch.tensor([1, 2]),
    "tensor([0.5], dtype=torch.float64)": torch.tensor([0.5], dtype=torch.float64),
    "tensor(2.0, requires_grad=True)": torch.tensor(2.0, requires_grad=True),
    "Parameter(tensor([1.0]))": nn.Parameter(torch.ones(1)),
    "tensor float32[0, 3]": torch.ones(0, 3),
    "tensor float32[2] on meta": torch.ones(2, device="meta"),
    "array([[1, 255]], dtype=uint8)": np.array([[1, 255]], dtype=np.uint8),
    "array(0.5)": np.array(0.5),
    "array([1, 2])": np.array([1, 2]),
    "array float32[0, 3]": np.ones((0, 3), dtype=np.float32),
    "array(['a', 'b'], dtype='<U1')": np.array(["a", "b"]),
    "Image.fromarray(array([[7, 8]], dtype=uint8))": Image.fromarray(np.uint8([[7, 8]])),
    "{'a': (tensor([1.0]),), 'b': [1, 'x']}": {"a": (torch.ones(1),), "b": [1, "x"]},
    "_Pair(x=tensor([1.0]), n=2)": _Pair(torch.ones(1), 2),
    "_SignDescent(lr=0.1)": _SignDescent(),
    "_Unspeakable": _Unspeakable(),
    "lambda x: x + 1": lambda x: x + 1,
    "tanh": torch.tanh,
    "partial(_batches, 3, n=2)": functools.partial(_batches, 3, n=2),
    "a generator `_batches`": _batches(),
    "a generator expression": (n for n in [1]),
    "an iterator over [1, 2]": iter([1, 2]),
    "an iterator over range(0, 3)": iter(range(3)),
    "an iterator (zip)": zip([1], [2], strict=True),
    "Linear(in_features=2, out_features=3, bias=True)": nn.Linear(2, 3),
    "Sequential(Tanh(), ReLU())": nn.Sequential(nn.Tanh(), nn.ReLU()),
    "_Net(hidden=Linear(in_features=1, out_features=2, bias=False))": _Net(),
    "SGD(lr=0.1, momentum=0.9)": torch.optim.SGD([torch.ones(1)], lr=0.1, momentum=0.9),
    "Generator().manual_seed(3)": torch.Generator().manual_seed(3),
}


@pytest.mark.parametrize(("text", "value"), IN_WORDS.items(), ids=list(IN_WORDS))
def test_a_value_is_written_as_what_it_is(text, value):
    assert show(value) == text


@pytest.mark.parametrize("value", [_batches(), iter([1]), zip([1], [2], strict=True)])
def test_an_iterator_that_is_shown_is_not_used_up(value):
    show([value])
    assert len(list(value)) == 1


SMALL = [
    torch.linspace(-1, 2, 20).reshape(4, 5),
    torch.arange(24.0).reshape(2, 3, 4),
    torch.tensor([[True]]),
]


@pytest.mark.parametrize("tensor", SMALL, ids=lambda it: str(list(it.shape)))
def test_a_small_tensor_can_be_typed_again(tensor):
    torch.testing.assert_close(eval(show(tensor), vars(torch)), tensor, rtol=1e-3, atol=1e-5)


LARGE = [torch.arange(15000.0).reshape(50, 3, 10, 10), torch.arange(700).reshape(700, 1)]
LARGE += [list(range(1000)), [torch.ones(30)] * 9, "x" * 500]
LARGE.append(dict.fromkeys(range(20), "y" * 99))


@pytest.mark.parametrize("value", LARGE, ids=lambda it: type(it).__name__)
def test_a_large_value_is_one_line_that_begins_as_it_does(value):
    line = f"    expected  {show(value)}"
    assert len(line) <= 200
    assert line.isprintable()
    begins = {torch.Tensor: "tensor([[", list: "[", str: "'x", dict: "{0: 'y"}
    assert show(value).startswith(begins[type(value)])
    assert "…" in line


def test_a_large_tensor_has_its_first_numbers_and_its_shape():
    text = show(torch.arange(700).reshape(700, 1))
    assert text == "tensor([[0], [1], [2], [3], [4], [5], [6], [7], …]) int64[700, 1]"
    assert show(LARGE[0]).startswith("tensor([[[[0.0, 1.0, 2.0, 3.0, ")


def test_a_large_array_has_its_first_numbers_and_its_shape():
    array = np.arange(3000, dtype=np.uint8).reshape(10, 100, 3)
    assert show(array) == (
        "array([[[0, 1, 2], [3, 4, 5], [6, 7, 8], …], "
        "[[44, 45, 46], [47, 48, 49], [50, 51, 52], …], "
        "[[88, 89, 90], [91, 92, 93], [94, 95, 96], …], …]) uint8[10, 100, 3]"
    )
    assert show(Image.fromarray(array)).startswith("Image.fromarray(array([[[0, 1, 2], ")


def test_a_container_in_itself_ends():
    loop = [1]
    loop.append({"loop": loop})
    assert len(show(loop)) <= 180


def test_a_call_is_one_line_in_which_each_argument_has_its_share():
    text = show_call("f(", [torch.ones(200), 3, "x" * 300], {"model": nn.Linear(2, 3)})
    assert len(f"    called    {text}") <= 200
    assert text.startswith("f(tensor([1.0, ")
    assert ", 3, 'xxx" in text
    assert "model=Linear(" in text


ALIKE = {
    "float32": (torch.tensor(1499.24), torch.tensor(1499.24) + 2e-4),
    "float64": (torch.tensor(1.0, dtype=torch.float64), torch.tensor(1 + 1e-14).double() + 1e-14),
    "inside": ([torch.tensor(0.1)], [torch.tensor(0.1) + 1e-8]),
}


@pytest.mark.parametrize("kind", ALIKE)
def test_values_that_differ_are_written_differently(kind):
    got, expected = ALIKE[kind]
    assert show(got) == show(expected)
    assert len(set(show_apart(got, expected))) == 2


def test_a_tolerance_of_nothing_shows_the_digits_that_differ():
    got, expected = torch.full((300,), 1499.24), torch.full((300,), 1499.24)
    got[200] += 2e-4
    with pytest.raises(AssertionError, match=r"at \[200\]: got 1499.24023.*, expected 1499.23999"):
        assert_close(got, expected, rtol=0, atol=0)


def test_rounding_noise_and_a_difference_that_is_not_shown_cost_no_digits():
    expected = torch.full((300,), 0.1)
    got = expected + 2e-8  # close enough
    got[200] = 5
    with pytest.raises(AssertionError) as raised:
        assert_close(got, expected)
    first, second, third, *_ = str(raised.value).splitlines()
    assert first.split()[1] == second.split()[1] == "tensor([0.1,"
    assert third == "differs   at [200]: got 5.0, expected 0.1 (1 of 300 elements differ)"


@pytest.mark.parametrize(
    ("got", "expected", "line"),
    [
        ([0] * 300, [0] * 299 + [1], "at [299]: got 0, expected 1"),
        ({"a": [0] * 300}, {"a": [0] * 301}, "in the length of ['a']: got 300, expected 301"),
        ([torch.zeros(300)], [torch.arange(300) // 299.0], "at [0][299]: got 0.0, expected 1.0"),
        ("x" * 300, "x" * 299 + "y", "from character 299 on: got 'x', expected 'y'"),
        (object(), object(), "in what is not shown"),
    ],
    ids=["list", "length", "tensor", "text", "object"],
)
def test_where_two_long_values_differ_is_told(got, expected, line):
    lines = compared(got, expected)
    assert lines[2:] == [f"differs   {line}"]


def _raised(assertion) -> str:
    try:
        assertion()
    except BaseException:
        return what_happened(pytest.ExceptionInfo.from_current(), None, [])
    raise RuntimeError("nothing was raised")


def _does_not_raise():
    with pytest.raises(ArithmeticError):
        pass


def _says_something_else():
    with pytest.raises(ValueError, match="both lengths"):
        raise ValueError("no")


def _condition():
    one, other = torch.ones(2), torch.zeros(2)
    assert torch.equal(one, other)


def _inequality():
    sizes = [3, 9]
    assert max(sizes) < 5


def _of_a_kind():
    part = nn.ReLU()
    assert isinstance(part, nn.Tanh)


def _message():
    part = nn.ReLU()
    assert isinstance(part, nn.Tanh), "the activation is no Tanh"


def _in_words():
    pytest.fail("no two orders are alike")


def test_an_assertion_of_the_kata_itself_is_an_error_in_its_line():
    with pytest.raises(AssertionError) as raised:
        raise AssertionError("below 0")
    *_, entry = raised.traceback
    assert what_happened(raised, None, [entry]).splitlines() == [
        "    raised    AssertionError: below 0",
        '    in        raise AssertionError("below 0")',
    ]


@pytest.mark.parametrize(
    ("assertion", "lines"),
    [
        (_does_not_raise, ["got       no error", "expected  ArithmeticError"]),
        (
            _says_something_else,
            ["got       an error that says 'no'", "expected  one that matches 'both lengths'"],
        ),
        (
            _condition,
            [
                "asserted  torch.equal(one, other)",
                "where     False = equal(tensor([1., 1.]), tensor([0., 0.]))",
            ],
        ),
        (
            _inequality,
            ["asserted  max(sizes) < 5", "but       9 < 5", "where     9 = max([3, 9])"],
        ),
        (
            _of_a_kind,
            ["asserted  isinstance(part, nn.Tanh)", "where     False = isinstance(ReLU(), Tanh)"],
        ),
        (_message, ["the activation is no Tanh"]),
        (_in_words, ["no two orders are alike"]),
    ],
)
def test_an_assertion_of_a_spec_is_told_in_its_own_words(assertion, lines):
    assert _raised(assertion).splitlines() == [f"    {line}" for line in lines]
