"""macOS and Windows, by forcing their branches here: the same verdicts, in the same words."""

import ast
import io
import re
import shutil
import subprocess
import sys

import pytest
from _pytest._io import TerminalWriter

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata, in_turn
from katas._dojo.judging.implementation import resolve
from katas._dojo.system import streams
from katas._dojo.system.process import cause_of_death
from katas._dojo.watching import editor
from tests.suite import other_system
from tests.workshop import Run, Workshop

RIGHT, WRONG, TODO, BROKEN = (
    Kata("ch05_mechanics", stem) for stem in ("losses", "broadcasting", "adam", "plot_fit")
)
FIRST = in_turn(CURRICULUM)[0]
ON_LINUX = sys.platform == "linux"
OTHERS = ["win32", "darwin"] if ON_LINUX else [sys.platform]


@pytest.fixture
def on(monkeypatch, tmp_path_factory):
    """Have all pytest of a workshop taken for one of the system that it is called with."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copy(other_system.__file__, folder)

    def on(system: str) -> list[str]:
        if system == sys.platform:
            return []
        monkeypatch.setenv(other_system.SYSTEM, system)
        monkeypatch.setenv("PYTHONPATH", str(folder))
        monkeypatch.syspath_prepend(folder)
        return ["-p", "other_system"]

    return on


@pytest.fixture(scope="module")
def learner(tmp_path_factory) -> Workshop:
    workshop = Workshop(tmp_path_factory.mktemp("learner"), CURRICULUM)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "katas"], ["commit", "-qm", "katas"]):
        subprocess.run([*git, *command], cwd=workshop.root, check=True)
    (workshop.root / "plain.py").touch()
    (workshop.root / "elsewhere" / "katas").mkdir(parents=True)
    workshop.solve(RIGHT)
    workshop.answer(BROKEN, "def one(:\n")
    return workshop


def dialogue(learner: Workshop, *options: str) -> list[list[str]]:
    """What a learner is told of four katas, and then of one that they begin anew."""
    learner.make_mistake(WRONG, "aligned_on_the_left")
    shutil.rmtree(learner.root / ".katas", ignore_errors=True)
    katas = [f"katas/{kata}.py" for kata in (RIGHT, WRONG, TODO, BROKEN)]
    calls = [katas, ["--map"], ["--hint", WRONG.stem], ["--reset", WRONG.stem]]
    calls += [
        ["--undo-reset", WRONG.stem],
        [f"katas/{WRONG}x.py"],
        [f"katas/{RIGHT}.py", "--watch", "--pdb"],
    ]
    calls += [
        [f"katas/{TODO}.py", "--katas-in", "elsewhere"],
        [f"katas/{WRONG}.py", "--answers", f"plain:third={WRONG.stem}.broadcast_shape"],
    ]
    return [told(learner.pytest(*call, *options)) for call in calls]


def told(run: Run) -> list[str]:
    """The lines that are ours, from the first failure on; without times."""
    lines = [re.sub(r" in \d.*s\b|\d{4}-\d\d-\d\d\S*( \S+)?", "", it) for it in run.lines]
    lines = [it.strip("_= ") for it in lines]
    start = next((n for n, it in enumerate(run.lines) if it.startswith("____")), 0)
    return [str(run.status), *lines[start:]]


@pytest.fixture(scope="module")
def here(learner) -> list[list[str]]:
    return dialogue(learner)


@pytest.mark.skipif(not ON_LINUX, reason="this is one of the other systems, and not forced")
@pytest.mark.parametrize("system", OTHERS)
def test_the_same_is_told_on_every_system(learner, here, on, system):
    assert dialogue(learner, *on(system)) == here


@pytest.mark.parametrize("system", OTHERS)
def test_every_module_can_be_imported_on_every_system(learner, on, system):
    dojo = ROOT / "katas" / "_dojo"
    modules = [".".join(it.relative_to(ROOT).with_suffix("").parts) for it in dojo.rglob("*.py")]
    assert modules
    lines = ["import importlib, pytest", f"@pytest.mark.parametrize('name', {modules})",
             "def test_it(name): importlib.import_module(name)"]  # fmt: skip
    (learner.root / "test_imports.py").write_text("\n".join(lines), "utf-8")
    run = learner.pytest("test_imports.py", *on(system))
    assert run.counts == {"passed": len(modules)}, run.screen


# Processes and signals; keys; how an editor is started; the lock of an update, which runs alone;
# and what only Linux can do, grading.
DIFFERENT = ["system/process.py", "system/signals.py", "watching/keyboard.py", "watching/editor.py",
             "updating/swap.py", "grading/limits.py", "grading/server.py",
             "grading/workers.py"]  # fmt: skip


def test_what_differs_between_systems_stands_in_few_modules():
    dojo = ROOT / "katas" / "_dojo"
    different = {dojo / it for it in DIFFERENT}
    for module in set(dojo.rglob("*.py")) - different:
        nodes = list(ast.walk(ast.parse(module.read_bytes())))
        used = {ast.unparse(it) for it in nodes if isinstance(it, ast.Attribute)}
        imported = {name.name for it in nodes if isinstance(it, ast.Import) for name in it.names}
        assert not used & (other_system.ONLY_POSIX | {"sys.platform", "os.name"}), module
        assert not imported & {*other_system.MODULES, "msvcrt"}, module


def test_a_sign_that_cannot_be_shown_stops_nothing(monkeypatch):
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, "cp1252", newline=""))
    streams.pytest_configure()
    terminal = TerminalWriter(sys.stdout)
    terminal.line("✓ one\n· two")
    terminal.flush()
    assert shown.getvalue() == "\\u2713 one\n· two\n".encode("cp1252")


def test_a_name_in_capitals_is_the_same_name():
    asked = "KATAS/CH05_mechanics/Losses.py"
    losses = Kata("ch05_mechanics", "losses").spec
    assert resolve(asked, ROOT) == [str(losses)]
    assert resolve(f"{asked}::test_it", ROOT) == [f"{losses}::test_it"]


def test_a_crash_is_told_where_there_are_no_signals():
    assert cause_of_death(0xC0000005) == "Python was ended by an access violation"


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("code --wait", ["code", "--wait"]),
        (r'"C:\Program Files\Vim\gvim.exe" -n', [r"C:\Program Files\Vim\gvim.exe", "-n"]),
        (r"C:\tools\subl.exe", [r"C:\tools\subl.exe"]),
        ('"', ['"']),
    ],
)
def test_an_editor_is_named_as_on_windows(monkeypatch, said, command):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert editor._split(said) == command


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of POSIX")
@pytest.mark.parametrize("system", OTHERS)
def test_the_watch_is_the_same_on_every_system(workshop, on, system):
    from tests.terminal import Terminal

    workshop.plain_spec(FIRST, f"from {FIRST.module} import one\n\ndef test_one():\n    one()\n")
    workshop.answer(FIRST, "import time\n\n\ndef one():\n    time.sleep(1000)\n")
    # A process that begins anew has to import the spec within it, on a busy machine, too.
    options = ["--watch", f"katas/{FIRST}.py", "--deadline", "5"]
    terminal = Terminal(workshop.root, *options, *on(system))
    try:
        screen = terminal.wait_for("it had not come to an end after 5 s", "q quit")
        assert f"in        time.sleep(1000)\nEdit katas/{FIRST}.py:5\n" in screen
        terminal.press("\x1b[A\x1b[1;5D")
        terminal.press("h")
        assert "You have not solved it yet." not in terminal.wait_for("hint 1 of 3")
        workshop.answer(FIRST, "def one():\n    return 1\n")
        terminal.wait_for(f"{FIRST} · solved", "q quit")
        terminal.press("q")
        assert terminal.wait_for_the_end() == 0
    finally:
        terminal.close()
