"""The call that is shown with a failure, where it is defined, and what it changed."""

import re

import pytest

from katas._dojo.curriculum import Kata

LOSSES = Kata("ch05_mechanics", "losses")

ANSWER = """\
import functools

import torch
from torch import nn


@functools.cache
def cached(x):
    return x


def _power(base, exponent):
    return base**exponent


partial = functools.partial(_power, exponent=2)


class _Double:
    def __init__(self, by):
        self.by = by

    def __call__(self, x):
        return self.by * x


instance = _Double(2)

alias = torch.relu


class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.n = n

    @torch.no_grad()
    def forward(self, x):
        return self.n * x

    @staticmethod
    def named(name):
        return name

    @classmethod
    def of(cls, n):
        return cls(n)

    def __len__(self):
        return self.n

    def __iter__(self):
        return iter(range(self.n))

    def __getitem__(self, index):
        return index


def in_place(x):
    x += 1
    return 2 * x


def sorts(numbers):
    numbers.sort()
    return numbers[0]


def trains(w):
    with torch.no_grad():
        w += 1
    return w


def updates(x):
    x += 1


def later(x):
    def power(exponent):
        return instance(cached(x)) ** exponent

    return power
"""

CALLS = {
    "cached(3)": "cached(3)",
    "partial(3)": "partial(3)",
    "instance(3)": "instance(3)",
    "alias(torch.ones(1))": "alias(tensor([1.0]))",
    "Net(3)(torch.ones(1))": "Net(3)(tensor([1.0]))",
    "Net(3).forward(torch.ones(1))": "Net(3).forward(tensor([1.0]))",
    "Net.named('x')": "Net.named('x')",
    "Net.of(3)[1]": "Net(…)[1]",
    "len(Net(7))": "len(Net(7))",
    "list(Net(5))": "iter(Net(5))",
    "in_place(torch.ones(2))": "in_place(tensor([1.0, 1.0]))",
    "sorts(numbers=[2, 1])": "sorts(numbers=[2, 1])",
    "trains(torch.ones(1, requires_grad=True))": "trains(tensor([1.0], requires_grad=True))",
    "updates(torch.ones(1))": "updates(tensor([1.0]))",
    "later(3)(2)": "later(3)",
}
OF_METHOD = {"len": "__len__", "list": "__iter__", "[1]": "__getitem__", ")(torch": "forward"}
CHANGED = {
    "in_place": "the first argument: it was tensor([1.0, 1.0]), is tensor([2.0, 2.0])",
    "sorts": "the argument numbers: it was [2, 1], is [1, 2]",
}


@pytest.fixture
def failures(workshop):
    names = sorted({re.match(r"\w+", call)[0] for call in CALLS} - OF_METHOD.keys())
    spec = f'"""Calls."""\n\nimport torch\n\nfrom katas.{LOSSES.module} import {", ".join(names)}\n'
    spec = spec.replace("katas.katas.", "katas.")
    for n, call in enumerate(CALLS):
        spec += f'\n\ndef test_{n}():\n    """Rule {n}."""\n    assert {call} is ...\n'
    workshop.answer(LOSSES, ANSWER)
    workshop.plain_spec(LOSSES, spec)
    run = workshop.pytest(f"katas/{LOSSES}.py")
    return re.findall(r"(?ms)^Rule \d+\.\n(.*?)^Edit (\S+)$", run.screen)


def test_calls_are_told_as_they_are_written_and_where_they_are_defined(failures):
    assert len(failures) == len(CALLS)
    lines = ANSWER.splitlines()
    for (text, place), (call, written) in zip(failures, CALLS.items(), strict=True):
        assert f"    called    {written}\n" in text
        name = re.match(r"\w+", call)[0]
        line = lines[int(place.rpartition(":")[2]) - 1]
        method = re.search(r"forward|named|len|list|\[1]|\)\(torch", call)
        wanted = OF_METHOD.get(method[0], method[0]) if name == "Net" or method else name
        assert re.match(rf"(    )?(def )?{wanted}\b", line), (call, line)
        changed = re.findall(r"    changed   (.*)", text)
        assert changed == [it for it in [CHANGED.get(name)] if it]
