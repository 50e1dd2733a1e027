"""``--grade-submissions``: a course is graded as pytest would grade each, whatever it does."""

import contextlib
import csv
import hashlib
import html
import json
import multiprocessing
import os
import re
import signal
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

import pytest

from katas._dojo.curriculum import CURRICULUM, Kata
from katas._dojo.grading import limits
from tests.suite.test_hostile import RIGHT, SPEC, WRONG, at_import, in_a_call
from tests.suite.test_report import measured, needs_a_browser
from tests.suite.test_start import heavy_imports
from tests.suite.test_submissions import foldered, zipped
from tests.workshop import Run, Workshop, become_pytest, import_ahead

if sys.platform != "linux":
    pytest.skip("only on Linux can anything hold a submission", allow_module_level=True)

import resource

PATIENCE = 300  # seconds
LOSSES, ADAM = Kata("ch05_mechanics", "losses"), Kata("ch05_mechanics", "adam")
PLAIN = [it for it in CURRICULUM if it.chapter == "ch06_networks"]  # given specs that take no time
ONE = PLAIN[0]
TODO = Kata("ch05_mechanics", "learning_rate")
SECRET = "not-for-learners"
LIMITS = "\n[tool.torch-katas.limits]\nmemory = 1024\nfiles = 20\nprocesses = 64\n"


def prepare(root: Path) -> Workshop:
    workshop = Workshop(root, CURRICULUM)
    for kata in PLAIN:
        workshop.plain_spec(kata, SPEC.format(kata=str(kata).replace("/", ".")))
        (root / f"solutions/katas/{kata}.py").write_text(RIGHT)
        (root / f"solutions/mistakes/{kata}.py").write_text('"""None."""\n')
    return workshop


def hand_in(workshop: Workshop, name: str, files: dict[Kata, str]) -> None:
    members = {f"katas/{kata}.py": it.encode() for kata, it in files.items()}
    foldered(workshop.root / "course" / name, members)


OPTIONS = ["--grade-submissions", "course", "--out", "results", "--deadline", "2"]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "pytest", *arguments, *OPTIONS]


def grade(workshop: Workshop, *arguments: str, within: Sequence[str] = (), **options) -> Run:
    """As a teacher would, in a process that starts anew, and so does the server that it starts."""
    done = subprocess.run(
        [*within, *command(*arguments)],
        cwd=workshop.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        env={**os.environ, "SECRET": SECRET},
        **options,
    )
    return Run(done.returncode, done.stdout)


def grade_here(workshop: Workshop, *arguments: str) -> Run:
    """The same by copies of this process, which have torch already."""
    return workshop.pytest(*OPTIONS, *arguments, become=become_grader)


def begin(workshop: Workshop, *arguments: str) -> multiprocessing.Process:
    """The same, and do not wait for its end."""

    def become():
        with (workshop.root / "screen.txt").open("w") as screen:
            os.dup2(screen.fileno(), 1)
            os.dup2(screen.fileno(), 2)
        become_grader(workshop.root, [*OPTIONS, *arguments])

    import_ahead()
    run = multiprocessing.get_context("fork").Process(target=become)
    with warnings.catch_warnings():
        # Python 3.12 warns of this process's threads; the copy waits for none.
        warnings.simplefilter("ignore", DeprecationWarning)
        run.start()
    return run


def become_grader(root: Path, arguments: list[str]) -> NoReturn:
    """End this forked process as pytest that grades, and forks its server from itself."""
    start = subprocess.Popen

    def start_or_fork(command, **options):
        if command[:3] == [sys.executable, "-m", "pytest"]:
            return ForkedServer(command[3:], **options)
        return start(command, **options)

    subprocess.Popen = start_or_fork
    become_pytest(root, arguments)


class ForkedServer(multiprocessing.get_context("fork").Process):
    """A server as subprocess.Popen would give it, that does not start anew."""

    def __init__(self, arguments: list[str], cwd: Path, stdout: TextIO, **_):
        until_closed, writes = os.pipe()

        def become():
            os.setsid()
            for number, file in enumerate((until_closed, stdout.fileno(), stdout.fileno())):
                os.dup2(file, number)
            os.closerange(3, os.sysconf("SC_OPEN_MAX"))
            become_pytest(cwd, [*arguments, "--disable-plugin-autoload"])

        super().__init__(target=become)
        self.start()
        os.close(until_closed)
        self.stdin, self.wait = os.fdopen(writes, "wb"), self.join

    def poll(self) -> int | None:
        return self.exitcode


def result(workshop: Workshop, name: str) -> dict:
    return json.loads((workshop.root / "results" / f"{name}.json").read_text("utf-8"))


def content_of(folder: Path) -> dict[Path, str]:
    files = (it for it in folder.rglob("*") if it.is_file() and "__pycache__" not in it.parts)
    return {it: hashlib.sha256(it.read_bytes()).hexdigest() for it in files}


def processes_in(folder: Path) -> list[str]:
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            if Path(os.readlink(f"/proc/{pid}/cwd")).is_relative_to(folder):
                found.append(Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " "))
    return found


# What a learner's own run can be asked to bear, each on a kata of its own.
BEARABLE = {
    "right": RIGHT,
    "wrong": WRONG,
    "half": RIGHT.replace("def two", "def too"),
    "broken": "def one(:\n",
    "not text": RIGHT + "\0",
    "endless": in_a_call("import time\nwhile True: time.sleep(1)"),
    "endless import": at_import("import time\nwhile True: time.sleep(1)"),
    "leaves": at_import("import os\nos._exit(0)"),
    "skips": in_a_call("import pytest\npytest.skip('later')"),
    "prints": in_a_call("print('x' * 5_000_000)"),
    "dies": in_a_call("import ctypes\nctypes.string_at(0)"),
    "peeks": at_import("import solutions.katas.ch05_mechanics.losses"),
}
ASKS = "assert {}, 'it is there'\n"
# What it could not bear, or would not notice; and the status of each rule.
HOSTILE = {
    "bomb": (
        at_import(
            "import subprocess\nsubprocess.run(['sh', '-c', "
            "'f() { [ $1 = 0 ] || { f $(($1-1)) & f $(($1-1)) & } ; sleep 20; }; f 8'])"
        ),
        ["error", "error"],
    ),
    "processes": (
        at_import(
            "import subprocess, time\n"
            "for _ in range(200):\n    subprocess.Popen(['sleep', '99'])\ntime.sleep(99)"
        ),
        ["error", "error"],
    ),
    "memory": (in_a_call("it = bytearray(3 << 30)"), ["fail", "pass"]),
    "files": (
        in_a_call("with open('it', 'wb') as file:\n    file.write(bytes(40 << 20))"),
        ["fail", "pass"],
    ),
    "environment": (
        in_a_call(
            "import os\n"
            "from pathlib import Path\n"
            f"assert {SECRET!r} not in str(os.environ)\n"
            f"assert {SECRET.encode()!r} not in Path('/proc/self/environ').read_bytes()\n"
            "assert Path.home() == Path.cwd() == Path(__file__).parents[2]"
        ),
        ["pass", "pass"],
    ),
    "forges": (
        in_a_call(
            "import json, os\n"
            "row = {'kata': 'ch06_networks/activations', 'status': 'pass', 'message': ''}\n"
            "rows = [row | {'output': '', 'test': it} for it in ('test_one', 'test_two')]\n"
            "for number in range(3, 99):\n"
            "    try:\n"
            "        assert 'rows' in os.readlink(f'/proc/self/fd/{{number}}')\n"
            "        os.pwrite(number, json.dumps(rows).encode(), 0)\n"
            "        os.kill(os.getppid(), 9)\n"
            "    except (AssertionError, OSError):\n"
            "        pass".replace("{{", "{").replace("}}", "}"),
            WRONG,
        ),
        ["fail", "pass"],
    ),
    "grandchild": (
        in_a_call(
            "import subprocess\n"
            "subprocess.run(['sh', '-c', 'setsid sleep 1000 &'], start_new_session=True)"
        ),
        ["fail", "pass"],
    ),
}
# Where the system lets us wall it off.
WALLED = {
    "network": (
        in_a_call("import socket\nsocket.create_connection(('127.0.0.1', {port}), 1)"),
        ["fail", "pass"],
    ),
    "kills": (at_import("import os\nos.kill(-1, 9)"), ["error", "error"]),
    "kills the judge": (at_import("import os\nos.kill(os.getppid(), 9)"), ["pass", "pass"]),
    "deletes": (
        at_import(
            "import shutil\nfrom pathlib import Path\nshutil.rmtree({root}, ignore_errors=True)"
        ),
        ["pass", "pass"],
    ),
    "rewrites": (
        in_a_call("open({spec}, 'w').write('def test_one(): pass\\n')", WRONG),
        ["fail", "pass"],
    ),
    "takes back": (
        in_a_call(
            "import ctypes\n"
            "libc = ctypes.CDLL(None)\n"
            "assert libc.umount2(b'/proc', 2) and libc.mount(b'/', b'/', 0, 32 | 4096, 0)"
        ),
        ["pass", "pass"],
    ),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Submissions of all kinds, graded once."""
    workshop = prepare(tmp_path_factory.mktemp("course"))
    root = workshop.root
    with (root / "pyproject.toml").open("a") as file:
        file.write(LIMITS)
    for (name, source), kata in zip(BEARABLE.items(), PLAIN, strict=False):
        hand_in(workshop, name, {kata: source})
    workshop.walls = limits.walls_here(root)
    workshop.hostile = HOSTILE | (WALLED if workshop.walls == limits.ALL else {})
    spec = str(root / "katas" / ONE.chapter / f"test_{ONE.stem}.py")
    with socket_that_listens() as port:
        for name, (source, _) in workshop.hostile.items():
            for key, value in {"port": port, "root": str(root), "spec": spec}.items():
                source = source.replace(f"{{{key}}}", repr(value))
            hand_in(workshop, name, {ONE: source})
        solution = LOSSES.solution.read_text("utf-8")
        summed = solution.replace(".abs().mean()", ".abs().sum()")
        assert summed != solution
        hand_in(workshop, "=SUM(1)", {LOSSES: summed})
        hand_in(workshop, "<b>bold</b>", {LOSSES: summed + "\n# in my own words\n"})
        hand_in(workshop, "twin", {ONE: RIGHT + "# mine\n"})
        hand_in(workshop, "twin again", {ONE: RIGHT + "# mine\n"})
        bad = {f"../{TODO}.py": b"", f"katas/{ONE}.py": WRONG.encode()}
        zipped(root / "course" / "bad.zip", bad)
        (root / "course" / "worse.zip").write_bytes(b"<script>alert(1)</script>")
        workshop.before = content_of(root / "katas") | content_of(root / "solutions")
        workshop.run = grade(workshop, "katas/ch05_mechanics", "katas/ch06_networks")
    workshop.page = (root / "results" / "summary.html").read_text("utf-8")
    with (root / "results" / "grades.csv").open(newline="") as file:
        workshop.table = {row["name"]: row for row in csv.DictReader(file)}
    return workshop


@pytest.fixture(scope="module")
def unwalled(tmp_path_factory):
    """The same where the system lets nobody have namespaces, as in most containers."""
    workshop = prepare(tmp_path_factory.mktemp("unwalled"))
    with (workshop.root / "pyproject.toml").open("a") as file:
        file.write(LIMITS)
    for name, (source, _) in HOSTILE.items():
        hand_in(workshop, name, {ONE: source})
    none = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
    within = ["unshare", "-r", "sh", "-c", none, "sh"]
    workshop.run = grade(workshop, f"katas/{ONE}.py", within=within)
    if not (workshop.root / "results").exists():
        pytest.skip("this system lets nobody forbid namespaces")
    return workshop


@contextlib.contextmanager
def socket_that_listens():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_behind_the_walls_a_server_can_be_asked(tmp_path):
    walls = limits.walls_here(tmp_path)
    if (pid := os.fork()) == 0:
        try:
            limits.wall_off(tmp_path, limits.Limits(), walls)
            with socket.create_server(("127.0.0.1", 0)) as server:
                socket.create_connection(server.getsockname(), timeout=5).close()
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(pid, 0)[1] == 0


def test_all_are_graded(course):
    assert course.run.status == 0, course.run.screen
    assert len(course.table) == len(BEARABLE) + len(course.hostile) + 6
    assert {it["status"] for it in course.table.values()} == {"graded", "refused"}


def test_each_is_graded_as_pytest_grades_it(course, tmp_path):
    alone = prepare(tmp_path)
    asked = PLAIN[: len(BEARABLE)]
    for source, kata in zip(BEARABLE.values(), asked, strict=True):
        alone.answer(kata, source)
    alone.pytest(*(f"katas/{it}.py" for it in asked), "--grade", "grade.json", "--deadline", "2")
    cold = json.loads((tmp_path / "grade.json").read_text("utf-8"))["tests"]
    for name, kata in zip(BEARABLE, asked, strict=True):
        rows = [rows_of(it, kata) for it in (cold, result(course, name)["tests"])]
        assert rows[0] == rows[1], name
    assert {it["status"] for it in cold} == {"pass", "fail", "error"}


def rows_of(rows: list[dict], kata: Kata) -> list[dict]:
    return [{**it, "task_id": 0} for it in rows if it["name"].startswith(f"{kata}:")]


@pytest.mark.parametrize("name", [*HOSTILE, *WALLED])
def test_what_it_does_costs_only_itself(course, name):
    if name not in course.hostile:
        pytest.skip("this system lets nobody wall anything off")
    rows = rows_of(result(course, name)["tests"], ONE)
    assert [it["status"] for it in rows] == course.hostile[name][1], rows


@pytest.mark.parametrize("name", HOSTILE)
def test_limits_hold_without_walls(unwalled, name):
    assert "does not let us take network, files and processes away" in unwalled.run.screen
    rows = rows_of(result(unwalled, name)["tests"], ONE)
    assert [it["status"] for it in rows] == HOSTILE[name][1], rows


def test_the_suite_is_what_it_was_and_nothing_runs_on(course):
    if course.walls == limits.ALL:
        now = content_of(course.root / "katas") | content_of(course.root / "solutions")
        assert now == course.before
    give_up = time.monotonic() + PATIENCE
    while left := processes_in(course.root):
        assert time.monotonic() < give_up, left
        time.sleep(0.1)


def test_what_ended_it_is_told(course):
    assert result(course, "bomb")["submission"]["remarks"] == ["it started more than 64 processes"]
    assert "MemoryError" in rows_of(result(course, "memory")["tests"], ONE)[0]["message"]


def test_the_table_has_a_row_for_each_and_a_column_for_each_kata(course):
    row = course.table["right"]
    assert (row["points"], row["max_points"]) == ("1.0", "34.0")
    assert row[str(PLAIN[0])] == "1.0"
    assert row[str(TODO)] == "0.0"
    assert float(row["seconds"]) > 0
    assert course.table["bad"]["points"] == "0.5"
    assert course.table["bad"]["remarks"] == f"../{TODO}.py: leads out of its folder"
    assert course.table["worse"]["status"] == "refused"
    assert course.table["twin again"]["remarks"] == "the same content as twin"


def test_no_spreadsheet_runs_a_name(course):
    assert "=SUM(1)" not in course.table
    assert "'=SUM(1)" in course.table


def test_the_page_tells_of_the_class(course):
    shown = html.unescape(re.sub(r"<[^>]*>", " ", course.page))
    assert re.search(r"0 to 1\.3 +\d+", shown)
    assert re.search(rf"2 +{LOSSES} +You summed the absolute differences", shown)
    assert re.search(rf"{LOSSES} +2 +0 +2\b", shown)
    assert f"Nobody has begun {TODO}" not in shown
    assert str(TODO) in shown.partition("Nobody has begun")[2]


def test_the_page_is_text_and_nothing_runs(course):
    assert "<b>bold" not in course.page
    assert "&lt;b&gt;bold" in course.page
    assert "<script" not in course.page
    assert "http" not in course.page


def test_the_file_of_each_is_a_grade(course):
    it = result(course, "wrong")
    assert (it["version"], it["status"], it["points"]) == (3, "fail", 0.5)
    assert len(it["katas"]) == 34
    todo = rows_of(it["tests"], TODO)
    assert {test["status"] for test in todo} == {"fail"}
    assert all(test["message"].startswith("todo: ") for test in todo)


@needs_a_browser
def test_the_page_fits_a_phone_and_a_desk(course, tmp_path):
    measured(course.page, tmp_path)


@pytest.fixture
def small(tmp_path):
    """Four submissions that take no time, and nobody has graded them."""
    workshop = prepare(tmp_path)
    for n in range(4):
        hand_in(workshop, f"learner {n}", {ONE: f"{RIGHT}\n# {n}\n"})
    return workshop


def graded_in(run: Run) -> list[str]:
    return re.findall(r"^ *\d+ of \d+  (.*?)  graded", run.screen, re.MULTILINE)


def test_only_what_is_missing_or_has_changed_is_graded(small):
    assert len(graded_in(grade_here(small, f"katas/{ONE}.py"))) == 4
    again = grade_here(small, f"katas/{ONE}.py")
    assert graded_in(again) == []
    assert "4 of 4 are graded already" in again.screen
    hand_in(small, "learner 1", {ONE: WRONG})
    (small.root / "results" / "learner 2.json").write_text("{")
    assert sorted(graded_in(grade_here(small, f"katas/{ONE}.py"))) == ["learner 1", "learner 2"]
    assert result(small, "learner 1")["points"] == 0.5
    with (small.root / "pyproject.toml").open("a") as file:
        file.write(f'\n[tool.torch-katas.points]\n"{ONE}" = 10\n')
    assert len(graded_in(grade_here(small, f"katas/{ONE}.py"))) == 4
    assert result(small, "learner 1")["points"] == 5


def test_a_run_that_is_killed_goes_on_where_it_was(small):
    for n in range(4, 8):
        hand_in(small, f"learner {n}", {ONE: at_import(f"import time\ntime.sleep(1 + {n} / 99)")})
    run = begin(small, f"katas/{ONE}.py")
    results = small.root / "results"
    give_up = time.monotonic() + PATIENCE
    while len(list(results.glob("*.json"))) < 5:
        assert time.monotonic() < give_up
        time.sleep(0.01)
    run.kill()
    run.join()
    known = {it.stem for it in results.glob("*.json")}
    assert all(json.loads(it.read_text())["points"] == 1 for it in results.glob("*.json"))
    while processes_in(small.root):
        assert time.monotonic() < give_up
        time.sleep(0.01)
    rest = graded_in(grade_here(small, f"katas/{ONE}.py"))
    assert known.isdisjoint(rest)
    assert len(known) + len(rest) == 8


def test_control_c_ends_it_and_says_how_to_go_on(small):
    hand_in(small, "slow", {ONE: at_import("import time\ntime.sleep(99)")})
    run = begin(small, f"katas/{ONE}.py", "--deadline", "99")
    give_up = time.monotonic() + PATIENCE
    while len(list((small.root / "results").glob("*.json"))) < 4:
        assert time.monotonic() < give_up
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGINT)
    run.join(PATIENCE)
    assert run.exitcode == pytest.ExitCode.INTERRUPTED
    screen = (small.root / "screen.txt").read_text("utf-8")
    assert "4 of 5 graded" in screen
    assert "The same command goes on with the others." in screen
    assert (small.root / "results" / "grades.csv").read_text().count("graded") == 4


def nothing_fits():
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def test_a_full_disk_is_one_clear_line(small):
    small.root.joinpath("course", "empty").mkdir()
    run = grade(small, f"katas/{ONE}.py", preexec_fn=nothing_fits)
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip().endswith("results: File too large; what lies there is whole")
    assert list((small.root / "results").iterdir()) == []


def test_its_time_is_limited_and_what_has_run_counts(small):
    with (small.root / "pyproject.toml").open("a") as file:
        file.write("\n[tool.torch-katas.limits]\nseconds = 4\n")
    slow = in_a_call("import time\ntime.sleep(99)")
    hand_in(small, "slow", {ONE: RIGHT, PLAIN[1]: slow})
    run = grade_here(small, f"katas/{ONE}.py", f"katas/{PLAIN[1]}.py", "--deadline", "99")
    assert run.status == 0
    slow = result(small, "slow")
    assert slow["submission"]["remarks"] == ["it had not come to an end after 4 s"]
    assert [it["points"] for it in slow["katas"]] == [1, 0]


BAD_INPUT = {
    "no such folder": (["--grade-submissions", "nowhere"], "nowhere: No such file or directory"),
    "no submission": (["--grade-submissions", "tests"], "there is no folder and no zip"),
    "nowhere to write": (["--out", "no/where"], "--out no/where: No such file or directory"),
    "a file to write to": (["--out", "README"], "--out README: File exists"),
    "a part of a kata": ([f"katas/{ONE}.py::one"], "grades whole katas"),
    "no kata": (["solutions"], "there is no kata in solutions"),
    "the solutions": (["--solutions"], "says whose code runs"),
    "no deadline": (["--deadline", "0"], "--deadline 0"),
    "no scheduler": (["--scheduler", "tcp://127.0.0.1:1"], "--scheduler"),
}


@pytest.mark.parametrize(("arguments", "said"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_is_one_clear_line(small, arguments, said):
    (small.root / "README").touch()
    (small.root / "tests").mkdir()
    asked = [] if arguments[0][0] in "ks" else [f"katas/{ONE}.py"]
    run = small.pytest(*OPTIONS, *asked, *arguments)
    assert run.status == pytest.ExitCode.USAGE_ERROR
    (line,) = run.screen.strip().splitlines()
    assert said in line
    assert not list((small.root).glob("results/*"))


@pytest.mark.parametrize(
    ("line", "said"),
    [("minutes = 1", "there is no minutes"), ("memory = -1", "memory = -1, no number")],
)
def test_limits_that_make_no_sense_are_one_clear_line(small, line, said):
    with (small.root / "pyproject.toml").open("a") as file:
        file.write(f"\n[tool.torch-katas.limits]\n{line}\n")
    run = grade_here(small, f"katas/{ONE}.py")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip() == f"ERROR: pyproject.toml, limits: {said}"


def test_nothing_is_imported_for_what_is_not_begun(small):
    stub = (small.root / f"katas/{TODO}.py").read_text("utf-8")
    hand_in(small, "nothing", {TODO: stub})
    asked = [f"katas/{TODO}.py", *command()[3:]]
    assert heavy_imports(*asked, root=small.root) == set()
    assert result(small, "nothing")["points"] == 0
