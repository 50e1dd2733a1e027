"""``--grade``: points by rule, in three formats, from whatever a run has come to."""

import json
from xml.etree import ElementTree

import pytest

from katas._dojo.curriculum import Kata

HALF, RIGHT, BROKEN = (Kata("ch05_mechanics", it) for it in ("losses", "adam", "broadcasting"))
TODO = Kata("ch05_mechanics", "learning_rate")
SPEC = '''
import pytest

from katas.{module} import one, two

def test_one():
    """One is 1."""
    assert one() == 1

@pytest.mark.parametrize("n", [1, 2])
def test_two(n):
    """Two is 2, however often it is asked."""
    print("x" * 600)
    assert [two()] * n == [2] * n

@pytest.mark.skip(reason="nobody can here")
def test_three():
    """Three is 3."""
'''
SOLUTION = "def one():\n    return 1\n\n\ndef two():\n    return 2\n"
KATAS = [f"katas/{kata}.py" for kata in (HALF, RIGHT, BROKEN, TODO)]


@pytest.fixture
def course(workshop):
    """A kata of which half is right, one that is, one that Python cannot read, one not begun."""
    answers = {
        HALF: SOLUTION.replace("return 2", "return 7"),
        RIGHT: SOLUTION,
        BROKEN: "def one(:\n",
    }
    for kata, answer in answers.items():
        workshop.plain_spec(kata, SPEC.format(module=str(kata).replace("/", ".")))
        workshop.answer(kata, answer)
        (workshop.root / f"solutions/katas/{kata}.py").write_text(SOLUTION)
        (workshop.root / f"solutions/mistakes/{kata}.py").write_text('"""None."""\n')
    return workshop


def graded(course, *options, katas=KATAS):
    course.run = course.pytest(*katas, "--grade", "grade.json", *options)
    return json.loads((course.root / "grade.json").read_text())


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two"])
def test_each_rule_has_its_share(course, options):
    grade = graded(course, *options)
    assert course.run.status == 1
    assert course.run.lines[-1] == "grade.json: 1.5 of 4 points"
    assert (grade["version"], grade["status"], grade["message"]) == (3, "fail", None)
    assert {it["kata"]: it["points"] for it in grade["katas"]} == {
        str(HALF): 0.5,
        str(BROKEN): 0,
        str(TODO): 0,
        str(RIGHT): 1,
    }
    rows = [it for it in grade["tests"] if it["name"].startswith(str(HALF))]
    assert [it["status"] for it in rows] == ["pass", "fail"]
    assert [it["max_points"] for it in rows] == [0.5, 0.5]
    held, failed = rows
    assert held["message"] is held["output"] is None
    assert failed["name"] == f"{HALF}: Two is 2, however often it is asked."
    assert "got       [7" in failed["message"]  # of either parameter: workers end in any order
    assert failed["output"] == "x" * 500
    assert failed["test_code"].startswith("def test_two(n):")
    assert {it["task_id"] for it in grade["tests"]} == {1, 2, 3, 4}


def test_what_cannot_be_imported_or_is_not_begun_has_no_points_and_all_its_rules(course):
    rows = graded(course)["tests"]
    broken = [it for it in rows if it["name"].startswith(str(BROKEN))]
    assert [it["status"] for it in broken] == ["error"] * 3
    assert "SyntaxError" in broken[0]["message"]
    todo = [it for it in rows if it["name"].startswith(str(TODO))]
    assert {it["status"] for it in todo} == {"fail"}
    assert all(it["message"].startswith("todo: ") for it in todo)
    assert round(sum(it["max_points"] for it in todo), 2) == 1


@pytest.mark.parametrize(
    ("kata", "status"), [(RIGHT, "pass"), (HALF, "fail"), (BROKEN, "error"), (TODO, "fail")]
)
def test_the_whole_is_as_good_as_its_rules(course, kata, status):
    grade = graded(course, katas=[f"katas/{kata}.py"])
    assert grade["status"] == status
    assert bool(grade["message"]) == (status == "error")


def test_what_has_not_run_has_no_points(course):
    rows = graded(course, "-x", katas=KATAS[:2])["tests"]
    assert [it["status"] for it in rows] == ["pass", "fail", *["error"] * 4]
    assert rows[2]["message"] == "It has not run."


def test_points_are_as_the_table_says(course):
    table = f"""
[tool.torch-katas.points]
"{HALF}" = 3
"{HALF}::test_two" = 2
"""
    with (course.root / "pyproject.toml").open("a") as file:
        file.write(table)
    rows = graded(course, katas=KATAS[:2])["tests"]
    assert [it["max_points"] for it in rows] == [1, 2, 0.5, 0.5]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('"ch05_mechanics/lost" = 1', "there is no ch05_mechanics/lost"),
        (f'"{HALF}::test_nothing" = 1', f"there is no {HALF}::test_nothing"),
        (f'"{HALF}" = -1', f"{HALF} = -1, no number"),
        (f'"{HALF}" = "much"', f"{HALF} = 'much', no number"),
    ],
)
def test_a_table_that_is_wrong_is_one_clear_line(course, entry, said):
    with (course.root / "pyproject.toml").open("a") as file:
        file.write(f"\n[tool.torch-katas.points]\n{entry}\n")
    run = course.pytest(*KATAS, "--grade", "grade.json")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip() == f"ERROR: pyproject.toml, points: {said}"


def test_a_place_that_cannot_be_written_is_told_before_anything_runs(course):
    run = course.pytest(*KATAS, "--grade", "no/grade.json")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip() == "ERROR: --grade no/grade.json: No such file or directory"


def test_gradescope_reads_numbers_that_add_up(course):
    grade = graded(course, "--grade-format", "gradescope")
    assert grade["score"] == 1.5
    assert round(sum(it["score"] for it in grade["tests"]), 3) == 1.5
    assert {it["status"] for it in grade["tests"]} == {"passed", "failed"}
    numbers = [it["number"] for it in grade["tests"]]
    assert f"{HALF}::test_two" in numbers
    assert not any("[" in it for it in numbers)


def test_junit_has_a_suite_for_each_kata(course):
    course.pytest(*KATAS, "--grade", "grade.xml", "--grade-format", "junit")
    root = ElementTree.parse(course.root / "grade.xml").getroot()
    suites = {it.get("name"): it for it in root}
    assert list(suites) == [str(it) for it in (HALF, BROKEN, TODO, RIGHT)]
    assert (suites[str(HALF)].get("tests"), suites[str(HALF)].get("failures")) == ("2", "1")
    assert suites[str(BROKEN)].get("errors") == "3"
    held, failed = suites[str(HALF)]
    assert (held.get("classname"), held.get("name")) == ("ch05_mechanics.losses", "test_one")
    assert "got       [7]" in failed.find("failure").text
