"""``--reset`` and ``--undo-reset``: the stub comes back, and nothing is ever lost."""

import datetime
import subprocess

import pytest

from katas._dojo.curriculum import CURRICULUM, Kata
from tests.matrix import stub_source

ADAM = Kata("ch05_mechanics", "adam")
PADDING = Kata("ch08_convolutions", "padding")
PATH = f"katas/{ADAM}.py"
MINE = "# my own work\n"
GIT = ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]


def commit(root):
    subprocess.run([*GIT, "add", "katas"], cwd=root, check=True)
    subprocess.run([*GIT, "commit", "-qm", "katas"], cwd=root, check=True)


@pytest.fixture
def cloned(workshop):
    """The workshop as a clone: git has its stubs."""
    subprocess.run(["git", "init", "-q"], cwd=workshop.root, check=True)
    commit(workshop.root)
    return workshop


def text(workshop, kata=ADAM) -> str:
    return (workshop.root / "katas" / f"{kata}.py").read_text("utf-8")


def copies(workshop) -> list[str]:
    """What every backup holds, the oldest first."""
    found = sorted((workshop.root / ".katas").glob("backups/*/*/*.py"))
    return [copy.read_text("utf-8") for copy in found]


def refused(run, message) -> bool:
    return run.status == pytest.ExitCode.USAGE_ERROR and run.screen.strip() == f"ERROR: {message}"


def test_reset_brings_the_stub_back_and_keeps_a_copy(cloned):
    cloned.answer(ADAM, MINE)
    run = cloned.pytest("--reset", "adam")
    assert run.status == 0
    assert text(cloned) == stub_source(ADAM)
    said, how = run.lines
    start, _, copy = said.rpartition(" ")
    assert start == f"{PATH} is a stub again; what it held is in"
    assert (cloned.root / copy).read_text() == MINE
    assert how == "To bring back what was there: pytest --undo-reset adam"


def test_undo_brings_the_code_back_and_another_undo_the_stub(cloned):
    cloned.answer(ADAM, MINE)
    cloned.pytest("--reset", "adam")
    cloned.answer(ADAM, "# begun anew\n")
    run = cloned.pytest("--undo-reset", PATH)
    assert run.status == 0
    assert text(cloned) == MINE
    assert copies(cloned) == [MINE, "# begun anew\n"]
    cloned.pytest("--undo-reset", "adam")
    assert text(cloned) == "# begun anew\n"


class Stopped(datetime.datetime):
    """A clock that has."""

    @classmethod
    def now(cls, tz=None):
        return cls(2026, 1, 1, tzinfo=tz)


def test_two_resets_in_the_same_second_keep_both_copies(cloned, monkeypatch):
    monkeypatch.setattr(datetime, "datetime", Stopped)
    written = [f"# number {number}\n" for number in range(3)]
    for content in written:
        cloned.answer(ADAM, content)
        assert cloned.pytest("--reset", "adam").status == 0
    assert copies(cloned) == written
    cloned.pytest("--undo-reset", "adam")
    assert text(cloned) == written[-1]


def test_a_stub_is_left_alone(cloned):
    run = cloned.pytest("--reset", "adam")
    assert run.status == 0
    assert run.lines == [f"Nothing to do for {PATH}"]
    cloned.answer(ADAM, stub_source(ADAM).replace("\n", "\r\n"))
    assert cloned.pytest("--reset", "adam").screen == run.screen
    assert not (cloned.root / ".katas").exists()


def test_all_are_reset_and_brought_back_together(cloned):
    for kata in (ADAM, PADDING):
        cloned.answer(kata, f"# {kata}\n")
    run = cloned.pytest("--reset", "all")
    assert run.status == 0
    assert len(run.lines) == 4
    assert [text(cloned, kata) for kata in CURRICULUM] == [stub_source(kata) for kata in CURRICULUM]
    assert run.lines[-2:] == [
        "To bring back what was there: pytest --undo-reset all",
        f"Nothing to do for {len(CURRICULUM) - 2} katas",
    ]
    cloned.pytest("--undo-reset", "all")
    assert [text(cloned, kata) for kata in (ADAM, PADDING)] == [f"# {ADAM}\n", f"# {PADDING}\n"]


def test_undo_all_touches_only_what_was_reset_last(cloned):
    for kata in (PADDING, ADAM):
        cloned.answer(kata, MINE)
        cloned.pytest("--reset", kata.stem)
    cloned.pytest("--undo-reset", "all")
    assert text(cloned) == MINE
    assert text(cloned, PADDING) == stub_source(PADDING)


def test_undo_without_a_backup_says_so(cloned):
    cloned.answer(ADAM, MINE)
    for name in ("adam", "all"):
        assert refused(cloned.pytest("--undo-reset", name), "there is no backup to bring back")
    assert text(cloned) == MINE


def test_an_unknown_kata_resets_nothing(cloned):
    cloned.answer(ADAM, MINE)
    for option in ("--reset", "--undo-reset"):
        run = cloned.pytest(option, "adam", option, "adm")
        assert refused(run, "no such kata: adm; did you mean ch05_mechanics/adam?")
    run = cloned.pytest("--reset", "adam", "--undo-reset", "adam")
    assert refused(run, "--reset or --undo-reset, not both")
    assert text(cloned) == MINE


def test_without_git_and_before_the_first_run_nothing_is_reset(workshop, monkeypatch):
    workshop.answer(ADAM, MINE)
    message = f"there is no copy of {PATH}, in git or in .katas/stubs: nothing was reset"
    assert refused(workshop.pytest("--reset", "adam"), message)
    everything = workshop.pytest("--reset", "all")
    assert refused(everything, message.replace(PATH, "the stubs"))
    monkeypatch.setenv("PATH", str(workshop.root))
    assert refused(workshop.pytest("--reset", "adam"), message)
    assert text(workshop) == MINE


def test_without_git_the_stub_that_the_first_run_saw_comes_back(workshop):
    workshop.plain_spec(PADDING, "def test_a(): pass\n")
    workshop.answer(PADDING, MINE)
    workshop.pytest(f"katas/{PADDING}.py")
    workshop.answer(ADAM, MINE)
    workshop.pytest(f"katas/{PADDING}.py")
    assert workshop.pytest("--reset", "adam").status == 0
    assert text(workshop) == stub_source(ADAM)
    run = workshop.pytest("--reset", "adam", "--reset", "padding")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert f"there is no stub of katas/{PADDING}.py: it was left as it is" in run.screen
    assert text(workshop, PADDING) == MINE


def test_a_solved_kata_that_was_committed_is_not_taken_for_a_stub(cloned):
    cloned.plain_spec(PADDING, "def test_a(): pass\n")
    cloned.answer(ADAM, ADAM.solution.read_text())
    commit(cloned.root)
    cloned.answer(ADAM, MINE)
    message = f"there is no copy of {PATH}, in git or in .katas/stubs: nothing was reset"
    assert refused(cloned.pytest("--reset", "adam"), message)
    cloned.answer(ADAM, stub_source(ADAM))
    cloned.pytest(f"katas/{PADDING}.py")
    cloned.answer(ADAM, MINE)
    assert cloned.pytest("--reset", "adam").status == 0
    assert text(cloned) == stub_source(ADAM)


def test_a_read_only_file_is_left_as_it_is(cloned):
    cloned.answer(ADAM, MINE)
    (cloned.root / PATH).chmod(0o444)
    run = cloned.pytest("--reset", "adam")
    assert refused(run, f"{PATH} was left as it is: it is read-only")
    assert text(cloned) == MINE


def test_a_missing_file_comes_back(cloned):
    cloned.answer(ADAM, MINE)
    cloned.pytest("--reset", "adam")
    (cloned.root / PATH).unlink()
    run = cloned.pytest("--reset", "adam")
    assert run.lines == [f"{PATH} is a stub again"]
    assert text(cloned) == stub_source(ADAM)
    (cloned.root / PATH).unlink()
    cloned.pytest("--undo-reset", "adam")
    assert text(cloned) == MINE


def test_no_file_is_touched_that_could_not_be_copied(cloned):
    cloned.answer(ADAM, MINE)
    (cloned.root / ".katas").mkdir()
    (cloned.root / ".katas" / "backups").write_text("in the way")
    run = cloned.pytest("--reset", "adam")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.startswith(f"ERROR: {PATH} was left as it is: ")
    assert text(cloned) == MINE


def test_inside_a_larger_repository(workshop, tmp_path_factory):
    subprocess.run(["git", "init", "-q"], cwd=workshop.root.parent, check=True)
    try:
        commit(workshop.root)
        workshop.answer(ADAM, MINE)
        assert workshop.pytest("--reset", "adam").status == 0
        assert text(workshop) == stub_source(ADAM)
    finally:
        subprocess.run(["rm", "-rf", ".git"], cwd=workshop.root.parent, check=True)


def test_where_git_does_not_know_the_stubs_of_an_update_yet(cloned):
    newer = stub_source(ADAM) + "# newer\n"
    cloned.answer(ADAM, MINE)
    stubs = cloned.root / ".katas/stubs"
    (stubs / ADAM.chapter).mkdir(parents=True)
    (stubs / f"{ADAM}.py").write_text(newer, "utf-8")
    (stubs / "before_git").touch()
    cloned.pytest("--reset", "adam")
    assert text(cloned) == newer


def test_the_map_and_the_hints_follow(cloned):
    cloned.plain_spec(ADAM, "def test_a(): pass\n")
    cloned.solve(ADAM)
    cloned.pytest(PATH)
    cloned.pytest("--hint", "adam")
    assert cloned.pytest("--map").lines[0].startswith("1 of")
    cloned.pytest("--reset", "adam")
    assert cloned.pytest("--map").lines[0].startswith("0 of")
    assert "recheck" not in cloned.pytest("--map").screen
    assert "hint 1 of 3" in cloned.pytest("--hint", "adam").screen
    cloned.pytest("--undo-reset", "adam")
    assert cloned.pytest("--map").lines[0].startswith("1 of")
