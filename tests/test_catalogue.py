"""Every test of every spec has been seen to fail, and every known mistake is told by name.

What learners are told of other mistakes is true: of answers that people wrote, of known mistakes
beside right answers written in other ways, and of two mistakes in one file.  ``--diagnoses``
judges all of these and prints how many are told what; without it, a sample.

All of a kata at once, since what costs time is the matrix that all the checks read.
"""

import functools

import pytest

from katas._dojo.curriculum import Kata
from katas._dojo.judging.diagnosis import Diagnostician
from katas._dojo.reading import read
from katas._dojo.writing.mistakes import known_mistakes
from tests.diagnoses import FALSELY, Judges, wrong_answers
from tests.matrix import (
    REFERENCE,
    STUB,
    TO_RUN,
    Matrix,
    kills,
    right_answers,
    run_spec,
    stub_source,
)

SAMPLE = 1  # of the wrong answers of each kind, for a kata: to judge one takes half a second
each_kata = pytest.mark.parametrize("kata", TO_RUN, scope="module")


@each_kata
def test_every_test_has_been_seen_to_fail(kata, request, record_property):
    matrix, _ = examined(kata, request.config.option.diagnoses)
    assert matrix.items, f"{kata.spec} could not be run"
    assert matrix.failed_by(REFERENCE) == [], "the reference fails its spec"
    wrongly_failed = {answer.name: matrix.failed_by(answer.name) for answer in right_answers(kata)}
    assert not any(wrongly_failed.values()), f"right answers fail the spec: {wrongly_failed}"
    assert set(matrix.endings[STUB].values()) == {"NotImplementedError"}, "the stub is not todo"
    assert rules_read(kata) == rules_collected(matrix), "the spec reads otherwise than it runs"
    assert needless_tests(kata, matrix) == set(), "no mistake fails these tests"
    for mistake in known_mistakes(kata):
        assert matrix.failed_by(mistake.name), f"{mistake.name} passes the spec"
        assert told_of(mistake.name, kata, matrix) == {mistake.diagnosis}, (
            f"{mistake.name} is not told, or cannot be told from {alike(mistake.name, matrix)}"
        )
    if request.config.option.kill_matrix:
        record_property("kills", kills(kata, matrix))


@each_kata
def test_no_diagnosis_is_false(kata, request, record_property):
    _, judges = examined(kata, request.config.option.diagnoses)
    told = judges.told
    assert told.keys() == {answer.name for answer in judges.answers}, "not all could be judged"
    record_property("diagnoses", [(it.kind, told[it.name].how) for it in judges.answers])
    assert {name: it for name, it in told.items() if it.how == FALSELY} == {}


@functools.lru_cache(maxsize=1)  # all of them at once would make each fork slower
def examined(kata: Kata, everything: bool) -> tuple[Matrix, Judges]:
    """The spec of ``kata`` run on every answer, and what is told of ``everything`` that is wrong.

    Both at once: to collect a spec takes as long as many of its trials.
    """
    matrix = Matrix(kata)
    judges = Judges(matrix, wrong_answers(kata, None if everything else SAMPLE))
    run_spec(kata, matrix.fill, judges.judge)
    return matrix, judges


def rules_read(kata: Kata) -> list[tuple[str, str, int]]:
    """Name, rule and line of each test, as whoever has not begun the kata is told of them."""
    stated = read(stub_source(kata), kata)
    assert stated, "the stub has a word that the solution does not have: it counts as begun"
    return [(rule.name, rule.text, rule.line) for rule in stated.rules]


def rules_collected(matrix: Matrix) -> list[tuple[str, str, int]]:
    found = [(it.function.__name__, it.rule, it.location[1] + 1) for it in matrix.items]
    return list(dict.fromkeys(found))


def needless_tests(kata: Kata, matrix: Matrix) -> set[str]:
    """The tests that no mistake fails, and that do not say why they stay."""
    failed = {test for mistake in known_mistakes(kata) for test in matrix.failed_by(mistake.name)}
    needed = {item.function for item in matrix.items if item.nodeid in failed}
    excused = {
        item.function
        for item in matrix.items
        for mark in item.iter_markers("only_the_stub_fails")
        if mark.kwargs["reason"]
    }
    tests = {item.function for item in matrix.items}
    return {test.__name__ for test in tests - needed - excused}


def told_of(made: str, kata: Kata, matrix: Matrix) -> set[str | None]:
    """What a learner is told, rule by rule, whose file holds the mistake called ``made``."""
    mistakes = known_mistakes(kata)
    rows = {id(it): mistake for mistake in mistakes for it in mistake.replacements.values()}
    wrong = next(mistake.replacements for mistake in mistakes if mistake.name == made)

    def rerun(item, replacements):
        row = made
        for name, replacement in replacements.items():
            # Another name's replacement changes nothing: that name is right already.
            if name in wrong:
                row = rows[id(replacement)].name if id(replacement) in rows else REFERENCE
        return matrix.endings[row][item.nodeid]

    names = {name for mistake in mistakes for name in mistake.replacements}
    diagnostician = Diagnostician(
        rerun, matrix.items, mistakes, dict.fromkeys(names), together=lambda first, second: None
    )
    failed = matrix.failed_by(made)
    broken = {item.function: item for item in matrix.items if item.nodeid in failed}.values()
    return {diagnostician.diagnose(it, diagnostician.at_fault(it, names)) for it in broken}


def alike(made: str, matrix: Matrix) -> list[str]:
    """The other answers whose tests all end as those of ``made``."""
    same = [row for row, endings in matrix.endings.items() if endings == matrix.endings[made]]
    return [row for row in same if row != made]
