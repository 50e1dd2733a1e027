"""What a learner sees: a copy of the project, real answers in it, the screen of real runs."""

import re
import sys
import textwrap
import time

import pytest

from katas._dojo.curriculum import CURRICULUM, Kata, in_turn, kata_named
from tests.matrix import stub_source
from tests.workshop import become_python

FIRST = in_turn(CURRICULUM)[0]
BROADCASTING = Kata("ch05_mechanics", "broadcasting")
PADDING = Kata("ch08_convolutions", "padding")


def test_a_fresh_clone_shows_what_there_is_to_do(workshop):
    run = workshop.pytest("katas")
    assert run.status == 1
    assert len(run.lines) <= 40
    assert "Traceback" not in run.screen
    assert run.counts.keys() <= {"todo", "skipped", "deselected"}
    assert run.lines[-3] == f"0 of {len(CURRICULUM)} katas · next: {FIRST}"
    path, line = run.lines[-2].split()[1].rstrip(":").split(":")
    source = (workshop.root / path).read_text().splitlines()
    assert source[int(line) - 1].strip() == "raise NotImplementedError"


def test_all_solved_is_green(workshop):
    for kata in CURRICULUM:
        workshop.solve(kata)
    run = workshop.pytest("katas")
    assert run.status == 0
    n_solved = sum(not kata.missing for kata in CURRICULUM)
    assert run.lines[-1] == f"{n_solved} of {len(CURRICULUM)} katas"


def test_a_known_mistake_is_told(workshop):
    workshop.make_mistake(BROADCASTING, "aligned_on_the_left")
    run = workshop.pytest("katas/ch05_mechanics/test_broadcasting.py")
    assert run.status == 1
    assert "Traceback" not in run.screen
    in_order = [
        "The shape is the one that torch gives; what torch refuses is a ValueError.",
        "    called    broadcast_shape(",
        "    got       ",
        "    expected  ",
        "A known mistake: You lined the shapes up on the left.",
        "Edit katas/ch05_mechanics/broadcasting.py:",
    ]
    places = [run.screen.index(text) for text in in_order]
    assert places == sorted(places)


def test_a_mistake_is_told_while_its_helper_is_not_solved(workshop):
    weight_init = Kata("ch08_convolutions", "weight_init")
    stub = stub_source(weight_init)
    body = """\
    for m in model.modules():
        if isinstance(m, nn.Linear | nn.Conv2d):
            nn.init.kaiming_normal_(m.weight, nonlinearity="relu")
        elif isinstance(m, nn.BatchNorm2d):
            nn.init.constant_(m.weight, 0.5)
            nn.init.zeros_(m.bias)
"""
    before, _, after = stub.rpartition("    raise NotImplementedError\n")
    workshop.answer(weight_init, before + body + after)
    run = workshop.pytest(f"katas/{weight_init}.py")
    assert "A known mistake: You left biases of linear layers and convolutions" in run.screen
    assert run.counts["todo"] > 0


def test_two_mistakes_are_each_told_where_they_show(workshop):
    workshop.make_mistake(BROADCASTING, "the_larger_size_wins", "the_mean_of_the_copies")
    screen = workshop.pytest("katas/ch05_mechanics/test_broadcasting.py").screen
    failures = re.split(r"(?m)^_+ .* _+$", screen)[1:]
    for failure in failures:
        told = "largest size" in failure, "averaged" in failure
        assert told == ("broadcast_shape(" in failure, "sum_to_shape(" in failure)


def test_an_unknown_mistake_is_not_guessed_at(workshop):
    workshop.solve(BROADCASTING)
    wrong = "\n\ndef broadcast_shape(*shapes):\n    return (4, 2)\n"
    workshop.answer(BROADCASTING, BROADCASTING.solution.read_text() + wrong)
    run = workshop.pytest("katas/ch05_mechanics/broadcasting.py")
    assert run.status == 1
    assert "    got       (4, 2)" in run.screen
    assert "known mistake" not in run.screen


def test_a_mistake_in_one_of_the_functions_that_it_could_be_in_is_told(workshop):
    """The catalogue has it in what both functions share."""
    kernels = Kata("ch08_convolutions", "kernels")
    blur = """

def blur(n_channels):
    layer = nn.Conv2d(n_channels, 1, kernel_size=3)
    with torch.no_grad():
        layer.weight.fill_(1 / (9 * n_channels))
        layer.bias.zero_()
    return layer
"""
    workshop.answer(kernels, kernels.solution.read_text() + blur)
    screen = workshop.pytest(f"katas/{kernels}.py").screen
    assert "A known mistake: " in screen


@pytest.mark.parametrize("error", [False, True], ids=["compared", "an error"])
def test_a_clue_is_about_the_failure_that_it_stands_under(workshop, error):
    losses = Kata("ch05_mechanics", "losses")
    spec = """
        '''Losses.'''
        import pytest
        from katas._dojo.writing.assertions import assert_equal
        from katas.ch05_mechanics.losses import l1_loss

        @pytest.mark.parametrize("n", [0, 1.5, 3.25, 4.75])
        def test_n(n):
            '''One number.'''
            assert_equal(l1_loss(n), n + 1)
    """
    workshop.plain_spec(losses, textwrap.dedent(spec))
    at_0 = "n['zero']" if error else "2"
    workshop.answer(losses, f"def l1_loss(n):\n    return 2 * (n + 1) if n else {at_0}\n")
    screen = workshop.pytest(f"katas/{losses}.py").screen
    assert ("A clue: Your result is 2 times the expected one" in screen) is not error


def test_a_spec_may_ask_for_what_pytest_offers(workshop):
    losses = Kata("ch05_mechanics", "losses")
    spec = """
        '''Losses.'''
        from katas.ch05_mechanics.losses import l1_loss

        def test_it(tmp_path, monkeypatch, capsys, recwarn, request):
            '''It is 1.'''
            (tmp_path / "it").write_text("it")
            assert l1_loss() == 1
    """
    workshop.plain_spec(losses, textwrap.dedent(spec))
    for one, outcome in ((1, "passed"), (2, "failed")):
        workshop.answer(losses, f"def l1_loss():\n    return {one}\n")
        assert workshop.pytest(f"katas/{losses}.py").counts == {outcome: 1}


def test_what_is_at_fault_is_where_to_edit(workshop):
    """Also in a rule that calls another function last, with what the faulty one returned."""
    solution = PADDING.solution.read_text()
    workshop.answer(PADDING, solution.replace("total - before", "total - before + 1"))
    run = workshop.pytest("katas/ch08_convolutions/padding.py")
    assert "    called    conv_output_size(" in run.screen
    line = solution.partition("def same_padding")[0].count("\n") + 1
    assert set(re.findall(r"^Edit .*:(\d+)$", run.screen, re.MULTILINE)) == {str(line)}


def test_each_function_counts_by_itself(workshop):
    solution = BROADCASTING.solution.read_text()
    todo = "\n\ndef sum_to_shape(grad, shape):\n    raise NotImplementedError\n"
    workshop.answer(BROADCASTING, solution + todo)
    run = workshop.pytest("katas/ch05_mechanics/broadcasting.py", "-v")
    outcomes = dict(re.findall(r"::(test_\w+)\S* (\w+)", run.screen))
    assert outcomes["test_the_shapes_in_the_book"] == "PASSED"
    assert outcomes["test_summing_is_the_adjoint_of_expanding"] == "TODO"


def test_what_torch_has_not_implemented_is_no_todo(workshop):
    dataset = Kata("ch10_datasets", "dataset_protocol")
    begun = dataset.solution.read_text().replace("def __getitem__", "def get_item")
    workshop.answer(dataset, begun)
    run = workshop.pytest("katas/ch10_datasets/dataset_protocol.py")
    assert "todo" not in run.counts
    assert "    raised    NotImplementedError: Subclasses of Dataset" in run.screen
    assert "Edit katas/ch10_datasets/dataset_protocol.py:" in run.screen


BROKEN = {
    "def f(:\n": "SyntaxError",
    "import a_module_that_is_not_there\n": "ModuleNotFoundError: No module named",
    "\nx = 1\n": "is missing: the spec asks for it by this name",
    "raise SystemExit(0)\n": "SystemExit: 0",
    "import os\nos._exit(0)\n": "os._exit",
}


def test_a_broken_kata_is_one_row_and_stops_no_other(workshop):
    for kata, text in zip(in_turn(CURRICULUM), BROKEN, strict=False):
        workshop.answer(kata, text)
    run = workshop.pytest("katas")
    assert run.status == 1
    assert "Traceback" not in run.screen
    for kata, (text, message) in zip(in_turn(CURRICULUM), BROKEN.items(), strict=False):
        line = text.count("\n") if "_exit" in text else 1
        row = rf"_ {kata} _+\n[^\n]*{re.escape(message)}[^\n]*\nEdit katas/{kata}.py:{line}\n"
        assert re.search(row, run.screen), kata
    assert run.counts["errors"] == len(BROKEN)
    assert run.counts.keys() <= {"errors", "todo", "skipped", "deselected"}
    assert run.lines[-3] == f"0 of {len(CURRICULUM)} katas · next: {FIRST}"


def test_pytest_options_keep_working(workshop):
    workshop.solve(BROADCASTING)
    workshop.make_mistake(kata_named("random_split"), "rounded_to_the_nearest")
    specs = [f"katas/ch05_mechanics/test_{stem}.py" for stem in ("broadcasting", "random_split")]
    run = workshop.pytest(*specs, "-x", "-q")
    assert run.counts["failed"] == 1
    assert run.status == 1
    again = workshop.pytest(*specs, "--lf", "-q")
    assert again.counts.keys() == {"deselected", "failed"}
    assert again.counts["failed"] == 1
    chosen = workshop.pytest(*specs, "-k", "test_the_shapes_in_the_book", "-q")
    assert chosen.status == 0
    assert chosen.lines[-1] == "1 of 1 katas (only the tests you chose)"


def test_runs_in_parallel(workshop):
    workshop.make_mistake(BROADCASTING, "aligned_on_the_left")
    stems = ("broadcasting", "random_split")
    katas = [f"katas/ch05_mechanics/{stem}.py" for stem in stems]
    run = workshop.pytest(*katas, "-n", "2", become=become_python)  # whose workers start anew, too
    assert run.status == 1
    assert "A known mistake: You lined the shapes up on the left." in run.screen
    assert run.lines[-3] == f"0 of 2 katas · next: {BROADCASTING}"


def test_verbose_reads_as_the_specification(workshop):
    run = workshop.pytest("katas/ch05_mechanics/test_broadcasting.py", "-v")
    title = "Broadcasting (§5.3.1): which shapes fit together, and what flows back."
    start = run.lines.index(title)
    rule, test = run.lines[start + 1 : start + 3]
    assert rule == "  The shape is the one that torch gives; what torch refuses is a ValueError."
    assert test.startswith("katas/ch05_mechanics/test_broadcasting.py::test_shapes_broadcast_as_in")


@pytest.mark.parametrize("options", [[], ["--setup-show"]], ids=["apart", "in one process"])
def test_a_setting_left_changed_is_told_by_name(workshop, options):
    solution = BROADCASTING.solution.read_text()
    careless = "\n\nimport torch\n\n\n_sum = sum_to_shape\n\n\ndef sum_to_shape(grad, shape):\n"
    careless += "    torch.set_grad_enabled(False)\n    return _sum(grad, shape)\n"
    workshop.answer(BROADCASTING, solution + careless)
    run = workshop.pytest("katas/ch05_mechanics/broadcasting.py", *options)
    assert "grad mode was True, is now False" in run.screen
    assert "default dtype" not in run.screen


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--device", "tpu"], "--device: unknown device 'tpu' (choose from cpu, cuda)"),
        (
            ["katas/ch05_mechanics/test_broadcastin.py"],
            "no such kata: katas/ch05_mechanics/test_broadcastin.py; "
            "did you mean katas/ch05_mechanics/test_broadcasting.py?",
        ),
        (["katas/ch99_nothing"], "no such kata: katas/ch99_nothing"),
    ],
    ids=["device", "kata", "chapter"],
)
def test_bad_input_gets_one_clear_line(workshop, arguments, message):
    run = workshop.pytest(*arguments)
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip() == f"ERROR: {message}"


MANY_FAULTS = """
def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - kernel_size * dilation) // stride + 1


def same_padding(kernel_size, dilation=1):
    return dilation * (kernel_size - 1) // 2
"""


def test_looking_for_mistakes_is_not_taken_for_reading_the_solution(workshop):
    """Hypothesis reads the files of what is imported, which the known mistakes are by then."""
    workshop.answer(PADDING, MANY_FAULTS)
    run = workshop.pytest(f"katas/{PADDING}.py")
    assert "test_a_stride_skips_positions" in run.screen
    assert "reads the solution" not in run.screen


def test_cuda_is_there_and_skipped_with_its_reason(workshop, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    workshop.solve(BROADCASTING)
    run = workshop.pytest("katas/ch05_mechanics/broadcasting.py", "-rs")
    assert re.search(r"SKIPPED \[\d+\] .*: no CUDA device on this machine", run.screen)
    run = workshop.pytest("katas", "--device", "cuda")
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.screen.strip() == "ERROR: --device cuda: torch finds no CUDA device on this machine"


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of POSIX")
@pytest.mark.parametrize(("typed", "status"), [("c", 1), ("q", pytest.ExitCode.INTERRUPTED)])
def test_a_breakpoint_has_all_the_time_there_is(workshop, typed, status):
    from tests.terminal import Terminal

    wrong = "def broadcast_shape(*shapes):\n    breakpoint()\n    return (7,)\n"
    workshop.answer(BROADCASTING, f"{BROADCASTING.solution.read_text()}\n\n{wrong}")
    test = "katas/ch05_mechanics/broadcasting.py::test_the_shapes_in_the_book[x*y]"
    terminal = Terminal(workshop.root, test, "--deadline", "2")
    try:
        terminal.wait_for("(Pdb)")
        time.sleep(3)
        terminal.press("p shapes\n")
        terminal.wait_for("(Pdb) p shapes\n((")
        terminal.press(f"{typed}\n")
        assert terminal.wait_for_the_end() == status
    finally:
        terminal.close()
    told = "    got       (7,)" in terminal.screen, "the run was interrupted" in terminal.screen
    assert told == (typed == "c", typed == "q")
