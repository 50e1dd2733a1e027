"""Katas in a notebook: a real kernel runs cells in a learner's copy of the project."""

import json
import os
import re
import signal
import subprocess
import sys
import threading

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.system.process import FORKS
from tests.matrix import stub_source
from tests.workshop import Workshop

nbformat = pytest.importorskip("nbformat", reason="the group notebook is not installed")
nbclient = pytest.importorskip("nbclient", reason="the group notebook is not installed")
pytest.importorskip("ipykernel", reason="the group notebook is not installed")

LOSSES = Kata("ch05_mechanics", "losses")
STUB = stub_source(LOSSES)
SOLUTION = LOSSES.solution.read_text("utf-8")
SLEEP = "import time\n    while True:\n        time.sleep(1)\n"
ENDLESS = SOLUTION.replace("    return", f"    {SLEEP}    return", 1)


class Notebook:
    """A kernel in a workshop; ``run`` gives what stands below a cell then."""

    def __init__(self, workshop, client):
        self.workshop, self.client = workshop, client
        self.stub = workshop.root / LOSSES.stub.relative_to(ROOT)

    def run(self, source: str) -> str:
        cells = self.client.nb.cells
        cells.append(nbformat.v4.new_code_cell(source))
        self.client.execute_cell(cells[-1], len(cells) - 1)
        return "\n".join(map(_shown, cells[-1].outputs))

    def judge(self, answer: str, options: str = "") -> str:
        return self.run(f"%%kata losses {options}\n{answer}")

    @property
    def copies(self) -> list[str]:
        """What was copied, the newest last."""
        copies = sorted(self.workshop.root.glob(f".katas/backups/*/{LOSSES}.py"))
        return [copy.read_text("utf-8") for copy in copies]


def _shown(output) -> str:
    if output.output_type == "stream":
        return output.text
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    return output.data.get("text/html") or output.data.get("text/markdown", output.data)


def rules(shown: str) -> list[str]:
    return re.findall(r'<li class="(\w+)">', shown)


@pytest.fixture(scope="module")
def chapters(tmp_path_factory):
    workshop = Workshop(tmp_path_factory.mktemp("workshop"), CURRICULUM)
    for command in (
        "init -q",
        "add .",
        "-c user.name=me -c user.email=me commit -qm stubs",
        "remote add origin git@example.org:me/katas.git",
    ):
        subprocess.run(["git", *command.split()], cwd=workshop.root, check=True)
    workshop.solve(LOSSES)
    assert workshop.pytest("--notebooks", "build/notebooks").status == 0
    return workshop


def first_cell(chapters) -> str:
    built = nbformat.read(chapters.root / "build/notebooks/ch03_tensors.ipynb", 4)
    return next(cell.source for cell in built.cells if cell.id == "setup")


@pytest.fixture(scope="module")
def kernel(chapters, tmp_path_factory):
    """Where the first cell of a notebook has run, somewhere in the suite."""
    workshop = Workshop(tmp_path_factory.mktemp("workshop"), CURRICULUM)
    client = nbclient.NotebookClient(
        nbformat.v4.new_notebook(),
        timeout=200,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(workshop.root)}},
    )
    with client.setup_kernel():
        notebook = Notebook(workshop, client)
        notebook.run("%cd -q solutions")
        notebook.loaded = notebook.run(first_cell(chapters))
        notebook.run("%cd -q ..")
        yield notebook


@pytest.fixture
def notebook(kernel):
    kernel.workshop.answer(LOSSES, STUB)
    return kernel


def test_an_untouched_cell_says_where_to_begin(notebook):
    shown = notebook.judge(STUB)
    line = STUB[: STUB.index("    raise")].count("\n") + 1
    assert f"Edit katas/{LOSSES}.py:{line}, line {line + 1} of this cell" in shown
    assert "0 of 5 rules hold" in shown
    assert set(rules(shown)) == {"todo"}
    assert notebook.stub.read_text("utf-8") == STUB


def test_a_wrong_answer_is_told_what_is_wrong_with_it(notebook):
    wrong = SOLUTION.replace(".abs()", "")
    shown = notebook.judge(wrong)
    line = wrong[: wrong.index("    return")].count("\n")
    for said in ("got  ", "expected  ", "A known mistake: ", f"losses.py:{line}, line {line + 1}"):
        assert said in shown
    assert {"passed", "wrong"} == set(rules(shown))
    assert "<svg" not in shown
    assert notebook.stub.read_text("utf-8") == wrong


def test_what_is_solved_says_so_and_draws_and_is_there_to_play_with(notebook):
    shown = notebook.judge(SOLUTION)
    assert f"{LOSSES} · solved" in shown
    assert set(rules(shown)) == {"passed"}
    assert shown.count("<svg") == int(FORKS)
    assert notebook.stub.read_text("utf-8") == SOLUTION
    assert notebook.copies[-1] == STUB
    played = notebook.run("import torch; print(l1_loss(torch.tensor([3.0]), torch.tensor([1.0])))")
    assert played == "tensor(2.)\n"
    assert notebook.workshop.pytest("--undo-reset", "losses").status == 0
    assert notebook.stub.read_text("utf-8") == STUB


def test_a_loop_without_end_is_ended_and_the_kernel_lives(notebook):
    shown = notebook.judge(ENDLESS, "--deadline 2")
    assert "it had not come to an end after 2 s" in shown
    assert "while True:" in shown or "time.sleep(1)" in shown
    assert notebook.run("print(6 * 7)") == "42\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal on Windows")
def test_an_interrupt_ends_the_run_and_the_next_cell_is_judged(notebook):
    kernel = int(notebook.run("import os; print(os.getpid())"))
    threading.Timer(3, os.kill, (kernel, signal.SIGINT)).start()
    assert f"{LOSSES} · interrupted" in notebook.judge(ENDLESS, "--deadline 100")
    assert f"{LOSSES} · solved" in notebook.judge(SOLUTION)


def test_a_process_that_was_killed_is_begun_anew(notebook):
    magics = "get_ipython().magics_manager.registry['KataMagics']"
    notebook.run(f"process = {magics}.judge.process; process.kill(); print(process.wait())")
    assert f"{LOSSES} · solved" in notebook.judge(SOLUTION)


def test_a_syntax_error_is_one_of_the_cell(notebook):
    shown = notebook.judge("x = 1\ndef l1_loss(:\n")
    assert "cannot be imported" in shown
    assert f"Edit katas/{LOSSES}.py:2, line 3 of this cell" in shown
    assert notebook.run("x") == "NameError: name 'x' is not defined"


def test_what_a_learner_writes_is_text_and_not_html(notebook):
    shown = notebook.judge(SOLUTION.replace("return", "raise ValueError('<b>&</b>')\n    return"))
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in shown
    assert "<b>" not in shown


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("loses", f"UsageError: no such kata: loses; did you mean {LOSSES}?"),
        ("<b>", "UsageError: no such kata: <b>"),
        ("", "UsageError: the following arguments are required: KATA"),
        ("losses --deadline 0", "UsageError: --deadline 0: a number of seconds, please"),
    ],
)
def test_what_cannot_be_asked_for_is_one_line(notebook, line, said):
    before = notebook.copies
    *_, last = notebook.run(f"%%kata {line}\n{SOLUTION}").strip().splitlines()
    assert last == said
    assert notebook.stub.read_text("utf-8") == STUB
    assert notebook.copies == before


def test_a_cell_that_is_a_stub_leaves_an_answer_alone(notebook):
    notebook.workshop.answer(LOSSES, SOLUTION)
    shown = notebook.judge(STUB)
    assert f"{LOSSES} · solved" in shown
    assert f"The cell is still a stub, so katas/{LOSSES}.py was left as it is" in shown
    assert notebook.stub.read_text("utf-8") == SOLUTION


def test_a_file_that_is_read_only_stays_as_it_is(notebook):
    notebook.stub.chmod(0o444)
    try:
        said = notebook.judge(SOLUTION)
    finally:
        notebook.stub.chmod(0o644)
    assert said == f"UsageError: katas/{LOSSES}.py was left as it is: it is read-only\n"
    assert notebook.stub.read_text("utf-8") == STUB


def test_hint_map_and_solution(notebook):
    notebook.judge(STUB)
    assert notebook.run("%hint").startswith(f"{LOSSES} · hint 1 of 3: A question")
    assert f"{LOSSES} · hint 2 of 3" in notebook.run("%hint losses")
    assert f"0 of {len(CURRICULUM)} katas are solved" in notebook.run("%map")
    assert "broadcasting" not in notebook.run("%map")
    assert "broadcasting" in notebook.run("%map -v")
    asked_once = notebook.run("%solution")
    assert "run %solution losses again" in asked_once
    assert "abs" not in asked_once
    assert "+    return (t_p - t_c).abs().mean()" in notebook.run("%solution")
    assert "no such kata: nothing" in notebook.run("%hint nothing")


def test_a_notebook_for_each_chapter_holds_its_stubs(chapters):
    found = {}
    for path in (chapters.root / "build/notebooks").iterdir():
        notebook = nbformat.read(path, 4)
        nbformat.validate(notebook)
        found |= {f"{path.stem}/{it.id}": it.source for it in notebook.cells}
    assert {str(kata) for kata in CURRICULUM} <= set(found)
    for kata in CURRICULUM:
        assert found[str(kata)] == f"%%kata {kata.stem}\n{stub_source(kata).strip()}"
    setup = found["ch05_mechanics/setup"]
    assert '!git clone --quiet --depth 1 https://example.org/me/katas "{suite}"' in setup


def test_a_notebook_that_holds_answers_is_left_alone(chapters):
    path = chapters.root / "build/notebooks/ch05_mechanics.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    assert chapters.pytest("--notebooks", "build/notebooks").status == 0
    notebook["cells"][-1]["source"] = "mine"
    path.write_text(json.dumps(notebook), "utf-8")
    run = chapters.pytest("--notebooks", "build/notebooks")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert "ch05_mechanics.ipynb holds something else already" in run.screen
    assert json.loads(path.read_text("utf-8")) == notebook


def test_the_first_cell_finds_the_katas_around_it(notebook):
    assert notebook.loaded.startswith("Loading torch.")
    assert notebook.run("print(suite)").strip() == str(notebook.workshop.root)


def test_where_there_are_no_katas_the_first_cell_fetches_them(chapters, notebook, tmp_path):
    fetch = (
        first_cell(chapters)
        .partition("needed = ")[0]
        .replace("https://example.org/me/katas", "{origin}")
    )
    notebook.run(f"origin = {str(tmp_path / 'nothing')!r}\n%cd -q {tmp_path}")
    try:
        assert "RuntimeError: The katas could not be fetched" in notebook.run(fetch)
        notebook.run(f"origin = {str(chapters.root)!r}")
        notebook.run(fetch)
    finally:
        notebook.run(f"%cd -q {notebook.workshop.root}")
    assert (tmp_path / "torch-katas/katas/notebook.py").exists()


@pytest.mark.parametrize(
    ("origin", "url"),
    [
        ("https://github.com/me/katas.git", "https://github.com/me/katas"),
        ("https://me:secret@github.com/me/katas", "https://github.com/me/katas"),
        ("git@github.com:me/katas.git", "https://github.com/me/katas"),
        ("ssh://git@github.com/me/katas", "https://github.com/me/katas"),
        ("/home/me/katas", ""),
        ("https://github.com/me/katas; rm -rf .", ""),
    ],
)
def test_everybody_can_clone_what_is_named(monkeypatch, origin, url):
    from katas._dojo.notebook import chapters

    done = subprocess.CompletedProcess([], 0, stdout=f"{origin}\n")
    monkeypatch.setattr(chapters.subprocess, "run", lambda *_, **__: done)
    assert chapters._url() == url
