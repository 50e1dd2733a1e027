"""``--contracts``: what a course relies on, and that no change of it goes unsaid."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from tests.matrix import stub_source

LOSSES, BROADCASTING = (Kata("ch05_mechanics", it) for it in ("losses", "broadcasting"))
NOTES = ".github/RELEASES.md"


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=a teacher", "-c", "user.email=teacher@localhost", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def released(workshop):
    """The workshop as a repository with a first release, v1, and its notes."""
    notes = workshop.root / NOTES
    notes.parent.mkdir()
    notes.write_text(f"# Releases\n\n## v1\n\n- {LOSSES}: new.\n")
    git(workshop.root, "init", "--quiet")
    git(workshop.root, "add", ".")
    git(workshop.root, "commit", "--quiet", "-m", "The first release")
    git(workshop.root, "tag", "v1")
    return workshop


def change_spec(workshop, kata: Kata) -> None:
    spec = workshop.root / f"katas/{kata.chapter}/test_{kata.stem}.py"
    spec.write_text(spec.read_text("utf-8") + "\n\ndef test_more():\n    pass\n")


def unannounced(root: Path) -> list[str]:
    """The katas with a new contract since the last tag that the release notes do not name."""
    tag = git(root, "describe", "--tags", "--abbrev=0")
    command = [sys.executable, "-m", "pytest", "--contracts", tag]
    changes = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    notes, heading, _ = (root / NOTES).read_text("utf-8").partition(f"\n## {tag}\n")
    assert heading, f"{NOTES} has no heading for {tag}"
    changed = dict.fromkeys(re.findall(r"^[-+] (\S+)", changes, re.MULTILINE))
    named = set(re.findall(r"\w+/\w+", notes))
    return [kata for kata in changed if kata not in named]


def test_each_kata_has_its_digests_its_names_and_their_signatures(workshop):
    run = workshop.pytest("--contracts")
    assert run.status == 0
    version, *lines = run.lines
    assert version == "contracts 1"
    assert list(dict.fromkeys(it.partition(" ")[0] for it in lines)) == list(map(str, CURRICULUM))
    digests, signature, _ = [it for it in lines if it.startswith(f"{BROADCASTING} ")]
    assert re.fullmatch(r"\S+ stub [0-9a-f]{12} spec [0-9a-f]{12}", digests)
    assert (
        signature == f"{BROADCASTING} broadcast_shape(*shapes: tuple[int, ...]) -> tuple[int, ...]"
    )


def test_a_class_shows_its_bases_and_its_methods(workshop):
    stub = (
        "class One(Base):\n"
        "    def __init__(self, n: int = 1): raise NotImplementedError\n"
        "    def _own(self): raise NotImplementedError\n"
        "class _Two: pass\n"
    )
    workshop.answer(LOSSES, stub)
    shown = [it for it in workshop.pytest("--contracts").lines if it.startswith(f"{LOSSES} ")]
    assert shown[1:] == [f"{LOSSES} class One(Base)", f"{LOSSES} One.__init__(self, n: int=1)"]


def test_what_a_learner_has_solved_is_still_the_same_contract(released):
    released.solve(LOSSES)
    released.answer(BROADCASTING, "def (:")
    run = released.pytest("--contracts", "v1")
    assert (run.status, run.lines) == (0, ["nothing new since v1"])


def test_line_ends_change_nothing(released):
    spec = released.root / f"katas/{LOSSES.chapter}/test_{LOSSES.stem}.py"
    spec.write_bytes(spec.read_bytes().replace(b"\n", b"\r\n"))
    assert released.pytest("--contracts", "v1").lines == ["nothing new since v1"]


def test_what_is_new_since_a_tag_is_told_line_by_line(released):
    change_spec(released, LOSSES)
    stub = stub_source(BROADCASTING).replace("*shapes: tuple[int, ...]", "shapes: list", 1)
    released.answer(BROADCASTING, stub)
    run = released.pytest("--contracts", "v1")
    assert run.status == 0
    assert [re.sub(r"\b[0-9a-f]{12}\b", "…", it) for it in run.lines] == [
        f"- {LOSSES} stub … spec …",
        f"+ {LOSSES} stub … spec …",
        f"- {BROADCASTING} stub … spec …",
        f"- {BROADCASTING} broadcast_shape(*shapes: tuple[int, ...]) -> tuple[int, ...]",
        f"+ {BROADCASTING} stub … spec …",
        f"+ {BROADCASTING} broadcast_shape(shapes: list) -> tuple[int, ...]",
    ]


def test_a_tag_that_is_not_there_is_one_clear_line(released):
    run = released.pytest("--contracts", "v7")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip() == "ERROR: --contracts v7: git knows no such commit here"


def test_only_what_the_notes_above_the_last_tag_name_is_announced(released):
    assert unannounced(released.root) == []
    change_spec(released, LOSSES)
    change_spec(released, BROADCASTING)
    assert unannounced(released.root) == [str(LOSSES), str(BROADCASTING)]
    notes = released.root / NOTES
    notes.write_text(f"- {LOSSES}: one rule more.\n- {BROADCASTING}_two: new.\n{notes.read_text()}")
    assert unannounced(released.root) == [str(BROADCASTING)]


def test_a_kata_that_is_gone_is_a_change(released):
    for path in (released.root / "katas").rglob(f"*{LOSSES.stem}.py"):
        path.unlink()
    order = released.root / "katas/_dojo/curriculum.py"
    order.write_text(order.read_text("utf-8").replace(f'"{LOSSES.stem}",', ""))
    assert unannounced(released.root) == [str(LOSSES)]


def test_a_release_without_its_heading_is_noticed(released):
    git(released.root, "commit", "--quiet", "--allow-empty", "-m", "The next one")
    git(released.root, "tag", "v2")
    with pytest.raises(AssertionError, match="has no heading for v2"):
        unannounced(released.root)


def test_the_release_notes_name_every_contract_that_has_changed_here():
    try:
        git(ROOT, "describe", "--tags", "--abbrev=0")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("there is no release to compare with yet")
    assert unannounced(ROOT) == []
