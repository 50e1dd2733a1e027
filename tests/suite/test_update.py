"""``--update`` and ``--undo-update``: another version, in which every answer has stayed.

Most of it is tried on suites of a few katas, in real repositories.
"""

import json
import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from katas._dojo.curriculum import ROOT
from katas._dojo.updating import swap
from katas._dojo.updating.carrying import moved, with_new_names
from katas._dojo.updating.repository import RefusedError
from katas._dojo.updating.sources import Version
from katas._dojo.updating.telling import changes
from katas._dojo.updating.undo import undo
from katas._dojo.updating.update import update
from tests.workshop import become_pytest, run_pytest

OLDEST = "0443d366aa4564de01726498194bb2925a62a7be"  # that has katas/, solutions/ and tests/
OF_THE_FIRST_DAY = "758aca3"  # which knew three dozen katas
A, B, C, D = (f"ch05_mechanics/{it}" for it in ("first", "second", "third", "fourth"))
NEEDED = ["katas/_dojo/reading.py", "katas/_dojo/curriculum.py", "katas/_dojo/system/dated.py"]
NEEDED += [f"katas/_dojo/updating/{it.name}" for it in Path(swap.__file__).parent.glob("*.py")]
CONFTEST, OF_OLD = (ROOT / "conftest.py").read_text("utf-8"), "pytest_plugins = ()\n"
ENVIRONMENT = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
EDITED = "# a file of my own\n"
USAGE_ERROR = pytest.ExitCode.USAGE_ERROR


def stub(*names: str, says: str = "A rule (§5).") -> str:
    bodies = [f"\n\ndef {it}(x):\n    raise NotImplementedError\n" for it in names]
    return f'"""{says}"""\n' + "".join(bodies)


def solved(*names: str) -> str:
    return stub(*names).replace("raise NotImplementedError", "return x  # mine")


def spec(kata: str, *rules: str) -> str:
    tests = [f'\n\ndef test_{n}():\n    """{it}"""\n' for n, it in enumerate(rules)]
    return f'"""The spec of {kata}."""\n' + "".join(tests)


def path_of(kata: str) -> str:
    return f"katas/{kata}.py"


def spec_of(kata: str) -> str:
    return path_of(kata).replace("mechanics/", "mechanics/test_")


def suite(*katas: str, moves: tuple = (), changed: dict[str, str] | None = None) -> dict[str, str]:
    """The files of a version that has these ``katas``; some of them ``changed``."""
    files = {path: (ROOT / path).read_text("utf-8") for path in NEEDED}
    before, _, rest = files["katas/_dojo/curriculum.py"].partition("BOOK_ORDER = {")
    order = {"ch05_mechanics": [kata.partition("/")[2] for kata in katas]}
    rest = rest.partition("\n}\n")[2].replace("...]]] = []", f"...]]] = {[*moves]!r}")
    files["katas/_dojo/curriculum.py"] = f"{before}BOOK_ORDER = {order!r}\n{rest}"
    for kata in katas:
        stem = kata.partition("/")[2]
        files[path_of(kata)] = stub(stem)
        files[spec_of(kata)] = spec(kata, f"{stem} holds.")
    abilities = 'ABILITIES = ("katas._dojo.updating.command",)\n'
    files["conftest.py"] = re.sub(r"ABILITIES = \([^)]*\)\n", abilities, CONFTEST)
    files["README.md"] = "one\n\ntwo\n\nthree\n\nfour\n"
    files["pyproject.toml"] = '[project]\nversion = "1.0"\n'
    files[".gitignore"] = ".katas/\n*.ignored\n"
    return {**files, **(changed or {})}


def put(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def git(root: Path, *arguments: str) -> str:
    name = ["-c", "user.name=a learner", "-c", "user.email=learner@localhost"]
    done = subprocess.run(
        ["git", *name, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | ENVIRONMENT,
    )
    return done.stdout.rstrip("\n")


def release(root: Path, files: dict[str, str], name: str) -> None:
    """A commit that holds these ``files`` and no others, and its tag."""
    if not (root / ".git").exists():
        root.mkdir(exist_ok=True)
        git(root, "init", "--quiet", "--initial-branch=main")
    for path in git(root, "ls-files").split():
        (root / path).unlink()
    put(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", name)
    git(root, "tag", name)


class Learner:
    """Somebody's copy of the suite, and what they do to it."""

    def __init__(self, root: Path, upstream: Path):
        self.root, self.upstream = root, upstream

    def write(self, path: str, text: str) -> None:
        put(self.root, {path: text})

    def read(self, path: str) -> str | None:
        return (self.root / path).read_text("utf-8") if (self.root / path).exists() else None

    def answer(self, kata: str, text: str) -> None:
        self.write(path_of(kata), text)

    def git(self, *arguments: str) -> str:
        return git(self.root, *arguments)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", "my own work")

    def status(self) -> list[str]:
        return sorted(self.git("status", "--porcelain").splitlines())

    def pytest(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        arguments = ("-p", "no:cacheprovider", "--disable-plugin-autoload", *arguments)
        if sys.platform != "linux":
            return self.python("-m", "pytest", *arguments, **environment)

        def become(root, arguments):
            os.environ.update(ENVIRONMENT | environment)
            sys.dont_write_bytecode = True
            become_pytest(root, arguments)

        return run_pytest(self.root, *arguments, become=become)

    def python(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            env=os.environ | ENVIRONMENT | environment,
        )

    def update(self, source: str = "") -> list[str]:
        done = self.pytest(f"--update={source}" if source else "--update")
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    def undo(self) -> list[str]:
        done = self.pytest("--undo-update")
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    def remember(self, *katas: str) -> None:
        records = {it: {"digest": "d", "status": "solved", "kept": 1, "rules": 1} for it in katas}
        saved = {"records": records, "hints": dict.fromkeys(katas, 2), "green": None}
        self.write(".katas/state.json", json.dumps(saved))

    def remembered(self) -> dict:
        return json.loads(self.read(".katas/state.json") or "{}")

    def files(self) -> dict[str, str]:
        """All that is there, but for git's own and what updates keep of earlier versions."""
        left_out = (".git/", ".katas/update/")
        found = (it for it in self.root.rglob("*") if it.is_file())
        paths = {it.relative_to(self.root).as_posix(): it for it in found}
        return {it: self.read(it) for it in paths if not it.startswith(left_out)}

    def everything(self) -> tuple:
        """The same with what git knows, to be compared."""
        if not (self.root / ".git").exists():
            return (self.files(),)
        asked = (["rev-parse", "HEAD"], ["branch"], ["ls-files", "--stage"], ["status", "--short"])
        return self.files(), *(self.git(*it) for it in asked)

    def refused(self, *arguments: str, **environment: str) -> str:
        """The one line that says why nothing was done, and nothing was."""
        before = self.everything()
        done = self.pytest(*arguments, **environment)
        assert done.returncode == USAGE_ERROR
        assert self.everything() == before
        assert done.stdout == ""
        said, *more = done.stderr.strip().splitlines()
        assert more == []
        return said.removeprefix("ERROR: ")


@pytest.fixture
def start(tmp_path):
    """Somebody who has cloned one version, when another is there."""

    def begin(old: dict[str, str], new: dict[str, str]) -> Learner:
        upstream, root = tmp_path / "upstream", tmp_path / "learner"
        release(upstream, old, "v1")
        git(tmp_path, "clone", "--quiet", "upstream", "learner")
        release(upstream, new, "v2")
        return Learner(root, upstream)

    return begin


def zipped(files: dict[str, str], path: Path, *, top: str = "torch-katas-v2/") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(top + name, text)
    return path


@pytest.fixture
def unzipped(tmp_path):
    """Somebody who has unpacked a release, without git, and has the next one as a file."""

    def begin(old: dict[str, str], new: dict[str, str]) -> Learner:
        root = tmp_path / "learner"
        put(root, old)
        zipped(new, tmp_path / "v2.zip")
        return Learner(root, tmp_path)

    return begin


# What becomes of answers.


def test_new_katas_come_and_answers_stay(start):
    new = suite(A, B, C, changed={path_of(B): stub("second", says="Clearer (§5).")})
    learner = start(suite(A, B), new)
    learner.answer(A, solved("first"))
    lines = learner.update()
    assert lines == [
        "torch-katas v1 → v2: 1 new kata, 1 answer kept, 0 to recheck",
        "To have all of it back as it was: pytest --undo-update",
    ]
    assert {it: text for it, text in learner.files().items() if not it.startswith(".katas/")} == {
        **new,
        path_of(A): solved("first"),
    }
    assert learner.status() == [f" M {path_of(A)}"]
    assert learner.git("rev-parse", "HEAD") == git(learner.upstream, "rev-parse", "v2")


@pytest.mark.parametrize(
    "written",
    [solved("first"), stub("first") + "# not yet\n", "def first(:", ""],
    ids=["solved", "a comment", "broken", "empty"],
)
def test_whatever_is_written_in_a_kata_stays_letter_for_letter(start, written):
    learner = start(suite(A), suite(A, B, changed={path_of(A): stub("first", says="New (§5).")}))
    learner.answer(A, written)
    learner.update()
    assert learner.read(path_of(A)) == written


def test_the_line_ends_of_a_checkout_make_no_answer_of_a_stub(start):
    learner = start(suite(A), suite(A, changed={path_of(A): stub("first", says="New (§5).")}))
    (learner.root / path_of(A)).write_bytes(stub("first").replace("\n", "\r\n").encode())
    learner.update()
    assert learner.read(path_of(A)) == stub("first", says="New (§5).")


def test_an_answer_follows_its_kata_to_another_name(start):
    learner = start(suite(A, B), suite(B, C, moves=[(A, (C,))]))
    learner.answer(A, solved("first"))
    learner.remember(A, B)
    lines = learner.update()
    assert f"recheck {C}, which was {A}" in lines
    assert learner.read(path_of(A)) is None
    # Below it stands what the new name asks for.
    assert learner.read(path_of(C)) == solved("first") + stub("third").partition('"""\n')[2]
    known = learner.remembered()
    assert known["records"].keys() == known["hints"].keys() == {B, C}
    assert known["records"][C] == {"digest": "", "status": "solved", "kept": 1, "rules": 1}
    assert known["records"][B]["digest"] == "d"


def test_of_a_kata_that_was_split_each_gets_the_answer_if_it_has_to_do_with_it(start):
    parts = {path_of(B): stub("one"), path_of(C): stub("two")}
    new = suite(B, C, D, moves=[(A, (B, C, D))], changed=parts)
    learner = start(suite(A, changed={path_of(A): stub("one", "two")}), new)
    learner.answer(A, solved("one", "two"))
    learner.update()
    assert [learner.read(path_of(it)) for it in (A, B, C, D)] == [
        None,
        solved("one", "two"),
        solved("one", "two"),
        stub("fourth"),
    ]


def test_moves_follow_each_other_and_an_old_one_is_not_made_again():
    moves = [(A, (B, C)), (B, (D,)), (C, (C, A))]
    assert moved(A, moves) == [D, C, A]
    assert moved(D, moves) == [D]


def test_a_move_that_the_old_version_knew_is_not_made_again(start):
    """Its name may be that of another kata by now."""
    moves = [(A, (B,))]
    learner = start(suite(A, B, moves=moves), suite(A, B, C, moves=moves))
    learner.answer(A, solved("first"))
    learner.update()
    assert learner.read(path_of(A)) == solved("first")
    assert learner.read(path_of(B)) == stub("second")


def test_an_answer_to_a_kata_that_is_gone_is_kept_and_found(start):
    learner = start(suite(A, B), suite(B))
    learner.answer(A, solved("first"))
    said = next(it for it in learner.update() if it.startswith(A))
    told, _, copy = said.rpartition(" ")
    assert told == f"{A} is no kata any more; your answer to it is in"
    assert learner.read(copy) == solved("first")
    assert learner.read(path_of(A)) is None
    learner.undo()
    assert learner.read(path_of(A)) == solved("first")
    assert learner.read(copy) is None


def test_where_two_answers_meet_the_one_that_was_there_stays(start):
    learner = start(suite(A, B), suite(B, moves=[(A, (B,))]))
    learner.answer(A, solved("first"))
    learner.answer(B, solved("second"))
    said = next(it for it in learner.update() if it.startswith(A))
    assert learner.read(path_of(B)) == solved("second")
    assert learner.read(said.rpartition(" ")[2]) == solved("first")


def test_what_a_stub_asks_for_anew_is_added_below():
    earlier = stub("first").encode()
    new = b'"""Says."""\nfrom math import pi, e\nimport os\n\nN = 2\n\n\n'
    new += (
        b"@staticmethod\ndef second(x=N):\n    raise NotImplementedError\n\n\ndef first(x): pass\n"
    )
    answer = b"import os\n\n\ndef first(x):\n    return x\n"
    assert with_new_names(answer, earlier, new).decode() == (
        f"{answer.decode()}\n\nfrom math import pi, e\nN = 2\n\n\n"
        "@staticmethod\ndef second(x=N):\n    raise NotImplementedError\n"
    )
    assert with_new_names(b"# all deleted\n", earlier, earlier) == b"# all deleted\n"
    assert with_new_names(b"def (:", earlier, new) == b"def (:"


def test_what_has_changed_in_a_contract_is_told(start):
    new = suite(
        A,
        changed={
            spec_of(A): spec(A, "It holds still.", "And this."),
            path_of(A): stub("first").replace("(x)", "(x, y)"),
        },
    )
    learner = start(suite(A, changed={spec_of(A): spec(A, "It holds.", "And this.")}), new)
    learner.answer(A, solved("first"))
    learner.remember(A)
    assert learner.update()[1:-1] == [
        f"recheck {A}",
        "    - first(x)",
        "    + first(x, y)",
        "    - It holds.",
        "    + It holds still.",
    ]
    assert learner.remembered()["records"][A]["digest"] == ""


def test_a_contract_that_reads_as_before_is_said_to():
    """Also one whose text is broken into other lines."""
    one, other = stub("f", says="One\ntwo.").encode(), stub("f", says="One two.").encode()
    told = ["the same names, words and rules; how they are tested has changed"]
    assert changes((one, other), (b"", b"")) == told


def test_a_long_list_of_changes_is_cut():
    rules = [f"Rule {n}." for n in range(30)]
    *lines, last = changes((b"", b""), (b"", spec(A, *rules).encode()))
    assert lines == [f"+ {it}" for it in rules[:8]]
    assert last == "… and 22 more"


# What becomes of everything else.


def test_own_files_stay_whatever_git_thinks_of_them(start):
    learner = start(suite(A), suite(A, B))
    own = {"notes.md": EDITED, "katas/ch05_mechanics/mine.py": EDITED, "x.ignored": EDITED}
    put(learner.root, own)
    learner.update()
    assert own.items() <= learner.files().items()
    assert learner.status() == ["?? katas/ch05_mechanics/mine.py", "?? notes.md"]


def test_what_the_suite_has_no_more_is_gone_with_its_folder(start):
    old = suite(A, changed={"tests/more/test_it.py": "", "tests/test_it.py": ""})
    learner = start(old, suite(A, changed={"tests/test_it.py": ""}))
    learner.write("tests/more/__pycache__/test_it.pyc", "")
    learner.update()
    assert os.listdir(learner.root / "tests") == ["test_it.py"]


def test_a_change_beside_that_of_the_new_version_is_kept(start):
    learner = start(suite(A), suite(A, changed={"README.md": "one\n\ntwo\n\nthree\n\nFOUR\n"}))
    learner.write("README.md", "ONE\n\ntwo\n\nthree\n\nfour\n")
    learner.write("pyproject.toml", '[project]\nversion = "mine"\n')
    learner.update()
    assert learner.read("README.md") == "ONE\n\ntwo\n\nthree\n\nFOUR\n"
    assert learner.read("pyproject.toml") == '[project]\nversion = "mine"\n'


def test_what_was_deleted_stays_so_unless_the_suite_needs_it(start):
    old = suite(A, changed={".github/ci.yml": "1"})
    learner = start(old, suite(A, B, changed={".github/ci.yml": "2"}))
    for path in (".github/ci.yml", spec_of(A), path_of(A)):
        (learner.root / path).unlink()
    learner.update()
    assert learner.read(".github/ci.yml") is None
    assert learner.read(spec_of(A)) == old[spec_of(A)]
    assert learner.read(path_of(A)) == old[path_of(A)]


def test_a_program_can_be_executed(start):
    learner = start(suite(A, changed={"run": "1"}), suite(A, changed={"run": "2"}))
    (learner.upstream / "run").chmod(0o755)
    git(learner.upstream, "commit", "--quiet", "--all", "-m", "a program")
    learner.update()
    assert os.access(learner.root / "run", os.X_OK)
    assert learner.status() == []


def test_a_link_stays_a_link(start):
    learner = start(suite(A, B), suite(A, B, changed={"README.md": "new\n"}))
    learner.write("elsewhere.md", suite(A)["README.md"])
    (learner.root / "README.md").unlink()
    (learner.root / "README.md").symlink_to("elsewhere.md")
    learner.update()
    assert (learner.root / "README.md").is_symlink()
    assert learner.read("elsewhere.md") == "new\n"


def test_nothing_new_is_one_line(start):
    learner = start(suite(A), suite(A, B))
    learner.update()
    assert learner.update() == ["Nothing new: all of it is here already"]
    assert learner.update("v1") == ["Nothing new: all of it is here already"]


def test_other_packages_are_told(start):
    needs = '[project]\nversion = "1.0"\ndependencies = ["torch"]\n'
    learner = start(suite(A), suite(A, changed={"pyproject.toml": needs}))
    assert learner.update()[-2].startswith("It needs other packages: uv run installs them;")


# With git.


def test_own_commits_are_joined_with_the_new_version(start):
    new = suite(A, B, C, changed={"README.md": "one\n\ntwo\n\nthree\n\nFOUR\n"})
    learner = start(suite(A, B), new)
    learner.answer(A, solved("first"))
    learner.write("README.md", "ONE\n\ntwo\n\nthree\n\nfour\n")
    learner.write("notes.md", EDITED)
    learner.commit()
    learner.answer(B, solved("second"))
    head = learner.git("rev-parse", "HEAD")
    learner.update()
    assert learner.status() == [f" M {path_of(B)}"]
    parents = learner.git("rev-parse", "HEAD^1", "HEAD^2").split()
    assert parents == [head, git(learner.upstream, "rev-parse", "v2")]
    assert learner.git("show", f"HEAD:{path_of(A)}") + "\n" == solved("first")
    assert learner.git("show", f"HEAD:{path_of(B)}") + "\n" == stub("second")
    assert learner.git("show", "HEAD:README.md") == "ONE\n\ntwo\n\nthree\n\nFOUR"
    assert learner.git("show", "HEAD:notes.md") + "\n" == EDITED
    assert learner.git("diff", "--name-only", "HEAD", "v2").split() == [
        "README.md",
        path_of(A),
        "notes.md",
    ]


def test_what_was_staged_stays_staged_and_what_was_not_does_not(start):
    learner = start(suite(A, B, C), suite(B, C, D, moves=[(A, (D,))]))
    for kata, name in ((A, "fourth"), (B, "second")):
        learner.answer(kata, solved(name))
    learner.write("notes.md", EDITED)
    learner.git("add", "--all")
    learner.answer(B, solved("second") + EDITED)
    learner.answer(C, solved("third"))
    learner.update()
    assert learner.status() == [
        f" M {path_of(C)}",
        "A  notes.md",
        f"M  {path_of(D)}",
        f"MM {path_of(B)}",
    ]
    assert learner.git("show", f":{path_of(B)}") + "\n" == solved("second")


def test_an_answer_that_was_pushed_is_no_stub(start):
    """Where the class has a repository, what has been handed out and what was solved are one."""
    learner = start(suite(A, B), suite(A, B, C, changed={path_of(B): stub("second", says="2.")}))
    learner.answer(A, solved("first"))
    learner.commit()
    learner.git("push", "--quiet", "origin", "HEAD:class")
    learner.git("branch", "--quiet", "--set-upstream-to", "origin/class")
    learner.git("remote", "add", "suite", str(learner.upstream))
    zipped(suite(A, B, C, changed={path_of(B): stub("second", says="2.")}), learner.root / "x.zip")
    lines = learner.update("x.zip")
    assert (
        lines[0]
        == "torch-katas v1-1-g"
        + lines[0][18:25]
        + " → 1.0: 1 new kata, 1 answer kept, 0 to recheck"
    )
    assert learner.read(path_of(A)) == solved("first")
    assert learner.read(path_of(B)) == stub("second", says="2.")
    assert learner.status() == ["?? x.zip"]


@pytest.mark.parametrize("state", ["detached", "another branch", "shallow", "a worktree"])
def test_wherever_head_is(start, tmp_path, state):
    learner = start(suite(A), suite(A, B))
    source = []
    if state == "detached":
        learner.git("checkout", "--quiet", "--detach")
    elif state == "another branch":
        learner.git("checkout", "--quiet", "--no-track", "-b", "mine")
    elif state == "a worktree":
        learner.git("worktree", "add", "--quiet", str(tmp_path / "tree"), "v1")
        learner.root = tmp_path / "tree"
    else:
        shutil.rmtree(learner.root)
        git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{learner.upstream}", "learner")
        release(learner.upstream, suite(A, B, C), "v3")
        source = [C]
    learner.answer(A, solved("first"))
    branch = learner.git("branch", "--show-current")
    learner.update()
    assert learner.git("branch", "--show-current") == branch
    assert learner.status() == [f" M {path_of(A)}"]
    assert learner.read(path_of((source or [B])[0])) is not None


def test_line_ends_that_a_checkout_has_changed(start, tmp_path):
    learner = start(suite(A, B), suite(A, B, C, changed={"README.md": "one\ntwo\n"}))
    shutil.rmtree(learner.root)
    git(tmp_path, "clone", "--quiet", "-c", "core.autocrlf=true", "upstream", "learner")
    learner.git("reset", "--quiet", "--hard", "v1")
    assert b"\r\n" in (learner.root / path_of(A)).read_bytes()
    learner.answer(A, solved("first"))
    learner.commit()
    learner.answer(B, solved("second"))
    learner.update()
    assert learner.status() == [f" M {path_of(B)}"]
    assert learner.git("diff", "--name-only", "v2", "HEAD") == path_of(A)


def test_a_name_that_git_knows_or_can_fetch(start):
    learner = start(suite(A), suite(A, B))
    release(learner.upstream, suite(A, B, C), "v3")
    learner.update("v2")
    assert learner.read(path_of(C)) is None
    release(learner.upstream, suite(A, B, C, D), "v4")
    learner.update("origin/main")
    assert learner.read(path_of(D)) is not None


def test_no_hook_runs_and_nobody_is_asked(start):
    learner = start(suite(A), suite(A, B))
    learner.answer(A, solved("first"))
    learner.commit()
    learner.git("config", "user.useConfigOnly", "true")
    for name in (
        "pre-commit",
        "commit-msg",
        "post-checkout",
        "post-merge",
        "reference-transaction",
    ):
        hook = learner.root / ".git/hooks" / name
        hook.write_text("#!/bin/sh\necho hook >> hooks.txt\n")
        hook.chmod(0o755)
    learner.update()
    assert (learner.read("hooks.txt") or "").count("hook") == 0
    assert learner.git("show", "--no-patch", "--format=%an") == "torch-katas"


# Refused: one line, exit status 4, and nothing has changed.


def test_a_conflict(start):
    learner = start(suite(A), suite(A, changed={"README.md": "new\n", spec_of(A): "new\n"}))
    learner.write("README.md", EDITED)
    learner.write(spec_of(A), EDITED)
    assert learner.refused("--update") == (
        f"changed here, and otherwise in the new version: README.md, {spec_of(A)}; "
        "move what is yours elsewhere and update again. Nothing was changed"
    )
    (learner.root / "README.md").rename(learner.root / "mine.md")
    (learner.root / spec_of(A)).unlink()
    learner.update()
    assert learner.read("mine.md") == EDITED


@pytest.mark.parametrize("ignored", [False, True])
def test_a_file_where_the_new_version_has_one(start, ignored):
    name = "new.ignored" if ignored else "new.md"
    learner = start(suite(A), suite(A, changed={"docs/new.md": "new\n"}))
    if ignored:
        git(learner.upstream, "mv", "docs/new.md", f"docs/{name}")
        git(learner.upstream, "commit", "--quiet", "-m", "renamed")
    learner.write(f"docs/{name}", EDITED)
    assert f"docs/{name}" in learner.refused("--update")
    shutil.rmtree(learner.root / "docs")
    learner.write("docs", EDITED)
    assert learner.refused("--update").startswith(f"there is a file where docs/{name} is to be")
    (learner.root / "docs").unlink()
    (learner.root / f"docs/{name}").mkdir(parents=True)
    assert learner.refused("--update").startswith(f"docs/{name} is in the way: ")


def test_a_merge_under_way(start):
    learner = start(suite(A), suite(A, B))
    learner.git("checkout", "--quiet", "-b", "other")
    learner.git("commit", "--quiet", "--allow-empty", "-m", "other")
    learner.git("checkout", "--quiet", "main")
    learner.git("merge", "--quiet", "--no-commit", "--no-ff", "other")
    assert learner.refused("--update") == "a merge is under way here: finish it first, or abort it"


def test_git_at_work(start):
    learner = start(suite(A), suite(A, B))
    learner.write(".git/index.lock", "")
    learner.files = lambda: {}
    assert learner.refused("--update").startswith("another git is at work here; if there is none")


def test_no_network(start):
    learner = start(suite(A), suite(A, B))
    learner.upstream.rename(learner.upstream.with_name("gone"))
    assert learner.refused("--update") == (
        f"fatal: '{learner.upstream}' does not appear to be a git repository"
    )


def test_nowhere_to_get_it_from(start):
    learner = start(suite(A), suite(A, B))
    learner.git("remote", "remove", "origin")
    assert learner.refused("--update").startswith("git does not know where new versions come from")
    assert learner.refused("--update", "v9") == "git knows no v9 here, and there is no such file"
    assert learner.refused("--update", "v9.zip") == "there is no file v9.zip"


def test_no_git_on_this_machine(start, tmp_path):
    learner = start(suite(A), suite(A, B))
    no_git = {"PATH": str(tmp_path / "nothing")}
    said = "this is a repository, and there is no git here"
    assert learner.refused("--update", **no_git) == said
    shutil.rmtree(learner.root / ".git")
    said = "this folder is no repository of its own: name the file of a release, --update=FILE.zip"
    assert learner.refused("--update", **no_git) == said


def test_a_version_from_before_there_were_updates(start):
    old = suite(A)
    del old["katas/_dojo/updating/__main__.py"]
    learner = start(suite(A), old)
    assert learner.refused("--update") == "it holds no torch-katas, or one from before --update"


def test_within_a_larger_repository(start, tmp_path):
    """Only a zip can be had there; and the stubs that git has are older than those."""
    learner = start(suite(A), suite(A, B))
    shutil.rmtree(learner.root / ".git")
    git(tmp_path, "init", "--quiet")
    assert learner.refused("--update").startswith("this folder is no repository of its own")
    assert learner.refused("--update", "v2").startswith("this folder is no repository of its own")
    zipped(suite(A, B), tmp_path / "v2.zip")
    learner.update("../v2.zip")
    assert learner.read(".katas/stubs/before_git") is not None


def test_one_thing_at_a_time(start):
    learner = start(suite(A), suite(A, B))
    assert learner.refused("--update", "--undo-update") == "--update or --undo-update, not both"
    assert learner.refused("--undo-update") == "there is no update to undo"


# From a released zip.


def test_a_zip_without_git(unzipped):
    old = suite(A, B, C, changed={"tests/test_old.py": "", "katas/ch05_mechanics/mine.py": EDITED})
    learner = unzipped(old, suite(B, C, D, moves=[(A, (D,))], changed={"README.md": "new\n"}))
    learner.answer(A, solved("fourth"))
    learner.answer(B, solved("second"))
    lines = learner.update("../v2.zip")
    assert lines[0] == "torch-katas 1.0 → 1.0: 1 new kata, 2 answers kept, 1 to recheck"
    assert lines[-2] == "What you had changed outside of your katas is in .katas/update, in before/"
    assert learner.read(path_of(A)) is None
    assert learner.read(path_of(D)) == solved("fourth")
    assert learner.read(path_of(B)) == solved("second")
    assert learner.read("tests/test_old.py") is None
    (kept,) = (learner.root / ".katas/update").glob("*/before/README.md")
    assert kept.read_text() == old["README.md"]
    assert learner.read("README.md") == "new\n"
    assert learner.read("katas/ch05_mechanics/mine.py") == EDITED
    assert learner.read(f".katas/stubs/{B}.py") == stub("second")
    assert learner.update("../v2.zip") == ["Nothing new: this is 1.0 already"]


def test_without_git_the_second_update_knows_what_the_first_one_brought(unzipped):
    learner = unzipped(suite(A), suite(A, B, changed={"tests/test_it.py": "", "LICENSE": "1"}))
    learner.update("../v2.zip")
    learner.write("README.md", EDITED)
    zipped(suite(A, B, C, changed={"LICENSE": "2"}), learner.upstream / "v3.zip", top="")
    learner.update("../v3.zip")
    assert learner.read("README.md") == EDITED
    assert learner.read("LICENSE") == "2"
    assert learner.read("tests/test_it.py") is None
    zipped(suite(A, changed={"README.md": "new\n"}), learner.upstream / "v4.zip")
    assert "README.md" in learner.refused("--update=../v4.zip")


@pytest.mark.parametrize("damaged", ["{", "[]", '{"name": 1, "files": 2}'])
def test_a_damaged_record_is_as_good_as_none(unzipped, damaged):
    learner = unzipped(suite(A), suite(A, B))
    learner.write(".katas/version.json", damaged)
    learner.write(".katas/state.json", damaged)
    learner.update("../v2.zip")
    assert learner.read(path_of(B)) is not None


def test_a_commit_that_github_has_zipped_is_called_by_its_name(unzipped):
    learner = unzipped(suite(A), suite(A, B))
    with zipfile.ZipFile(learner.upstream / "v2.zip", "a") as archive:
        archive.comment = b"0123456" + b"0" * 33
    assert learner.update("../v2.zip")[0].startswith("torch-katas 1.0 → 0123456: ")


def test_a_zip_in_a_repository_becomes_a_commit(start, tmp_path):
    learner = start(suite(A, B), suite(A))
    learner.answer(A, solved("first"))
    head = learner.git("rev-parse", "HEAD")
    new = suite(A, B, C, changed={path_of(B): stub("second", says="New (§5).")})
    zipped(new, tmp_path / "v3.zip")
    learner.update("../v3.zip")
    assert learner.git("rev-parse", "HEAD^") == head
    assert learner.status() == [f" M {path_of(A)}"]
    release(learner.upstream, new, "v3")
    learner.update()
    assert learner.status() == [f" M {path_of(A)}"]


def damaged(path: Path) -> str:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return "v2.zip is no zip that can be read: File is not a zip file"


def flipped(path: Path) -> str:
    content = bytearray(path.read_bytes())
    content[content.index(b"three")] ^= 1
    path.write_bytes(content)
    return "v2.zip is no zip that can be read: Bad CRC-32 for file 'torch-katas-v2/README.md'"


def empty(path: Path) -> str:
    path.write_bytes(b"")
    return "v2.zip is no zip that can be read: File is not a zip file"


def climbing(path: Path) -> str:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("torch-katas-v2/../../evil.py", "")
    return "v2.zip: torch-katas-v2/../../evil.py leads out of its folder"


def linked(path: Path) -> str:
    link = zipfile.ZipInfo("torch-katas-v2/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    return "v2.zip: torch-katas-v2/link is a link"


def bomb(path: Path) -> str:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("torch-katas-v2/large", b"0" * (16 * 1024**2 + 1))
    return "v2.zip: torch-katas-v2/large is too large"


def many(path: Path) -> str:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(17):
            archive.writestr(f"torch-katas-v2/{number}", b"0" * 16 * 1024**2)
    return "v2.zip: it holds far more than a version of torch-katas"


def of_something_else(path: Path) -> str:
    zipped({"README.md": "something else"}, path)
    return "v2.zip: it holds no torch-katas, or one from before --update"


@pytest.mark.parametrize(
    "how", [damaged, flipped, empty, climbing, linked, bomb, many, of_something_else]
)
def test_a_damaged_or_hostile_zip(unzipped, how):
    learner = unzipped(suite(A), suite(A, B))
    said = how(learner.upstream / "v2.zip")
    assert learner.refused("--update=../v2.zip") == said
    assert not (learner.upstream.parent / "evil.py").exists()


def test_what_git_and_the_learner_own_is_not_taken_from_a_zip(unzipped):
    evil = {".git/hooks/x": "", ".katas/state.json": "", "katas/.GIT/config": ""}
    learner = unzipped(suite(A), suite(A, B, changed=evil))
    learner.update("../v2.zip")
    assert learner.read(path_of(B)) is not None
    assert not evil.keys() & learner.files().keys()
    assert not (learner.root / ".git").exists()


# Taken back.


def begun(start, *, commits: bool, oldest: bool = False) -> Learner:
    """Somebody with work of every kind, before an update that changes all of it."""
    old = suite(A, B, C, changed={"tests/gone.py": ""})
    if oldest:  # it does not know what to do with what was cut off
        old["conftest.py"] = OF_OLD
    new = suite(A, C, D, moves=[(B, (D,))], changed={"README.md": "new\n", "tests/new.py": ""})
    new[path_of(A)] = stub("first", says="New (§5).")
    learner = start(old, new)
    if commits:
        learner.answer(C, solved("third"))
        learner.write("notes.md", EDITED)
        learner.commit()
    learner.answer(A, solved("first"))
    learner.git("add", path_of(A))
    learner.answer(A, solved("first") + EDITED)
    learner.answer(B, solved("fourth"))
    learner.remember(A, B)
    return learner


@pytest.mark.parametrize("commits", [False, True])
def test_undo_brings_all_of_it_back(start, commits):
    learner = begun(start, commits=commits)
    before = learner.everything()
    learner.update()
    updated = learner.everything()
    assert before != updated
    assert learner.undo() == ["torch-katas v2 → v1: as before the update"]
    assert learner.everything() == before
    assert learner.refused("--undo-update") == "there is no update to undo"
    learner.update()
    assert learner.files() == updated[0]


def test_two_updates_are_undone_one_after_the_other(unzipped):
    learner = unzipped(suite(A), suite(A, B))
    zipped(suite(A, B, C), learner.upstream / "v3.zip")
    learner.answer(A, solved("first"))
    seen = [learner.everything()]
    for name in ("../v2.zip", "../v3.zip"):
        learner.update(name)
        seen.append(learner.everything())
    for files in reversed(seen[:-1]):
        learner.undo()
        assert learner.everything() == files


def test_what_was_written_since_the_update_is_not_lost(start):
    learner = begun(start, commits=False)
    learner.update()
    learner.answer(A, "# newer\n")
    learner.answer(C, "# begun\n")
    learner.answer(D, "# moved, and newer\n")
    learner.write("README.md", EDITED)
    learner.write("notes.md", EDITED)
    told = learner.undo()[1:]
    assert learner.read(path_of(A)) == "# newer\n"
    assert learner.read(path_of(C)) == "# begun\n"
    assert learner.read(path_of(B)) == "# moved, and newer\n"
    assert learner.read("notes.md") == EDITED
    assert learner.read("README.md") == suite()["README.md"]
    (said,) = told
    assert said.startswith("README.md: what you have written since is in .katas/backups/")
    assert learner.read(said.rpartition(" ")[2]) == EDITED


def test_an_answer_to_a_kata_that_only_the_new_version_has_is_kept(start):
    learner = start(suite(A), suite(A, B))
    learner.update()
    learner.answer(B, solved("second"))
    (said,) = learner.undo()[1:]
    assert learner.read(path_of(B)) is None
    assert said.startswith(f"{path_of(B)}: what you have written since is in .katas/backups/")
    assert learner.read(said.rpartition(" ")[2]) == solved("second")


def test_what_was_learnt_since_is_remembered_if_it_still_holds(start):
    tested, clearer = spec(A, "Another rule."), stub("second", says="Clearer (§5).")
    new = suite(A, B, C, changed={spec_of(A): tested, path_of(B): clearer})
    learner = start(suite(A, B, C), new)
    for kata, name in ((A, "first"), (B, "second")):
        learner.answer(kata, solved(name))
    learner.remember(A, B)
    before = learner.remembered()["records"]
    learner.update()
    known = learner.remembered()
    assert [known["records"][it]["digest"] for it in (A, B)] == ["", ""]
    known["records"][A]["digest"] = "of another spec"
    known["records"][C] = {"digest": "of both", "status": "partly", "kept": 1, "rules": 2}
    learner.write(".katas/state.json", json.dumps(known))
    learner.undo()
    assert learner.remembered()["records"] == {**before, C: known["records"][C]}


def test_no_commit_is_thrown_away(start):
    learner = begun(start, commits=False)
    learner.update()
    end = learner.git("rev-parse", "HEAD")
    learner.commit()
    first, _, hint = learner.refused("--undo-update").partition(": ")
    assert first == "there are commits since the update"
    command = hint.removeprefix("first ").partition(",")[0]
    assert command == f"git reset --soft {end[:12]}"
    learner.git(*command.split()[1:])
    learner.undo()
    assert learner.read(path_of(B)) == solved("fourth")


# Cut off.


def changing(event: str, arguments: tuple) -> bool:
    """Whether this is about to change anything outside the process."""
    if event == "open":
        return bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
    return event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "subprocess.Popen")


def killed_at(step: int, action) -> bool:
    """Have a process of its own do it, killed before the ``step``-th thing that it changes."""
    with warnings.catch_warnings():
        # Python 3.12 warns of the parent's threads; the child starts none and waits for none.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        left = step

        def count(event, arguments):
            nonlocal left
            if changing(event, arguments):
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        status = 70
        try:
            sys.addaudithook(count)
            action()
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return os.WIFSIGNALED(status)


@pytest.fixture
def in_process(monkeypatch):
    """An update and its undo as functions: a process for each of many steps would take a while."""
    fixed = {f"GIT_{it}_DATE": "2026-01-01T00:00:00Z" for it in ("AUTHOR", "COMMITTER")}
    for name, value in (ENVIRONMENT | fixed).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("katas._dojo.updating.update.MOVES", [(B, (D,))])

    def prepare(learner: Learner) -> dict[str, Callable[[], object]]:
        learner.git("fetch", "--quiet")
        new = learner.root / ".katas/update/new"
        shutil.copytree(learner.upstream, new, ignore=shutil.ignore_patterns(".git"))
        version = Version(new, "v2", learner.git("rev-parse", "origin/main"))
        return {
            "update": lambda: update(learner.root, version),
            "undo": lambda: undo(learner.root),
        }

    return prepare


def any_run(learner: Learner) -> None:
    """What every run of pytest does before anything else."""
    runpy.run_path(str(learner.root / "conftest.py"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
@pytest.mark.parametrize("action", ["update", "undo"])
def test_cut_off_at_any_moment_it_is_the_old_or_the_new(start, in_process, action, monkeypatch):
    """Also where one of them knows nothing of updates."""
    learner = begun(start, commits=True, oldest=True)
    actions = in_process(learner)
    if action == "undo":
        actions["update"]()
    kept = learner.root.with_name("kept")
    shutil.copytree(learner.root, kept, symlinks=True)
    monkeypatch.delattr(os, "sync", raising=False)
    old, seen, step, killed = learner.everything(), [], 0, True
    while killed:
        shutil.rmtree(learner.root)
        shutil.copytree(kept, learner.root, symlinks=True)
        killed = killed_at(step, actions[action])
        # Of what is prepared there is much, and all of it means nothing yet.
        step += 1 if (learner.root / ".katas/update/unfinished").exists() else 12
        any_run(learner)
        seen.append(learner.everything())
    new = seen[-1]
    done = seen.index(new)
    assert done > 5
    assert len(seen) - done > 30
    assert seen == [old] * done + [new] * (len(seen) - done)


def test_the_next_run_tells_of_it_and_goes_on(start, in_process):
    learner = begun(start, commits=False)
    actions = in_process(learner)
    kill_while_files_are_put(actions["update"])
    assert learner.read(path_of(B)) is not None
    done = learner.pytest("--collect-only", "-q", "README.md")
    assert done.stdout.startswith("An update that was cut off is finished now.\n")
    assert learner.read(path_of(B)) is None
    assert learner.status() == [f" M {path_of(D)}", f"MM {path_of(A)}"]
    assert "cut off" not in learner.pytest("--collect-only", "-q", "README.md").stdout


def kill_while_files_are_put(action) -> None:
    """Killed when the first file is where it belongs, and no other."""

    class Killed(BaseException):
        pass

    def killed(*_):
        raise Killed

    with pytest.MonkeyPatch.context() as patched:
        put_one, n = swap._put, iter((True, False))
        patched.setattr(swap, "_put", lambda *given: put_one(*given) if next(n) else killed())
        with pytest.raises(Killed):
            action()


def test_what_is_saved_before_it_is_finished_is_not_lost(start, in_process):
    learner = begun(start, commits=False)
    actions = in_process(learner)
    kill_while_files_are_put(actions["update"])
    for path in (path_of(A), path_of(B), "README.md"):
        learner.write(path, "# newer\n")
    any_run(learner)
    assert learner.read(path_of(A)) == learner.read(path_of(B)) == "# newer\n"
    assert learner.read(path_of(D)) == solved("fourth")
    assert learner.read("README.md") == "new\n"
    (copy,) = (learner.root / ".katas/update").glob("*/since/README.md")
    assert copy.read_text() == "# newer\n"
    told = (learner.root / ".katas/update/told.txt").read_text()
    assert f"{path_of(B)} was saved in the meantime: it is as you saved it\n" in told
    assert "README.md was changed in the meantime; what it held is in since/ of the" in told


@pytest.mark.parametrize("which", [1, 2, 3])
def test_a_file_that_cannot_be_written_leaves_all_as_it_was(start, in_process, monkeypatch, which):
    learner = begun(start, commits=True)
    actions, old = in_process(learner), learner.everything()
    replace, left = os.replace, which

    def full(source, target):
        nonlocal left
        if Path(target).is_relative_to(learner.root / "katas"):
            left -= 1
            if not left:
                raise OSError(28, "No space left on device", str(source), None, str(target))
        return replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(RefusedError, match=": No space left on device; everything is as it was"):
        actions["update"]()
    assert learner.everything() == old
    actions["update"]()
    assert learner.everything() != old


def test_where_nothing_can_be_written(start):
    learner = start(suite(A), suite(A, B))
    learner.write(".katas", "in the way")
    assert learner.refused("--update").endswith(".katas/update: Not a directory")


def test_what_was_prepared_long_ago_and_never_begun_is_nothing(start, in_process, monkeypatch):
    learner = begun(start, commits=False)
    actions, old = in_process(learner), learner.everything()
    monkeypatch.setattr("katas._dojo.updating.update.done", lambda _: [])
    actions["update"]()
    any_run(learner)
    assert learner.everything() == old
    assert not (learner.root / ".katas/update/unfinished").exists()


# Real versions.


def contains(commit: str) -> bool:
    command = ["git", "cat-file", "-e", f"{commit}^{{commit}}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def this_version(tmp_path_factory) -> Path:
    """A clone of what is tested here, with what is not committed yet."""
    if not contains(OLDEST):
        pytest.skip("the history here does not go back so far")
    root = tmp_path_factory.mktemp("update") / "new"
    git(root.parent, "clone", "--quiet", "--shared", str(ROOT), root.name)
    for path in git(ROOT, "ls-files", "-mo", "--exclude-standard").splitlines():
        if (ROOT / path).is_file():
            put(root, {path: (ROOT / path).read_text("utf-8")})
        elif not (ROOT / path).exists():
            (root / path).unlink()
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "as it is now")
    return root


def half(answer: str) -> str:
    """What somebody has who has not come further: its first function."""
    before, function, rest = answer.partition("\ndef ")
    first, more, _ = rest.partition("\n\n\n")
    return before + function + first + more


@pytest.mark.parametrize(
    ("commit", "states", "commits"),
    [
        (OLDEST, ["solved"], False),
        (OLDEST, ["half solved"], True),
        (OLDEST, ["broken"], False),
        (OF_THE_FIRST_DAY, ["solved", "half solved", "broken", "not begun"], False),
        (OF_THE_FIRST_DAY, ["solved", "half solved", "broken", "not begun"], True),
    ],
)
def test_from_an_early_version_to_this_one_and_back(
    this_version, tmp_path, commit, states, commits
):
    """By hand: these versions know nothing of updates."""
    learner = Learner(tmp_path / "old", this_version)
    new = git(this_version, "rev-parse", "HEAD")
    git(tmp_path, "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), "old")
    learner.git("checkout", "--quiet", "-B", "main", commit)
    solutions = learner.git("ls-files", "solutions/katas").splitlines()
    answers = {}
    for number, path in enumerate(solutions):
        solution = learner.read(path)
        texts = {"solved": solution, "half solved": half(solution), "broken": "def (:\n"}
        if text := texts.get(states[number % len(states)]):
            answers[path.removeprefix("solutions/")] = text
    put(learner.root, answers)
    learner.write("notes.md", EDITED)
    broadcasting = "ch05_mechanics/broadcasting"
    learner.remember(broadcasting)
    if commits:
        learner.git("add", "katas", "notes.md")
        learner.git("commit", "--quiet", "-m", "mine")
    else:
        learner.git("add", next(iter(answers)))
    before = learner.everything()

    updater = str(learner.upstream / "katas/_dojo/updating")
    done = learner.python(updater, ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"recheck {broadcasting}" in done.stdout.splitlines()
    for path, text in answers.items():
        assert learner.read(path).startswith(text)
    changed = sorted(answers) if not commits else sorted([*answers, "notes.md"])
    assert learner.git("diff", "--name-only", new).splitlines() == changed
    if commits:
        assert [it for it in learner.status() if it != "?? .katas/"] == []
        assert learner.git("merge-base", "HEAD", new) == new
    else:
        assert learner.git("rev-parse", "HEAD") == new
        assert learner.git("diff", "--name-only", "--cached") == next(iter(answers))
    assert re.search(r"\bbroadcasting +recheck\b", learner.pytest("--map").stdout)
    learner.pytest("--reset", "broadcasting")
    path = path_of(broadcasting)
    assert learner.read(path) == learner.git("show", f"{new}:{path}") + "\n"
    learner.pytest("--undo-reset", "broadcasting")

    learner.undo()
    assert learner.remembered()["records"].keys() == {broadcasting}
    learner.remember(broadcasting)
    shutil.rmtree(learner.root / ".katas/backups")
    assert learner.everything() == before
