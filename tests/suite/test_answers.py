"""``--answers`` and ``--katas-in``: specs on code that lies elsewhere."""

import pytest

from katas._dojo.curriculum import Kata
from tests.suite.test_hostile import RIGHT, SPEC
from tests.workshop import Workshop

ONE, OTHER = Kata("ch05_mechanics", "adam"), Kata("ch05_mechanics", "broadcasting")
SUMMED = '''"""Losses of a course."""


class Losses:
    mean = None


def absolute(got, expected):
    """The mean, it says."""
    difference = got - expected
    return difference.abs().sum()
'''


@pytest.fixture
def package(workshop) -> Workshop:
    """A package of a course's own beside the suite."""
    folder = workshop.root / "mine" / "math"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "losses.py").write_text(SUMMED)
    (folder.parent / "__init__.py").touch()
    for kata in (ONE, OTHER):
        workshop.plain_spec(kata, SPEC.format(kata=str(kata).replace("/", ".")))
        (workshop.root / f"solutions/katas/{kata}.py").write_text(RIGHT)
        (workshop.root / f"solutions/mistakes/{kata}.py").write_text('"""None."""\n')
    (workshop.root / "plain.py").write_text(
        "def first():\n    return 1\n\n\ndef second():\n    x = 7\n    return x\n"
    )
    return workshop


def test_a_kata_is_judged_on_what_is_named_and_on_nothing_else(package):
    named = ["--answers", "plain:first=adam.one", "--answers", "plain:second=adam.two"]
    run = package.pytest("katas", *named)
    assert run.status == 1
    assert run.counts == {"passed": 1, "failed": 1}
    assert f"0 of 1 katas · next: {ONE}" in run.lines
    assert "    called    two()" in run.lines
    assert "Edit plain.py:5" in run.lines
    assert not (package.root / ".katas").exists(), "it is not the learner's own"


def test_a_known_mistake_is_known_elsewhere(package):
    run = package.pytest("katas", "--answers", "mine.math.losses:absolute=losses.l1_loss")
    assert "A known mistake: You summed the absolute differences." in run.screen
    assert "Edit mine/math/losses.py:8" in run.lines, run.screen


def test_what_is_not_named_is_to_be_solved(package):
    run = package.pytest("katas", "--answers", "plain:first=adam.one")
    assert run.counts == {"passed": 1, "todo": 1}


def test_a_table_names_answers_too(package):
    with (package.root / "pyproject.toml").open("a") as file:
        file.write('\n[tool.torch-katas.answers]\n"adam.one" = "plain:first"\n')
        file.write(f'"{ONE}.two" = "plain:first"\n')
    run = package.pytest("katas", "-n", "1")
    assert run.counts == {"passed": 1, "failed": 1}
    assert package.pytest("--map").status == 0


def test_a_module_that_raises_is_one_red_row(package):
    (package.root / "plain.py").write_text("1 / 0\n")
    run = package.pytest("katas", "--answers", "plain:first=adam.one")
    assert run.status == 1
    assert "ZeroDivisionError: division by zero" in run.screen
    assert "Edit plain.py:1" in run.lines, run.screen


def test_an_object_that_is_not_there_is_one_red_row(package):
    run = package.pytest("katas", "--answers", "plain:third=adam.one")
    assert "cannot import name 'third' from 'plain'" in run.screen
    assert "Traceback" not in run.screen


WRONG = {
    "no kata": ("plain:first=eve.one", "there is no kata eve"),
    "no name": ("plain:first=adam.three", f"{ONE} has one, two, and no three"),
    "no module": ("nothing:first=adam.one", "there is no module nothing that Python can find"),
    "no submodule": ("plain.first:x=adam.one", "there is no module plain.first"),
    "no object": ("plain=adam.one", "as MODULE:OBJECT=KATA.NAME, please"),
    "no kata's name": ("plain:first=adam", "as MODULE:OBJECT=KATA.NAME, please"),
    "no code": ("plain:1+1=adam.one", "as MODULE:OBJECT=KATA.NAME, please"),
    "nothing": ("", "as MODULE:OBJECT=KATA.NAME, please"),
}


@pytest.mark.parametrize(("answers", "said"), WRONG.values(), ids=WRONG)
def test_what_makes_no_sense_is_one_clear_line(package, answers, said):
    run = package.pytest("katas", "--answers", answers)
    assert run.status == pytest.ExitCode.USAGE_ERROR
    (line,) = run.screen.strip().splitlines()
    assert line.startswith("ERROR: --answers")
    assert said in line


def test_a_tree_elsewhere_is_judged_and_not_remembered(package, tmp_path_factory):
    tree = tmp_path_factory.mktemp("tree")
    path = tree / "katas" / f"{ONE}.py"
    path.parent.mkdir(parents=True)
    path.write_text(RIGHT.replace("return 2", "return 7"))
    run = package.pytest(f"katas/{ONE}.py", "--katas-in", str(tree))
    assert run.counts == {"passed": 1, "failed": 1}
    assert f"Edit katas/{ONE}.py:5" in run.lines
    assert not (package.root / ".katas").exists()


def test_a_kata_that_a_tree_does_not_have_is_missing(package, tmp_path_factory):
    tree = tmp_path_factory.mktemp("tree")
    (tree / "katas").mkdir()
    package.solve(ONE)
    run = package.pytest(f"katas/{ONE}.py", "--katas-in", str(tree))
    assert run.status == 1
    assert "the file is missing" in run.screen


def test_one_place_at_a_time(package):
    run = package.pytest("katas", "--solutions", "--katas-in", ".")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    run = package.pytest("katas", "--katas-in", "solutions/hints")
    assert "--katas-in solutions/hints: there is no folder katas in it" in run.screen
