"""``--map``: what a run writes down, what it must not claim, and the screen drawn from it."""

import io
import json
import re

import pytest
from _pytest._io import TerminalWriter

from katas._dojo.curriculum import CURRICULUM, START, Kata, in_turn
from katas._dojo.showing import state
from katas._dojo.showing.map import draw
from tests.matrix import stub_source

FIRST, SECOND = in_turn(CURRICULUM)[:2]
CROSS_ENTROPY = Kata("ch07_images", "cross_entropy")
SPEC = f"""
from {FIRST.module} import absolute_error

def test_one():
    assert absolute_error is not None

def test_two():
    assert absolute_error != 2

def test_three():
    assert getattr(absolute_error, "three", True)
"""
SOLVED = "def absolute_error(): pass\n"
WRONG = SOLVED + "absolute_error.three = False\n"


@pytest.fixture
def practice(workshop):
    """The workshop, with a first kata whose spec takes no time."""
    workshop.plain_spec(FIRST, SPEC)
    workshop.answer(FIRST, SOLVED)
    return workshop


def status(workshop, kata: Kata = FIRST) -> str:
    run = workshop.pytest("--map", "-v")
    assert run.status == 0
    cell = rf"(?<!\S){kata.stem} +(\S+(?: \(\d+ of \d+\))?)"
    (found,) = re.findall(cell, re.sub(r"(?m)^[>*] .*$", "", run.screen))
    return found


def saved(workshop):
    file = workshop.root / ".katas" / "state.json"
    return json.loads(file.read_text()) if file.exists() else None


def test_a_fresh_clone_is_all_todo_on_one_screen(workshop):
    run = workshop.pytest("--map")
    assert run.status == 0
    assert run.lines[0] == f"0 of {len(CURRICULUM)} katas are solved"
    first = [kata for kata in CURRICULUM if kata.chapter == FIRST.chapter]
    others = {kata.chapter for kata in CURRICULUM} - {FIRST.chapter}
    assert len(re.findall(r"\btodo\b", run.screen)) == len(first) + len(others)
    assert f"  > {FIRST.stem} " in run.screen
    assert run.lines[-1] == f"> next: pytest katas/{FIRST.chapter}/test_{FIRST.stem}.py"
    assert len(run.lines) <= 40
    assert max(map(len, run.lines)) <= 80
    assert saved(workshop) is None, "looking changes nothing"


@pytest.mark.parametrize(
    ("statuses", "turn"),
    [
        (("todo", "todo", "todo"), START),
        (("todo", "solved", "todo"), "ch99"),
        (("todo", "solved", "solved"), "ch00"),
        (("partly", "todo", "todo"), "ch00"),
        (("solved", "todo", "todo"), START),
        (("solved", "solved", "solved"), None),
    ],
)
def test_chapter_3_comes_first_unless_an_earlier_one_is_begun(statuses, turn):
    known = [
        state.Standing(Kata(chapter, "it"), status, settled=status == "solved")
        for chapter, status in zip(("ch00", START, "ch99"), statuses, strict=True)
    ]
    upcoming = state.next_kata(known)
    assert (upcoming and upcoming.chapter) == turn


def test_with_v_every_kata_is_named(workshop):
    run = workshop.pytest("--map", "-v")
    n_todo = sum(not kata.missing for kata in CURRICULUM)
    assert len(re.findall(r"\btodo\b", run.screen)) == n_todo
    assert max(map(len, run.lines)) <= 80


def test_a_chapter_that_is_solved_takes_a_line_and_one_that_is_begun_takes_more():
    ch10 = [kata for kata in CURRICULUM if kata.chapter == "ch10_datasets"]
    statuses = dict.fromkeys(ch10, "solved") | {CROSS_ENTROPY: "partly"}
    known = [state.Standing(it, statuses.get(it, "todo"), it in ch10) for it in CURRICULUM]
    screen = io.StringIO()
    draw(TerminalWriter(screen), known, None)
    assert re.search(rf"(?m)^ch10_datasets +{len(ch10)} solved$", screen.getvalue())
    assert re.search(r"(?m)^ch07_images\n( .*\n)* .*\bcross_entropy +partly\b", screen.getvalue())


def test_a_green_run_is_solved_and_the_next_is_marked(practice):
    practice.pytest(f"katas/{FIRST}.py")
    run = practice.pytest("--map")
    assert run.lines[0].startswith("1 of ")
    assert re.search(rf"^  \* {FIRST.stem} +solved\b", run.screen, re.MULTILINE)
    assert re.search(rf"^  > {SECOND.stem} +todo\b", run.screen, re.MULTILINE)
    assert re.search(rf"^\* last green run: {FIRST}, \d{{4}}-\d\d-\d\d \d\d:\d\d$", run.lines[-1])


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (WRONG, "partly (2 of 3)"),
        ("def absolute_error(:\n", "broken"),
        ("x = 1\n", "broken"),
    ],
    ids=["wrong", "syntax", "name"],
)
def test_what_is_not_solved_is_told_apart(practice, answer, shown):
    practice.answer(FIRST, answer)
    practice.pytest(f"katas/{FIRST}.py")
    assert status(practice) == shown
    assert f"  > {FIRST.stem} " in practice.pytest("--map").screen


def test_a_real_kata_is_recorded(workshop):
    workshop.pytest(f"katas/{SECOND}.py")
    assert saved(workshop)["records"] == {}
    assert status(workshop, SECOND) == "todo"
    workshop.answer(SECOND, "import itertools\n" + stub_source(SECOND))
    workshop.pytest(f"katas/{SECOND}.py")
    assert saved(workshop)["records"][str(SECOND)]["status"] == "todo"
    workshop.solve(SECOND)
    workshop.pytest(f"katas/{SECOND}.py")
    assert status(workshop, SECOND) == "solved"


def test_what_was_solved_and_is_begun_again_is_the_next_to_do(workshop):
    workshop.solve(FIRST)
    workshop.pytest(f"katas/{FIRST}.py")
    workshop.answer(FIRST, stub_source(FIRST))
    workshop.pytest(f"katas/{FIRST}.py")
    workshop.answer(FIRST, "import itertools\n" + FIRST.solution.read_text("utf-8"))
    assert f"  > {FIRST.stem} " in workshop.pytest("--map").screen


def test_a_run_in_parallel_is_recorded(practice):
    practice.pytest(f"katas/{FIRST}.py", "-n", "1")
    assert status(practice) == "solved"


def test_an_edit_of_the_kata_or_its_spec_asks_for_a_recheck(practice):
    practice.pytest(f"katas/{FIRST}.py")
    practice.answer(FIRST, SOLVED + "# a thought\n")
    assert status(practice) == "recheck"
    assert f"  > {SECOND.stem} " in practice.pytest("--map").screen, "not the next to do"
    practice.answer(FIRST, SOLVED)
    assert status(practice) == "solved"
    practice.plain_spec(FIRST, SPEC + "# a rule\n")
    assert status(practice) == "recheck"
    practice.pytest(f"katas/{FIRST}.py")
    assert status(practice) == "solved"


def test_a_missing_kata_is_broken_and_the_run_says_what_to_do(practice):
    (practice.root / "katas" / f"{FIRST}.py").unlink()
    assert status(practice) == "broken"
    run = practice.pytest(f"katas/{FIRST}.py")
    assert f"the file is missing; pytest --reset {FIRST.stem} brings it back" in run.screen
    assert status(practice) == "broken"


SPEC_PATH = f"katas/{FIRST.chapter}/test_{FIRST.stem}.py"


@pytest.mark.parametrize(
    "arguments",
    [
        [SPEC_PATH, "-k", "one"],
        [SPEC_PATH, "-k", "one", "-n", "1"],
        [f"{SPEC_PATH}::test_one"],
        [SPEC_PATH, "--deselect", f"{SPEC_PATH}::test_two"],
        [SPEC_PATH, "--solutions"],
        [SPEC_PATH, "--collect-only"],
        [SPEC_PATH, "--setup-only"],
    ],
    ids=lambda arguments: " ".join(arguments[-1:]),
)
def test_a_part_of_a_run_claims_nothing(practice, arguments):
    practice.pytest(*arguments)
    assert status(practice) == "recheck"


INTERRUPTIONS = {
    "interrupt": "def test_zzz():\n    raise KeyboardInterrupt\n",
    "fixture": "import pytest\n@pytest.fixture\ndef it(): 1 / 0\ndef test_zzz(it): pass\n",
    "teardown": "import pytest\n@pytest.fixture\ndef it():\n    yield\n    1 / 0\n"
    "def test_zzz(it): pass\n",
}


@pytest.mark.parametrize("ending", INTERRUPTIONS.values(), ids=INTERRUPTIONS)
def test_a_run_that_did_not_end_well_claims_nothing(practice, ending):
    practice.plain_spec(FIRST, SPEC + ending)
    practice.pytest(f"katas/{FIRST}.py")
    assert status(practice) == "recheck"


@pytest.mark.parametrize("parallel", [[], ["-n", "1"]], ids=["here", "in a worker"])
def test_a_rerun_of_the_last_failures_claims_nothing(workshop, parallel):
    spec = SPEC.replace(FIRST.module, CROSS_ENTROPY.module)
    workshop.plain_spec(CROSS_ENTROPY, spec)
    workshop.answer(CROSS_ENTROPY, WRONG)
    workshop.pytest("katas/ch07_images")
    workshop.answer(CROSS_ENTROPY, SOLVED)
    assert "1 passed" in workshop.pytest("katas/ch07_images", "--lf", *parallel).screen
    assert status(workshop, CROSS_ENTROPY) == "recheck"


def test_a_skipped_test_does_not_stand_in_the_way(practice):
    skipped = "import pytest\n@pytest.mark.skip\ndef test_zzz(): pass\n"
    practice.plain_spec(FIRST, SPEC + skipped)
    practice.pytest(f"katas/{FIRST}.py")
    assert status(practice) == "solved"


def test_a_part_that_fails_casts_doubt_on_the_whole(practice):
    practice.answer(FIRST, SOLVED + "import os\nabsolute_error.three = 'BAD' not in os.environ\n")
    practice.pytest(f"katas/{FIRST}.py")
    assert status(practice) == "solved"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAD", "1")
        practice.pytest(f"katas/{FIRST}.py", "-k", "three")
    assert status(practice) == "recheck"


def test_a_save_during_the_run_is_not_what_ran(practice):
    saving = f"def test_zzz():\n    import {FIRST.module} as it\n"
    saving += "    with open(it.__file__, 'a') as file:\n        file.write('# more')\n"
    practice.plain_spec(FIRST, SPEC + saving)
    practice.pytest(f"katas/{FIRST}.py")
    assert status(practice) == "recheck"
    practice.answer(FIRST, SOLVED)
    assert status(practice) == "recheck", "which of the two ran, nobody knows"


def test_the_suites_own_tests_write_nothing(workshop):
    (workshop.root / "test_other.py").write_text("def test_it(): pass\n")
    workshop.pytest("test_other.py")
    assert not (workshop.root / ".katas").exists()


DAMAGED = {
    "empty": b"",
    "cut off": b'{"records": {"ch05',
    "not text": b"\xff\xfe\x00",
    "a list": b"[]",
    "no records": b"{}",
    "a strange status": b'{"records": {"a": {"digest": "", "status": 0}}, "hints": {}, "green": 0}',
    "a strange time": b'{"records": {}, "hints": {}, "green": {"kata": "a", "at": "noon"}}',
    "a strange count": b'{"records": {}, "hints": {"ch05_mechanics/losses": "x"}, "green": null}',
    "too deep": b"[" * 100_000,
}


def test_a_damaged_state_file_is_put_aside(practice):
    folder = practice.root / ".katas"
    folder.mkdir()
    for name, content in DAMAGED.items():
        (folder / "state.json").write_bytes(content)
        run = practice.pytest("--map")
        assert run.status == 0, name
        assert run.lines[0] == (
            ".katas/state.json was damaged: it is now .katas/state.damaged.json, "
            "and a new one begins"
        ), name
        damaged = folder / "state.damaged.json"
        assert damaged.read_bytes() == content
        damaged.unlink()
    practice.pytest(f"katas/{FIRST}.py")
    assert status(practice) == "solved"


def test_a_run_and_a_hint_survive_a_damaged_state_file_too(practice):
    folder = practice.root / ".katas"
    folder.mkdir()
    for arguments in ([f"katas/{FIRST}.py"], ["--hint", "adam"]):
        (folder / "state.json").write_text("{")
        run = practice.pytest(*arguments)
        assert run.status == 0
        assert run.screen.count("was damaged") == 1
    assert {file.name for file in folder.glob("*.*")} == {
        "state.json",
        "state.damaged.json",
        "state.damaged.1.json",
    }


def test_what_a_killed_write_left_harms_nothing(practice):
    practice.pytest(f"katas/{FIRST}.py")
    (practice.root / ".katas" / "state.json.1234.tmp").write_text('{"records": {"ch05')
    assert status(practice) == "solved"
    practice.pytest("--hint", "adam")
    assert status(practice) == "solved"


def test_a_write_that_fails_leaves_the_old_file_whole(monkeypatch, tmp_path):
    monkeypatch.setattr(state, "FOLDER", tmp_path)
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o640)
    mode = file.stat().st_mode

    def fail(*_):
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fail)
        with pytest.raises(OSError, match="no space left"):
            state.write(file, b"new and longer")
    assert [it.read_bytes() for it in tmp_path.iterdir()] == [b"old"]
    state.write(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode == mode


def test_a_run_goes_on_where_the_state_cannot_be_written(practice):
    (practice.root / ".katas").write_text("in the way")
    run = practice.pytest(f"katas/{FIRST}.py")
    assert run.status == 0
    assert ".katas/state.json cannot be " in run.screen
    assert run.lines[-1] == "1 of 1 katas"
    assert practice.pytest("--map").status == 0


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f():\n    raise NotImplementedError", True),
        ('def f():\n    """Do."""\n    raise NotImplementedError', True),
        ("def f():\n    return 1", False),
        ("def f():\n    x = 1\n    raise NotImplementedError", False),
        ("", False),
        ("def f(:", False),
        ("\0", False),
        ("x = '\\d'\ndef f():\n    raise NotImplementedError", True),
    ],
)
def test_a_stub_is_known_by_its_bodies(source, expected):
    assert state.is_stub(source.encode()) is expected
