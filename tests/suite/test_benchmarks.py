"""What the benchmarks promise: time is taken alone or not at all, and the table adds up."""

import json
import math
import platform
import subprocess
import sys
import time
from html.parser import HTMLParser

import pytest
import torch
from torch.testing import assert_close

from katas._dojo.curriculum import ROOT, Kata
from tests.benchmarks.ddp import main, two_processes
from tests.benchmarks.floor import clock
from tests.benchmarks.own_loops import own_loop
from tests.benchmarks.pictures import BOOK, Point, crossing
from tests.benchmarks.problems import (
    DEEP_NETS,
    NETS,
    PROBLEMS,
    SMALL,
    THERMOMETER,
    Task,
    net_in_batches,
)
from tests.benchmarks.report import report
from tests.benchmarks.rungs import BLOCK, LARGE_BLOCK, RUNGS, without_data_loader
from tests.benchmarks.table import tables
from tests.workshop import become_python, run_pytest

RATES = {"operations": 2e11, "bytes": 1e10, "python_call": 3e-8, "torch_call": 2e-7}
MACHINE = {
    "cpu": {"brand_raw": "A CPU <of note>", "count": 8},
    "threads": 4,
    "gpu": None,
    "versions": {"torch": "2.15.0", "jax": "0.9"},
    "machine": "x86_64",
    "system": "Linux",
    "python_implementation": "CPython",
    "python_version": "3.14.1",
}


@pytest.mark.parametrize("arguments", [["tests/benchmarks"], []], ids=["benchmarks", "everything"])
def test_no_time_is_taken_beside_other_processes(arguments):
    run = run_pytest(ROOT, *arguments, "--benchmark-enable", "-n", "2")
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert run.stderr.strip() == "ERROR: benchmarks share the machine with nobody: time without -n"


def test_the_clock_waits_for_cuda_where_it_is_in_use(monkeypatch):
    waits = []
    monkeypatch.setattr(torch.cuda, "synchronize", lambda: waits.append("waited"))
    for in_use, expected in ((False, []), (True, ["waited"])):
        monkeypatch.setattr(torch.cuda, "is_initialized", lambda in_use=in_use: in_use)
        before = time.perf_counter()
        assert before <= clock() <= time.perf_counter()
        assert waits == expected


def test_a_table_compares_with_the_best_and_with_the_floor():
    rows = [_row("fast", "cuda", seconds=0.002), _row("slow", "cpu", seconds=0.02)]
    (table,) = tables(rows)
    lines = list(table.lines)
    assert table.problem == "a problem"
    assert lines[0] == "11 samples a step, 1000 steps a call"
    assert [line.partition(":")[0] for line in lines[1:3]] == ["cuda", "cpu"]
    assert "matrix product 200 GFLOP/s, copy 10 GB/s, Python call 0.0300 µs" in lines[1]
    assert [line.split() for line in lines[4:]] == [
        ["slow", "cpu", "20.0", "µs", "550,000", "10.0", "2.50", "%"],
        ["fast", "cuda", "2.00", "µs", "5,500,000", "1.00", "25.0", "%"],
    ]


def test_nothing_timed_is_no_table():
    assert tables([]) == []


@pytest.mark.parametrize("problem", [*SMALL, NETS[0], DEEP_NETS[0]], ids=str)
def test_module_and_function_have_the_same_parameters_in_the_same_order(problem):
    shapes = [parameter.shape for parameter in problem.module().parameters()]
    assert [start.shape for start in problem.start] == shapes
    assert all(end.isfinite().all() for end in problem.end)


def test_two_processes_end_with_the_parameters_of_one():
    task = Task(net_in_batches(4), "cpu")
    together, alone = two_processes(task), without_data_loader(task)
    for n_steps in (2, 4):
        (params,) = together(n_steps)
        assert_close(params, torch.cat([param.detach().flatten() for param in alone(n_steps)]))


@pytest.mark.parametrize(
    ("arguments", "n_processes", "complaint"),
    [
        ([], None, "start it with torchrun"),
        (["--batch-size", "5"], "2", "--batch-size 5: no equal parts for 2 processes"),
        (["--batch-size", "0"], "2", "--batch-size 0: no equal parts for 2 processes"),
        (["--steps", "0"], "1", "--steps: one at least"),
    ],
)
def test_what_processes_cannot_do_is_said_in_one_line(
    monkeypatch, capsys, arguments, n_processes, complaint
):
    monkeypatch.setattr(sys, "argv", ["ddp", *arguments])
    for name in ("WORLD_SIZE", "LOCAL_WORLD_SIZE"):
        monkeypatch.delenv(name, raising=False)
        if n_processes:
            monkeypatch.setenv(name, n_processes)
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"ddp: error: {complaint}"


@pytest.mark.parametrize("problem", PROBLEMS, ids=str)
def test_a_run_is_whole_epochs_and_whole_blocks_of_steps(problem):
    block = math.lcm(BLOCK, LARGE_BLOCK) if problem in SMALL else 1
    for n_steps in (problem.n_checked, problem.n_timed):
        assert n_steps % problem.n_batches == 0
        assert n_steps % block == 0


@pytest.mark.parametrize(
    ("raised", "reason"),
    [
        (NotImplementedError(), "not solved yet: katas/ch05_mechanics/manual_gradient.py"),
        (SyntaxError("oh"), "pytest katas first: your manual_gradient: SyntaxError: oh"),
    ],
)
def test_a_loop_that_cannot_run_is_skipped_with_its_reason(monkeypatch, raised, reason):
    def build(kata, task):
        raise raised

    monkeypatch.setattr(sys, "path", [it for it in sys.path if it != str(ROOT / "solutions")])
    with pytest.raises(pytest.skip.Exception) as skipped:
        own_loop(build, Kata("ch05_mechanics", "manual_gradient"), Task(THERMOMETER, "cpu"))
    assert skipped.value.msg == reason


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--benchmark-report", "page.html"], "--benchmark-report shows times: add"),
        (["--benchmark-enable", "--benchmark-report", "no/page.html"], "No such file or directory"),
        (["--benchmark-enable", "--benchmark-report", "tests"], "there is a folder of this name"),
        (["--benchmark-enable", "--benchmark-json", "no/it.json"], "No such file or directory"),
        (["--benchmark-enable", "--benchmark-compare=no.json"], "there is no no.json"),
    ],
)
def test_what_cannot_be_written_or_read_is_refused_before_any_time_is_taken(arguments, error):
    run = run_pytest(ROOT, "tests/benchmarks", "--collect-only", *arguments)
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert run.stdout == ""
    (line,) = run.stderr.strip().splitlines()
    assert line.startswith("ERROR: --benchmark-")
    assert error in line


@pytest.mark.parametrize(
    ("arguments", "error"),
    [(["los"], "no such kata: los"), (["losses", "--saves", "1"], "--saves: two at least")],
)
def test_latency_is_not_measured_of_what_is_not_there(arguments, error):
    command = [sys.executable, "tests/benchmarks/latency.py", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1] == f"latency.py: error: {error}"


@pytest.mark.parametrize(
    ("cpu", "gpu", "expected"),
    [
        ({1: 100, 1000: 100}, {1: 10, 1000: 10_000}, 10),
        ({1: 100, 4: 100, 16: 400}, {1: 50, 4: 200, 16: 800}, 2),
        ({1: 100, 4: 100, 16: 100, 64: 100}, {1: 200, 4: 50, 16: 50, 64: 200}, 32),  # the last
        ({1: 100, 4: 100}, {1: 100, 4: 200}, None),  # never behind
        ({1: 100, 4: 100}, {1: 10, 4: 99}, None),  # never ahead
        ({1: 100, 4: 100}, {4: 200}, None),
        ({1: 100}, {}, None),
    ],
)
def test_the_crossing_is_where_the_gpu_overtakes_for_good(cpu, gpu, expected):
    assert crossing(cpu, gpu) == (expected and pytest.approx(expected))


def test_a_point_lies_as_far_below_its_roof_as_it_misses_the_limit():
    row = _row("fast", "cpu", seconds=1.0) | {"min": 1.0}
    row["extra_info"] |= {"steps": 1, "operations": 5e9, "bytes": 1e9}
    point = Point(row)
    assert (point.intensity, point.rate, point.ridge) == (5, 5e9, 20)
    assert point.attainable(5) == 5e10  # of memory
    assert point.attainable(math.inf) == 2e11  # of arithmetic
    assert point.roof == "float32, 1 thread"


def test_the_rung_that_the_book_writes_is_timed():
    assert BOOK in [rung.name for rung in RUNGS]


def test_the_page_shows_every_row_and_names_the_machine():
    shown = _text(report(_rows_of_two_networks(["cpu"]), MACHINE))
    for words in ["A CPU <of note>", "8 logical cores, 4 of them", "CPython 3.14.1", "2.15.0"]:
        assert any(words in it for it in shown), words
    assert "There is no GPU in this run." in shown
    assert shown.count("a <loop>") == 3 * 5  # ladder and table of each problem, and its limit
    assert {"5.5 ms", "5,500 µs"} <= set(shown)  # a step in a ladder and in its table


def test_the_page_says_from_which_batch_size_on_the_gpu_is_faster():
    page = report(_rows_of_two_networks(["cpu", "cuda"]), MACHINE | {"gpu": "A GPU"})
    shown = _text(page)
    assert "A GPU" in shown
    assert not any(it.startswith("There is no") for it in shown)
    (caption,) = {it for it in shown if it.startswith("Net on")}
    assert caption.endswith(
        "Module with data loader: the GPU is faster from batches of 8.0 on. "
        "The fastest rung: the GPU is faster from batches of 2.0 on."
    )
    assert {"8.0", "2.0"} <= set(shown)  # in the picture
    assert "<script" not in page
    assert "src=" not in page


@pytest.fixture(scope="module")
def timed(tmp_path_factory):
    """What a run leaves, and how it spoke: two rungs, so short that the times say nothing."""
    folder = tmp_path_factory.mktemp("timed")
    run = _time("--benchmark-json", folder / "it.json", "--benchmark-report", folder / "it.html")
    assert run.returncode == pytest.ExitCode.OK, run.stdout + run.stderr
    return folder, run.stdout


def test_a_run_leaves_a_page_of_what_its_tables_say(timed):
    folder, told = timed
    assert f"The page of this run: {folder / 'it.html'}" in told
    assert sorted(it.name for it in folder.iterdir()) == ["it.html", "it.json"]
    shown = _text((folder / "it.html").read_text("utf-8"))
    table = told.partition("- thermometer -")[2]
    assert all(rung in shown and rung in table for rung in ("autograd", "hand written gradient"))
    times = [it for it in shown if it.endswith(" µs") and it in table]
    assert len(times) >= 2


def test_saved_results_name_the_machine_and_nobody(timed):
    folder, _ = timed
    text = (folder / "it.json").read_text("utf-8")
    saved = json.loads(text)
    assert set(saved["machine_info"]) == set(MACHINE)
    assert saved["machine_info"]["versions"]["torch"]
    assert set(saved["commit_info"]) == {"id", "time", "dirty"}
    assert str(ROOT) not in text
    assert f'"{platform.node()}"' not in text
    assert " at 0x" not in text
    assert [set(row["params"]) for row in saved["benchmarks"]] == [
        {"problem", "rung", "device"}
    ] * 2
    assert not any("data" in row["stats"] for row in saved["benchmarks"])


def test_all_is_timed_by_the_clock_that_waits_for_cuda(timed):
    saved = json.loads((timed[0] / "it.json").read_text("utf-8"))
    assert [row["options"]["timer"] for row in saved["benchmarks"]] == ["clock"] * 2


def test_saved_results_make_the_page_again(timed):
    saved = json.loads((timed[0] / "it.json").read_text("utf-8"))
    rows = [row | row["stats"] for row in saved["benchmarks"]]
    first = (timed[0] / "it.html").read_text("utf-8")
    assert _text(report(rows, saved["machine_info"])) == _text(first)


def test_results_of_another_machine_can_be_compared_with(timed):
    folder, _ = timed
    saved = json.loads((folder / "it.json").read_text("utf-8"))
    saved["machine_info"]["cpu"]["brand_raw"] = "another CPU"
    (folder / "other.json").write_text(json.dumps(saved), "utf-8")
    # Python itself prints the warning; where it has just begun, nobody records it instead.
    run = _time(f"--benchmark-compare={folder / 'other.json'}", become=become_python)
    (folder / "other.json").unlink()
    assert run.returncode == pytest.ExitCode.OK, run.stdout + run.stderr
    assert "another CPU" in run.stderr
    assert run.stdout.count("(NOW)") == 2
    assert "- thermometer -" in run.stdout


def _time(*arguments, become=None) -> subprocess.CompletedProcess:
    options = ["--solutions", "--device", "cpu", "--benchmark-enable"]
    options += ["--benchmark-max-time", "0.001", "-k", "cpu-thermometer and (autograd or hand)"]
    return run_pytest(ROOT, "tests/benchmarks", *options, *map(str, arguments), become=become)


def _rows_of_two_networks(devices: list[str]) -> list[dict]:
    """On the GPU a step takes as long at any batch size; on the CPU, a sample does."""
    rows = []
    for network, sizes in {"Net": [1, 4, 16, 64], "thermometer": [11]}.items():
        for size in sizes:
            for device in devices:
                for rung, factor in {"a <loop>": 1, BOOK: 2}.items():
                    step = 500e-6 * size if device == "cpu" else 1e-3 * factor**2
                    row = _row(rung, device, factor * step * 1000)
                    row["group"] = f"{network}, batches of {size}"
                    row["extra_info"] |= {"network": network, "samples": size}
                    rows.append(row)
    return rows


def _text(page: str) -> list[str]:
    """Every text that a page shows, also in its pictures."""
    parser, shown = HTMLParser(), []
    parser.handle_data = lambda data: shown.append(data.strip())
    parser.feed(page)
    return [it for it in shown if it]


def _row(rung: str, device: str, seconds: float) -> dict:
    facts = {"rung": rung, "device": device, "threads": 1, "steps": 1000, "samples": 11}
    facts |= {"rates": RATES, "floor": 5e-7, "network": "a problem", "dtype": "float32"}
    facts |= {"operations": 66, "bytes": 0.1}
    return {"group": "a problem", "min": seconds, "extra_info": facts}
