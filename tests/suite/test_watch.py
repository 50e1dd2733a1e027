"""``--watch``, in a real terminal: real saves, real keys, and everything that can go wrong."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, Kata, in_turn
from katas._dojo.judging.spec import WATCHED
from katas._dojo.system.imports import LATE_IMPORTS
from tests.matrix import stub_source

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a thing of POSIX", allow_module_level=True)

import termios

from tests.terminal import LONG, Terminal
from tests.workshop import become_python

FIRST, SECOND, THIRD, FOURTH = in_turn(CURRICULUM)[:4]
SPEC = f'''
from {FIRST.module} import l1_loss, mse_loss

with open("runs.txt", "a") as runs:
    runs.write("run\\n")

def test_l1():
    """The first rule."""
    assert l1_loss() == 1

def test_mse():
    """The second rule."""
    assert mse_loss() == 2
'''
NO_EDITOR = dict.fromkeys(("VISUAL", "EDITOR", "TERM_PROGRAM", "TERMINAL_EMULATOR"), "")
RIGHT = "def l1_loss():\n    return 1\n\ndef mse_loss():\n    return 2\n"
WRONG = RIGHT.replace("return 1", "return 7")
TODO = RIGHT.replace("return 2", "raise NotImplementedError")


@pytest.fixture
def practice(workshop):
    """The workshop, with a first kata whose spec takes no time."""
    workshop.plain_spec(FIRST, SPEC)
    workshop.answer(FIRST, TODO)
    return workshop


@pytest.fixture
def watch(practice):
    """Start ``--watch`` in a terminal."""
    started = []

    def start(*arguments: str, **keywords) -> Terminal:
        named = [] if any("katas/" in argument for argument in arguments) else ["katas"]
        terminal = Terminal(practice.root, "--watch", *named, *arguments, **keywords)
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close()


def runs(workshop) -> int:
    return len((workshop.root / "runs.txt").read_text().splitlines())


def status(workshop, kata: Kata = FIRST) -> str:
    saved = json.loads((workshop.root / ".katas" / "state.json").read_text())
    return saved["records"][str(kata)]["status"]


def processes_of(workshop) -> list[int]:
    """The processes that a watch in ``workshop`` has started and that still run."""
    if sys.platform != "linux":
        pytest.skip("what still runs is looked for in /proc")
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{pid}/cwd") == str(workshop.root):
                found.append(int(pid))
        except OSError:
            continue
    return found


def test_it_starts_at_the_next_kata_and_tells_what_is_to_do(watch):
    screen = watch().wait_for("q quit")
    assert f"{FIRST} · 1 of 2 rules hold" in screen
    assert f"The second rule.\nEdit katas/{FIRST}.py:5\n" in screen


def test_a_named_kata_is_the_one_that_is_watched(watch):
    watch("katas/ch07_images/cross_entropy.py").wait_for("ch07_images/cross_entropy · 0 of")


def test_each_save_has_its_verdict(watch, practice):
    terminal = watch()
    terminal.wait_for("1 of 2 rules hold", "q quit")
    practice.answer(FIRST, WRONG)
    screen = terminal.wait_for("1 of 2 rules hold", "got       7", "q quit")
    assert "The first rule.\n    called    l1_loss()\n    got       7\n    expected  1\n" in screen
    assert screen.count(f"Edit katas/{FIRST}.py:") == 1
    practice.answer(FIRST, RIGHT)
    screen = terminal.wait_for(f"{FIRST.stem} · solved", "q quit")
    assert "✓ The first rule.\n  ✓ The second rule.\n" in screen
    assert f"1 of {len(CURRICULUM)} katas are solved" in screen
    assert status(practice) == "solved"


def test_the_first_failure_is_told_before_the_run_is_over(watch, practice):
    practice.plain_spec(FIRST, f"{SPEC}    import time; time.sleep(100)\n")
    practice.answer(FIRST, WRONG)
    terminal = watch(**NO_EDITOR)
    screen = terminal.wait_for(
        f"{FIRST.stem} · …", "got       7", "Still running: The second rule."
    )
    assert "q quit" not in screen
    terminal.press("e")
    terminal.wait_for("Set VISUAL")


def test_n_leads_to_the_next_kata_that_is_not_solved(watch, practice):
    practice.plain_spec(SECOND, "def test_nothing(): pass\n")
    practice.solve(SECOND)
    terminal = watch()
    terminal.wait_for("q quit")
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved", "q quit")
    terminal.press("n")
    terminal.wait_for(f"{SECOND} · solved", "q quit")
    terminal.press("p")
    terminal.wait_for(f"{FIRST} · solved", "q quit")
    terminal.press("n")
    terminal.wait_for(f"{THIRD} · 0 of", "q quit")
    terminal.press("n")
    terminal.wait_for(f"{FOURTH} · 0 of", "q quit")


def test_nothing_comes_before_the_first_kata(watch):
    terminal = watch(f"katas/{CURRICULUM[0]}.py")
    terminal.wait_for("q quit")
    terminal.press("p")
    terminal.wait_for("This is the first kata.")


def test_a_save_of_another_kata_leads_there(watch, practice):
    terminal = watch()
    terminal.wait_for("q quit")
    practice.answer(Kata("ch07_images", "cross_entropy"), "nonsense = 1\n")
    terminal.wait_for("ch07_images/cross_entropy · cannot be imported")


def test_a_save_is_known_by_its_content_alone(watch, practice):
    """Of the same size and the same time: neither the watch nor Python's cache may trust them."""
    stub = practice.root / f"katas/{FIRST}.py"
    terminal = watch()
    terminal.wait_for("q quit")
    then = stub.stat().st_mtime
    for answer in (2, 3, 4):
        stub.write_text(RIGHT.replace("return 1", f"return {answer}"))
        os.utime(stub, (then, then))
        terminal.wait_for(f"got       {answer}", "q quit")


def test_a_burst_of_saves_is_one_run(watch, practice):
    terminal = watch()
    terminal.wait_for("q quit")
    assert runs(practice) == 1
    for answer in (2, 3, 4, 5):
        practice.answer(FIRST, RIGHT.replace("return 1", f"return {answer}"))
    terminal.wait_for("got       5", "q quit")
    assert runs(practice) == 2
    assert not any(f"got       {answer}" in terminal.text for answer in (2, 3, 4))


def test_a_save_during_a_run_begins_anew(watch, practice):
    terminal = watch()
    terminal.wait_for("q quit")
    practice.answer(FIRST, "import time\ntime.sleep(100)\n" + WRONG)
    terminal.wait_for(f"Still running: importing test_{FIRST.stem}.py")
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved")
    assert "got       7" not in terminal.text
    assert len(processes_of(practice)) == 1


def test_what_torch_imports_late_is_there_before_the_first_verdict(watch, practice):
    """So that no save has to wait for it: in a Python that starts anew, and so has none of it."""
    assert_there = f"    assert set({LATE_IMPORTS}) <= set(sys.modules)\n"
    practice.plain_spec(FIRST, f"import sys\n\n\ndef test_it():\n{assert_there}")
    watch(become=become_python).wait_for(f"{FIRST.stem} · solved")


def test_a_verdict_on_what_is_no_longer_there_is_not_shown(watch, practice):
    """The run itself saves something else at its very end, as a learner may in that moment."""
    stub = practice.root / f"katas/{FIRST}.py"
    late = f"""
def pytest_unconfigure():
    if os.environ.get({WATCHED!r}):
        with open({str(stub)!r}, "w") as file:
            file.write({RIGHT!r})
"""
    plugins = practice.root / "conftest.py"
    plugins.write_text(f"import os\n\n{plugins.read_text()}{late}")
    practice.answer(FIRST, RIGHT.replace("return 2", "return 7"))
    terminal = watch()
    terminal.wait_for(f"{FIRST.stem} · solved")
    assert runs(practice) == 2
    assert "1 of 2 rules hold" not in terminal.text


def test_another_version_of_the_suite_ends_it(watch, practice):
    """It is the earlier one that runs."""
    terminal = watch()
    terminal.wait_for("q quit")
    (practice.root / ".katas/version.json").write_text("{}")
    terminal.wait_for("This is another version of torch-katas now: start --watch again.")
    assert terminal.wait_for_the_end() == 0


def test_an_editor_may_take_the_file_away_for_a_moment(watch, practice):
    stub = practice.root / f"katas/{FIRST}.py"
    terminal = watch()
    terminal.wait_for("q quit")
    stub.unlink()
    time.sleep(0.1)
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved", "q quit")
    stub.unlink()
    terminal.wait_for(f"the file is missing; pytest --reset {FIRST.stem} brings it back")


ENDLESS = {
    "loop": "def l1_loss():\n    while True:\n        pass\n",
    "loop that nothing can raise out of": (
        "def l1_loss():\n    while True:\n        try:\n            while True: pass\n"
        "        except BaseException: pass\n"
    ),
    "native code": "import itertools\n\n\ndef l1_loss():\n    return sum(itertools.repeat(1))\n",
    "import": "while True: pass\n",
}


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS)
def test_what_does_not_end_is_ended(watch, practice, code):
    practice.answer(FIRST, code + "\n\nmse_loss = None\n")
    terminal = watch("--deadline", "1")
    screen = terminal.wait_for("it had not come to an end after 1 s", "q quit")
    during = "cannot be imported" if "def" not in code else "The first rule."
    assert during in screen
    edit = screen.partition(f"Edit katas/{FIRST}.py:")[2]
    line = code.splitlines()[int(edit.split()[0]) - 1].strip()
    assert line in ("while True:", "while True: pass", "pass", "return sum(itertools.repeat(1))")
    assert f"in        {line}\n" in screen
    assert len(processes_of(practice)) == 1
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved")


@pytest.mark.parametrize("how", ["--watch", "--watch-spawn"])
def test_what_a_kata_has_started_ends_with_its_run(watch, practice, how):
    started = "import subprocess\n\nsleeping = subprocess.Popen(['sleep', '100'])\n\n\n"
    practice.answer(FIRST, started + RIGHT)
    named = f"{FIRST} has started the process sleep 100, ended with this run."
    watch(how).wait_for(f"{FIRST.stem} · solved", named, "q quit")
    assert len(processes_of(practice)) == 1


DEADLY = {
    "ctypes.string_at(0)": "Python was ended by SIGSEGV (Segmentation fault)",
    "os.kill(os.getpid(), 9)": "the system does that when memory runs out",
    "posix._exit(0)": "Python was ended, with status 0, before the spec was through",
}


@pytest.mark.parametrize(("deadly", "reason"), DEADLY.items(), ids=DEADLY)
@pytest.mark.parametrize("where", ["call", "import"])
def test_death_is_a_failure_with_its_reason(watch, practice, deadly, reason, where):
    code = f"import ctypes, os, posix\n\n\n{RIGHT}"
    code = code.replace("return 1", deadly) if where == "call" else f"{code}\n\n{deadly}\n"
    practice.answer(FIRST, code)
    terminal = watch()
    screen = terminal.wait_for(reason, "q quit")
    assert f"{FIRST.stem} · solved" not in screen
    if "SIGSEGV" in reason:
        assert f"in        {deadly}\nEdit katas/{FIRST}.py:" in screen
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved")


@pytest.mark.parametrize(
    "leaving",
    [
        "os._exit(0)",
        "raise SystemExit",
        "raise KeyboardInterrupt",
        "pytest.exit('', 0)",
        "pytest.skip('')",
        "pytest.xfail('')",
    ],
)
def test_nobody_leaves_a_spec_early_and_passes(watch, practice, leaving):
    code = RIGHT.replace("return 2", f"import os, pytest; {leaving}")
    practice.answer(FIRST, code)
    screen = watch().wait_for(FIRST.stem, "q quit")
    assert f"{FIRST.stem} · 1 of 2 rules hold" in screen
    assert "that the rule holds is still to be shown" in screen


def test_what_a_run_has_imported_is_there_in_the_next(
    watch, practice, tmp_path_factory, monkeypatch
):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.syspath_prepend(elsewhere)  # the watch's too, which is forked from here
    by = elsewhere / "imported_by.txt"
    note = f"import os\nwith open({str(by)!r}, 'a') as file:\n    print(os.getpid(), file=file)\n"
    (elsewhere / "noted.py").write_text(note)
    practice.answer(FIRST, "import noted\n" + WRONG)
    terminal = watch()
    terminal.wait_for("got       7", "q quit")
    give_up = time.monotonic() + LONG
    while by.read_text().split()[1:] != [str(terminal.pid)]:
        assert time.monotonic() < give_up
        time.sleep(0.05)
    practice.answer(FIRST, "import noted\n" + RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved", "q quit")
    assert len(by.read_text().split()) == 2


def test_after_two_failures_a_hint_is_offered(watch, practice):
    practice.answer(FIRST, WRONG)
    terminal = watch()
    screen = terminal.wait_for("q quit")
    assert "Stuck?" not in screen
    practice.answer(FIRST, WRONG + "# tried again\n")
    terminal.wait_for("Stuck? Press h for a hint.", "q quit")
    terminal.press("h")
    terminal.wait_for("hint 1 of 3", "For the next hint: press h")
    terminal.press("h")
    terminal.wait_for("hint 2 of 3")


def test_the_solution_is_shown_beside_what_was_solved(watch, practice):
    terminal = watch()
    terminal.wait_for("q quit")
    terminal.press("s")
    screen = terminal.wait_for("You have not solved it yet.")
    assert "+++" not in screen
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved", "q quit")
    terminal.press("s")
    terminal.wait_for(f"+++ solutions/katas/{FIRST}.py", "-    return 1\n")


def test_the_map_is_one_key_away(watch):
    terminal = watch()
    terminal.wait_for("q quit")
    terminal.press("m")
    count = f"0 of {len(CURRICULUM)} katas are solved"
    terminal.wait_for(count, "partly (1 of 2)", f"> {FIRST.stem}")


def test_reset_keeps_a_copy_and_says_where(watch, practice):
    for command in (["init", "-q"], ["add", "katas"], ["commit", "-qm", "katas"]):
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
        practice.answer(FIRST, stub_source(FIRST))
        subprocess.run([*git, *command], cwd=practice.root, check=True)
    practice.answer(FIRST, WRONG)
    terminal = watch()
    terminal.wait_for("got       7", "q quit")
    terminal.press("r")
    screen = terminal.wait_for(
        "is a stub again", f"pytest --undo-reset {FIRST.stem}", "0 of 2 rules hold"
    )
    copy = screen.partition("what it held is in ")[2].splitlines()[0]
    assert (practice.root / copy).read_text() == WRONG
    terminal.press("r")
    terminal.wait_for(f"Nothing to do for katas/{FIRST}.py")


def test_the_editor_is_opened_at_the_line(watch, practice):
    (practice.root / "right.py").write_text(RIGHT)
    editor = practice.root / "vim"
    editor.write_text("#!/bin/sh\necho edited $*\ncp right.py $2\n")
    editor.chmod(0o755)
    terminal = watch(VISUAL=str(editor))
    terminal.wait_for("q quit")
    terminal.press("e")
    terminal.wait_for(f"{FIRST.stem} · solved")
    assert f"edited +5 {practice.root / f'katas/{FIRST}.py'}" in terminal.text


@pytest.mark.parametrize(
    ("editor", "trouble"),
    [
        ("", "Set VISUAL or EDITOR to your editor"),
        ("no-such-editor", "no-such-editor did not start"),
    ],
)
def test_an_editor_that_is_not_there_is_told_of(watch, editor, trouble):
    terminal = watch(**NO_EDITOR | {"VISUAL": editor})
    terminal.wait_for("q quit")
    terminal.press("e")
    terminal.wait_for(trouble)


@pytest.fixture
def windows(practice) -> Path:
    """What an editor of the name code was told: it writes that down, and leaves the terminal."""
    tools, opened = practice.root / "an editor", practice.root / "opened.txt"
    tools.mkdir()
    (tools / "code").write_text(f'#!/bin/sh\necho "$*" >> "{opened}"\nexit $STATUS\n')
    (tools / "code").chmod(0o755)
    return opened


def beside(windows: Path, **environment: str) -> dict[str, str]:
    path = f"{windows.parent / 'an editor'}:{os.environ['PATH']}"
    return NO_EDITOR | {"KATAS_OPEN": "1", "PATH": path, "STATUS": "0", **environment}


def opened(windows: Path, practice, n_files: int) -> list[str]:
    """The files that were opened, each with its line."""
    give_up = time.monotonic() + LONG
    while not windows.exists() or windows.read_text().count("\n") < n_files:
        assert time.monotonic() < give_up
        time.sleep(0.02)
    return re.findall(rf"^--goto {practice.root}/katas/(\S+)$", windows.read_text(), re.MULTILINE)


def test_where_it_is_asked_to_the_editor_keeps_up(watch, practice, windows):
    inside_vs_code = {"TERM_PROGRAM": "vscode", "EDITOR": "vim"}
    terminal = watch(**beside(windows, **inside_vs_code))
    terminal.wait_for("q quit")
    assert opened(windows, practice, 1) == [f"{FIRST}.py:5"]
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST} · solved", f"katas/{SECOND}.py is open in your editor", "q quit")
    first, second = opened(windows, practice, 2)
    name, _, line = second.partition(":")
    assert name == f"{SECOND}.py"
    assert (practice.root / "katas" / name).read_text().splitlines()[int(line) - 1].strip() == (
        "raise NotImplementedError"
    )
    practice.answer(FIRST, f"{RIGHT}# in other words\n")
    terminal.wait_for(f"{FIRST} · solved", "q quit")
    terminal.press("n")
    terminal.wait_for(f"{SECOND} · 0 of", "q quit")
    assert opened(windows, practice, 3) == [first, second, second]


def test_by_itself_the_watch_opens_nothing(watch, practice, windows):
    practice.answer(FIRST, RIGHT)
    terminal = watch(**beside(windows, VISUAL="code", KATAS_OPEN="0"))
    terminal.wait_for(f"{FIRST} · solved", "q quit")
    terminal.press("e")
    opened(windows, practice, 1)
    time.sleep(0.5)
    assert len(opened(windows, practice, 1)) == 1


@pytest.mark.parametrize(
    ("editor", "status", "trouble"),
    [
        ("vim", "0", "Set VISUAL or EDITOR to one with a window of its own"),
        ("/nowhere/code", "0", "/nowhere/code did not start"),
        ("code", "3", "code ended with status 3"),
    ],
)
def test_an_editor_that_cannot_keep_up_is_told_of_once(
    watch, practice, windows, editor, status, trouble
):
    terminal = watch(**beside(windows, VISUAL=editor, STATUS=status))
    terminal.wait_for("1 of 2 rules hold", trouble, "q quit")
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST} · solved", "q quit")
    time.sleep(0.5)
    terminal.press("h")
    terminal.wait_for("hint 1 of 3")
    assert terminal.text.count(trouble) == 1


def test_all_katas_run_at_a_key_and_a_save_ends_that(watch, practice):
    terminal = watch()
    terminal.wait_for("q quit")
    terminal.press("a")
    terminal.wait_for("ttt")
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved", "q quit")
    assert len(processes_of(practice)) == 1


def test_keys_that_mean_nothing_do_nothing(watch):
    terminal = watch()
    before = terminal.wait_for("q quit")
    terminal.press("\x1b[A\x1bqxyz\n")  # an arrow, Alt-q
    terminal.press("h")
    assert terminal.wait_for("hint 1 of 3").startswith(before)
    terminal.press("m")
    terminal.wait_for("katas are solved")


@pytest.mark.parametrize(
    ("leave", "status"),
    [("q", 0), ("\x04", 0), ("\x03", 2), (signal.SIGTERM, 2), (signal.SIGHUP, 2)],
    ids=["q", "Control-D", "Control-C", "SIGTERM", "SIGHUP"],
)
@pytest.mark.parametrize("running", [False, True], ids=["idle", "running"])
def test_it_leaves_nothing_behind(watch, practice, leave, status, running):
    if running:
        practice.answer(FIRST, "import time\ntime.sleep(100)\n")
    terminal = watch()
    terminal.wait_for("Still running" if running else "q quit")
    if isinstance(leave, str):
        terminal.press(leave)
    else:
        terminal.kill(leave)
    assert terminal.wait_for_the_end() == status
    assert "Traceback" not in terminal.text
    assert processes_of(practice) == []
    after = termios.tcgetattr(terminal.fd)
    assert after[3] & termios.ICANON
    assert after[3] & termios.ECHO


@pytest.mark.parametrize("stage", ["Loading torch", "Still running", "q quit"])
def test_killed_at_any_stage_it_loses_nothing(watch, practice, stage):
    code = "import time\ntime.sleep(100)\n" if stage == "Still running" else RIGHT
    practice.answer(FIRST, code)
    terminal = watch()
    terminal.wait_for(stage)
    terminal.kill()
    assert terminal.wait_for_the_end() == -signal.SIGKILL
    assert (practice.root / f"katas/{FIRST}.py").read_text() == code
    give_up = time.monotonic() + 5
    while processes_of(practice):
        assert time.monotonic() < give_up
        time.sleep(0.01)
    practice.answer(FIRST, RIGHT)
    watch(f"katas/{FIRST}.py").wait_for(f"{FIRST.stem} · solved")


def test_a_damaged_state_file_is_put_aside(watch, practice):
    terminal = watch()
    terminal.wait_for("q quit")
    (practice.root / ".katas" / "state.json").write_text("{")
    terminal.press("m")
    terminal.wait_for("was damaged: it is now .katas/state.damaged.json", "katas are solved")


def test_without_a_terminal_it_prints_plainly(practice):
    """Started cold, as from a script; a verdict, a save, another verdict."""
    command = [sys.executable, "-m", "pytest", "katas", "--watch"]
    environment = {name: it for name, it in os.environ.items() if not name.startswith("PYTEST_")}
    with subprocess.Popen(
        command, cwd=practice.root, env=environment, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        printed = ""
        for line in process.stdout:
            printed += line
            if line.startswith("Edit "):
                practice.answer(FIRST, RIGHT)
            if line.startswith("1 of "):
                process.terminate()
    assert process.returncode == 2
    assert "\x1b" not in printed
    assert "q quit" not in printed
    assert f"{FIRST.stem} · solved" in printed


def test_fresh_processes_give_the_same_verdicts(watch, practice):
    alone = "    import multiprocessing\n    assert multiprocessing.parent_process() is None\n"
    practice.plain_spec(FIRST, SPEC + alone)
    terminal = watch("--watch-spawn")
    terminal.wait_for("1 of 2 rules hold", "q quit")
    practice.answer(FIRST, RIGHT)
    terminal.wait_for(f"{FIRST.stem} · solved", "q quit")
    assert "Loading torch" not in terminal.text
    practice.answer(FIRST, "while True: pass\n")
    terminal.wait_for("Still running")
    terminal.press("q")
    assert terminal.wait_for_the_end() == 0
    assert processes_of(practice) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--watch", "-n", "2"], "--watch runs one kata at a time: leave out -n"),
        (["--watch", "--solutions"], "--watch is for your own code: leave out --solutions"),
        (["--watch", "--pdb"], "--watch or --pdb, not both"),
        (["--watch", "--report", "a.html"], "--report is about a whole run: leave out --watch"),
        (["--watch", "--deadline", "0"], "--deadline 0: a number of seconds, please"),
        (["--watch", "--deadline", "nan"], "--deadline nan: a number of seconds, please"),
        ([f"katas/{FIRST}.py", "--deadline", "-1"], "--deadline -1: a number of"),
        (["katas/ch05_mechanics/los.py", "--watch"], "did you mean katas/ch05_mechanics/"),
        (["solutions", "--watch"], "there is no kata in solutions"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused_in_one_line(practice, arguments, message):
    run = practice.pytest(*arguments)
    assert run.status == pytest.ExitCode.USAGE_ERROR
    (line,) = run.screen.strip().splitlines()
    assert message in line


def test_a_watched_run_is_told_so_by_its_environment_alone():
    assert WATCHED not in os.environ
