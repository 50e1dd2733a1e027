"""A catalogue says what becomes of the reference's text, and notices when that text has gone."""

import importlib

import pytest

from katas._dojo.curriculum import CURRICULUM, kata_named
from katas._dojo.writing.mistakes import Edit, StaleEditError, answers_in, known_mistakes, together

REFERENCE = """\
def f(x):
    for it in x:
        it.zero()
        it.step()
    return x


def g(x):
    return _half(f(x))


def _half(x):
    return x / 2
"""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"it.step()": "it.stop()"}, "        it.zero()\n        it.stop()\n    return x\n"),
        ({"it.zero()": ""}, "    for it in x:\n        \n        it.step()\n"),
        ({"it.zero()\nit.step()": "it.step()\nit.zero()"}, "it.step()\n        it.zero()\n    ret"),
        (
            {"\n            it.zero()\n            it.step()\n        ": "if it:\n    it.step()"},
            "    for it in x:\n        if it:\n            it.step()\n    return x\n",
        ),
        (
            {"it.step()": "y.step()", "for it in x:": "for it in y:"},
            "def f(x):\n    for it in y:\n        it.zero()\n        y.step()\n    return x\n",
        ),
    ],
    ids=["in a line", "taken away", "lines exchanged", "a block", "two changes in any order"],
)
def test_a_piece_becomes_another(changes, expected):
    assert expected in Edit("", changes).applied_to(REFERENCE)


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"it.halt()": ""}, r"'it.halt\(\)' does not stand in the reference"),
        ({"return": "yield"}, "'return' stands 3 times in the reference"),
        ({"it.step()\nit.zero()": ""}, r"'it.step\(\)\\nit.zero\(\)' does not stand"),
        ({"it.zero()": "", "zero": "one"}, "two changes meet in 'zero"),
    ],
    ids=["gone", "several times", "in another order", "meeting"],
)
def test_a_piece_that_does_not_stand_there_once_is_named(changes, trouble):
    with pytest.raises(StaleEditError, match=trouble):
        Edit("", changes).applied_to(REFERENCE)


@pytest.fixture
def answers_to(tmp_path, monkeypatch):
    """What a catalogue holds of a kata whose reference is the one above."""
    tree = tmp_path.name  # of a name that is new: modules are imported once
    (tmp_path / tree / "ch05_mechanics").mkdir(parents=True)
    (tmp_path / "reference.py").write_text(REFERENCE)
    monkeypatch.syspath_prepend(tmp_path)
    kata = kata_named("losses")
    monkeypatch.setitem(vars(kata), "solution", tmp_path / "reference.py")

    def answers(text: str):
        catalogue = tmp_path / tree / "ch05_mechanics" / "losses.py"
        catalogue.write_text("from katas._dojo.writing.mistakes import Edit, instead_of\n" + text)
        return answers_in(kata, tree)

    return answers


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ('{"it.zero()": ""}', ["f"]),
        ('{"_half(f(x))": "f(x)"}', ["g"]),
        ('{"x / 2": "x // 2"}', ["g"]),
        ('{"it.zero()": "", "x / 2": "x // 2"}', ["f", "g"]),
    ],
    ids=["its text", "another's text", "what it stands on", "both"],
)
def test_it_stands_in_for_the_names_that_it_changes(answers_to, change, names):
    [answer] = answers_to(f'odd = Edit("You did\\n  that.", {change})')
    assert (answer.name, answer.diagnosis) == ("odd", "You did that.")
    assert list(answer.replacements) == names


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ('{"it.halt()": ""}', "does not stand in the reference"),
        ('{"it.step()": "it.step("}', "never closed"),
        ('{"\\n\\n\\ndef g": "\\n\\ndef g"}', "changes no public name"),
    ],
    ids=["stale", "no Python", "nothing"],
)
def test_an_edit_that_is_none_is_an_error_that_names_it(answers_to, change, trouble):
    text = rf"ch05_mechanics\.losses\.odd is no edit of ch05_mechanics/losses: .*{trouble}"
    with pytest.raises(StaleEditError, match=text):
        answers_to(f'odd = Edit("You did that.", {change})')


def test_a_function_stands_in_for_the_name_it_is_given(answers_to):
    [answer] = answers_to('@instead_of("g")\ndef odd(x):\n    """You did that."""\n    return x')
    assert answer.replacements["g"](3) == 3
    assert answer.diagnosis == "You did that."


def test_most_mistakes_are_edits():
    kinds = [type(it) for kata in CURRICULUM for it in _catalogue(kata)]
    assert kinds.count(Edit) > 0.9 * len(kinds)


def _catalogue(kata):
    module = importlib.import_module(f"solutions.mistakes.{kata.chapter}.{kata.stem}")
    return [vars(module)[it.name] for it in known_mistakes(kata)]


def test_two_changes_of_one_piece_are_not_made_at_once():
    """Or the second would stand for both, and somebody be told of the first."""
    kata = kata_named("random_split")
    mistakes = {it.name: it for it in known_mistakes(kata)}
    other_check, same_check = mistakes["unchecked"], mistakes["nan_slips_through"]
    assert together(kata, other_check, same_check) is None
    assert together(kata, other_check, mistakes["validation_first"]) is not None


def test_two_mistakes_at_once_stand_where_each_of_them_does():
    """Or what is told of a file, as of its warnings, would not be told of theirs."""
    kata = kata_named("random_split")
    first, *_, last = known_mistakes(kata)
    for answer in (first, last, together(kata, first, last)):
        code = answer.replacements["split_indices"].__code__
        assert code.co_filename.startswith("<solutions.mistakes.ch05_mechanics.random_split.")
