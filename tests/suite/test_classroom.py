"""GitHub Classroom: the workflow that a teacher copies, and what its reporter makes of a grade.

That is https://github.com/classroom-resources/autograding-grading-reporter; what it reads, and
what stops it, is written here once more.
"""

import base64
import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata

yaml = pytest.importorskip("yaml")

WORKFLOW = ROOT / ".github" / "classroom.yml"
LONGEST_VARIABLE = 128 * 1024  # bytes with its name, in the environment of a process on Linux
HALF, RIGHT = (Kata("ch05_mechanics", it) for it in ("losses", "adam"))
SPEC = '''
from {module} import one, two

def test_one():
    """One is 1."""
    assert one() == 1

def test_two():
    """Two is 2."""
    assert two() == 2
'''
SOLUTION = "def one():\n    return 1\n\n\ndef two():\n    return 2\n"
UV = f"""\
#!/bin/sh
[ "$1 $2 $3" = "run --no-sync pytest" ] || exit 70
shift 2
exec {sys.executable} -m "$@"
"""


@dataclass
class Reported:
    log: list[str]
    points: float
    max_points: float
    failed: bool


def reported(variable: str) -> Reported:
    """What the reporter shows, and what it tells Classroom."""
    results = json.loads(base64.b64decode(variable, validate=True))
    log = []
    for test in results["tests"]:
        mark = {"pass": "✅", "fail": "❌"}[test["status"]]
        line = f" - line {test['line_no']}" if test["line_no"] != 0 else ""
        log.append(f"{mark} {test['name']}{line}")
        assert type(test["score"]) in (int, float)
    assert type(results["max_score"]) in (int, float)
    points = sum(test["score"] for test in results["tests"])
    return Reported(log, points, results["max_score"], results["status"] in ("fail", "error"))


@pytest.fixture
def course(workshop):
    """A kata of which half is right, one that is, and many that are not begun."""
    for kata in (HALF, RIGHT):
        workshop.plain_spec(kata, SPEC.format(module=kata.module))
        workshop.answer(kata, SOLUTION)
        (workshop.root / f"solutions/katas/{kata}.py").write_text(SOLUTION)
        (workshop.root / f"solutions/mistakes/{kata}.py").write_text('"""None."""\n')
    workshop.answer(HALF, SOLUTION.replace("return 2", "return 7"))
    return workshop


def graded(course, *katas: Kata) -> Reported:
    names = [f"katas/{kata}.py" for kata in katas]
    course.pytest(*names, "--grade", "grade.json", "--grade-format", "classroom")
    return reported(base64.b64encode((course.root / "grade.json").read_bytes()).decode())


def steps() -> dict[str, dict]:
    (job,) = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"].values()
    return {it.get("name", it.get("uses")): it for it in job["steps"]}


def test_a_kata_is_a_test_with_part_of_its_points(course):
    assert graded(course, HALF, RIGHT) == Reported(
        [f"❌ {HALF}: 1 of 2 rules hold", f"✅ {RIGHT}: 2 of 2 rules hold"], 1.5, 2, failed=True
    )


def test_what_is_right_does_not_fail(course):
    assert graded(course, RIGHT) == Reported([f"✅ {RIGHT}: 2 of 2 rules hold"], 1, 1, failed=False)


def test_nothing_to_grade_is_no_success(course):
    course.pytest("katas", "-k", "zzz", "--grade", "grade.json", "--grade-format", "classroom")
    content = (course.root / "grade.json").read_bytes()
    assert reported(base64.b64encode(content).decode()) == Reported([], 0, 0, failed=True)


@pytest.mark.skipif(sys.platform == "win32", reason="it runs on Linux, as its tools here do")
def test_the_workflow_hands_the_grade_of_every_kata_to_the_reporter(course):
    """As the runner does: bash stops at the first line that fails, and reads what it has set."""
    tools = course.root / "tools"
    tools.mkdir()
    (tools / "uv").write_text(UV)
    (tools / "uv").chmod(0o755)
    output = course.root / "output.txt"
    script, report = steps()["Grade"], steps()["Report"]
    environment = os.environ | {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_OUTPUT": str(output),
        "PYTEST_ADDOPTS": "-p no:sugar -p no:rerunfailures",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script["run"]]
    subprocess.run(command, cwd=course.root, env=environment, check=True, capture_output=True)
    name, _, value = output.read_text().rstrip("\n").partition("=")

    (runner,) = report["with"]["runners"].split(",")
    ((variable, read),) = report["env"].items()
    assert variable == f"{runner.upper()}_RESULTS"
    assert read == f"${{{{ steps.{script['id']}.outputs.{name} }}}}"
    assert len(f"{variable}={value}") < LONGEST_VARIABLE
    grade = reported(value)
    n_graded = sum(not kata.missing for kata in CURRICULUM)
    assert len(grade.log) == grade.max_points == n_graded
    assert (grade.points, grade.failed) == (1.5, True)


def test_a_run_that_could_not_grade_fails_the_step(course):
    """With what is no kata's point in the table, for one, pytest stops with status 4."""
    with (course.root / "pyproject.toml").open("a") as file:
        file.write('\n[tool.torch-katas.points]\n"lost" = 1\n')
    script = steps()["Grade"]["run"].replace("uv run --no-sync", f"{sys.executable} -m")
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    environment = os.environ | {"GITHUB_OUTPUT": str(course.root / "output.txt")}
    done = subprocess.run(command, cwd=course.root, env=environment, capture_output=True)
    assert done.returncode != 0
    assert not (course.root / "output.txt").exists()


def test_the_workflow_installs_as_the_readme_says():
    readme = (ROOT / "README.md").read_text("utf-8")
    for line in steps()["Install"]["run"].splitlines():
        assert line in readme
