"""What becomes of a text, mutation by mutation, and what a run tells of every mutant."""

import ast
import inspect
import shutil

import pytest

from katas._dojo.curriculum import ROOT, kata_named
from tests.mutations import OPERATORS, mutants_of, mutations
from tests.test_mutants import needs_fork


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda it: it.__name__)
def test_an_operator_does_what_its_example_shows(operator):
    before, after = map(inspect.cleandoc, operator.__doc__.split("→"))
    mutants = [it.text for it in mutations(before, [operator])]
    assert ast.unparse(ast.parse(after)) in mutants


@pytest.mark.parametrize(
    "text",
    [
        '"""Of 2."""',
        "x: Callable[[int, float], None]",
        "Pair = tuple[int, float]",
        "def f(x: Callable[[int, float], None]) -> Callable[[int, float], None]: ...",
        'raise ValueError("of 2")',
        'ValueError(f"{x + 1}")',
    ],
)
def test_words_and_types_are_left_alone(text):
    changed = {it.after for it in mutations(text, OPERATORS)}
    assert changed <= {"pass", "raise TypeError('of 2')"}  # but what says them may go


def test_what_compiles_alike_is_one_mutant_or_none():
    assert [it.after for it in mutants_of("x = (y)[: 1 + 1]")] == []


REFERENCE = """\
import os


def l1_loss(t_p, t_c):
    for _ in iter(int, 1):
        break
    return t_p * (t_c or os.abort())
"""

SPEC = """\
from katas.ch05_mechanics.losses import l1_loss


def test_it():
    assert l1_loss(2, 1) == 2
"""

RIGHT_ANSWERS = """\
EQUIVALENT = {
    "No round is as good as one.": [("(int, 1)", "(int, 0)", "(int, 2)")],
    "For no reason.": [("break", "pass"), ("t_p * (", "t_p ** (")],
}
"""

TOLD = """\
ch05_mechanics/losses: 15 mutants, 6 killed, 1 killed by their deadline, \
2 killed with their process, 2 equivalent, 4 survive
    equivalent  solutions/katas/ch05_mechanics/losses.py:5  \
for _ in iter(int, 1):  →  for _ in iter(int, 0):  (No round is as good as one.)
    equivalent  solutions/katas/ch05_mechanics/losses.py:5  \
for _ in iter(int, 1):  →  for _ in iter(int, 2):  (No round is as good as one.)
    survives    solutions/katas/ch05_mechanics/losses.py:5  \
for _ in iter(int, 1):; break  →  pass
    survives    solutions/katas/ch05_mechanics/losses.py:7  \
return t_p * (t_c or os.abort())  →  return t_p / (t_c or os.abort())
    survives    solutions/katas/ch05_mechanics/losses.py:7  \
return t_p * (t_c or os.abort())  →  return t_p
    survives    solutions/katas/ch05_mechanics/losses.py:7  \
return t_p * (t_c or os.abort())  →  return t_p * t_c
    in vain     break  →  pass
    in vain     t_p * (  →  t_p ** (
15 mutants, 6 killed, 1 killed by their deadline, 2 killed with their process, \
2 equivalent, 4 survive
"""


@needs_fork
def test_the_run_tells_what_becomes_of_every_mutant(workshop):
    losses = kata_named("losses")
    shutil.copytree(ROOT / "tests", workshop.root / "tests")
    for path, text in [(losses.solution, REFERENCE), (losses.spec, SPEC)]:
        (workshop.root / path.relative_to(ROOT)).write_text(text)
    (workshop.root / "tests" / "right_answers" / f"{losses}.py").write_text(RIGHT_ANSWERS)
    test = f"tests/test_mutants.py::test_no_mutant_survives[{losses}]"
    run = workshop.pytest(test, "--solutions", "--mutants", "--deadline", "1", "-q")
    assert TOLD in run.screen
