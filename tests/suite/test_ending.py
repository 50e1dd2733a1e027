"""Answers that break a rule in one way end alike, whatever words, names and digits are theirs."""

import pickle
import tempfile
from pathlib import Path

import pytest
import torch

from katas._dojo.judging.ending import NO_ERROR, ending
from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises


def refuses(error):
    raise error


def pickles(name):
    value = type(name, (), {"__module__": __name__, "__qualname__": f"{name}.<locals>.it"})
    pickle.dumps(value)


def changed_in_place(times):
    x = torch.ones(1, requires_grad=True).exp()
    y = x * x
    for _ in range(times):
        x += 1
    y.backward()


def reads(name):
    """From a folder of its own, as each run of a spec has one."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).read_text()


def calls(name):
    scope = {}
    exec(f"def {name}(x): pass", scope)
    scope[name]()


ALIKE = {
    "words of one's own": (
        lambda: refuses(ValueError("of 2")),
        lambda: refuses(ValueError("n is 2")),
    ),
    "names of functions": (lambda: calls("f"), lambda: calls("g")),
    "names of variables": (lambda: one_name, lambda: another_name),  # noqa: F821
    "names after an apostrophe": (lambda: pickles("One"), lambda: pickles("Other")),
    "names of attributes": (lambda: (1).one, lambda: (1).other),
    "a file that is missing in either run": (lambda: reads("a.csv"), lambda: reads("a.csv")),
    "divided in either way": (lambda: 1 / 0, lambda: 1 // 0),
    "changed in place, and again": (lambda: changed_in_place(1), lambda: changed_in_place(2)),
    "the last digits": (lambda: assert_equal(0.1 + 0.2, 3.0), lambda: assert_equal(0.3, 3.0)),
}
APART = {
    "another number": (lambda: assert_equal(1.5, 3.0), lambda: assert_equal(1.6, 3.0)),
    "another kind of number": (lambda: assert_equal(1, 2), lambda: assert_equal(1.0, 2)),
    "another error": (lambda: refuses(ValueError("it")), lambda: refuses(TypeError("it"))),
    "what torch says": (
        lambda: torch.ones(2) @ torch.ones(3),
        lambda: torch.ones(2).backward(),
    ),
    "another file that is missing": (lambda: reads("a.csv"), lambda: reads("b.csv")),
    "another shape": (
        lambda: assert_close(torch.zeros(2, 1), torch.ones(2)),
        lambda: assert_close(torch.zeros(1, 2), torch.ones(2)),
    ),
    "detached": (
        lambda: assert_equal([torch.zeros(1)], []),
        lambda: assert_equal([torch.zeros(1, requires_grad=True)], []),
    ),
}


def _silent():
    with assert_raises(ValueError):
        pass


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_alike(one, other):
    assert _ended(one) == _ended(other)


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_apart(one, other):
    assert _ended(one) != _ended(other)


def test_silence_and_success():
    assert _ended(_silent) == NO_ERROR
    assert ending(None) is None


def _ended(test):
    with pytest.raises(Exception) as raised:  # noqa: PT011 - of any kind
        test()
    return ending(raised)
