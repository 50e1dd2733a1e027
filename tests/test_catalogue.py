"""Every test of every spec has been seen to fail, and every known mistake is told by name."""

import pytest

from katas._dojo.curriculum import CURRICULUM
from katas._dojo.mistakes import Diagnostician, known_mistakes
from tests.matrix import REFERENCE, STUB, matrix_of, right_answers

# One group per kata, so that under xdist one process fills the kata's matrix.
each_kata = pytest.mark.parametrize(
    "kata",
    [
        pytest.param(kata, marks=pytest.mark.xdist_group(str(kata)), id=str(kata))
        for kata in CURRICULUM
    ],
)


@each_kata
def test_the_reference_passes_its_spec(kata):
    assert matrix_of(kata).failed_by(REFERENCE) == []


@each_kata
def test_every_test_fails_on_the_stub_for_want_of_an_answer(kata):
    endings = matrix_of(kata).endings[STUB]
    others = {test: ended for test, ended in endings.items() if ended != "NotImplementedError: "}
    assert others == {}


@each_kata
def test_every_test_is_needed(kata):
    """A test that no mistake fails, or that is too slow to try, says so and why."""
    matrix = matrix_of(kata)
    caught = {test for mistake in known_mistakes(kata) for test in matrix.failed_by(mistake.name)}
    functions = {item.function.__name__ for item in matrix.items}
    needed = {item.function.__name__ for item in matrix.items if item.nodeid in caught}
    excused = {
        item.function.__name__
        for item in matrix.items
        for mark in item.iter_markers("only_the_stub_fails")
        if mark.kwargs["reason"]
    }
    assert functions - needed - excused == set()


@each_kata
def test_every_mistake_is_caught_and_told_by_its_own_name(kata):
    matrix = matrix_of(kata)
    mistakes = known_mistakes(kata)
    assert len(mistakes) >= 4
    targets = {mistake.target for mistake in mistakes}
    for made in mistakes:
        assert matrix.failed_by(made.name), f"{made.name} passes the spec"
        rows = {id(mistake.replacement): mistake.name for mistake in mistakes}

        def rerun(item, replacements, made=made, rows=rows):
            """As if ``made`` stood in the learner's file."""
            (replacement,) = replacements.values() or [made.replacement]
            (target,) = replacements or [made.target]
            # Another name's replacement changes nothing: that name is right already.
            row = rows.get(id(replacement), REFERENCE) if target == made.target else made.name
            return matrix.endings[row][item.nodeid]

        diagnostician = Diagnostician(rerun, matrix.items, mistakes, dict.fromkeys(targets))
        told = {
            diagnostician.diagnose(item, targets)
            for item in matrix.items
            if matrix.endings[made.name][item.nodeid] is not None
        }
        alike = [
            other.name
            for other in mistakes
            if other is not made and matrix.endings[other.name] == matrix.endings[made.name]
        ]
        assert told == {made.diagnosis}, f"{made.name} cannot be told from {alike}"


@each_kata
def test_other_right_answers_pass(kata):
    matrix = matrix_of(kata)
    for answer in right_answers(kata):
        assert {t: matrix.endings[answer.name][t] for t in matrix.failed_by(answer.name)} == {}
