"""What the benchmarks promise: time is taken alone or not at all, and the table adds up."""

import math
import subprocess
import sys

import pytest
import torch
from torch.testing import assert_close

from katas._dojo.curriculum import ROOT, Kata
from tests.benchmarks.ddp import main, two_processes
from tests.benchmarks.own_loops import own_loop
from tests.benchmarks.problems import (
    DEEP_NETS,
    NETS,
    PROBLEMS,
    SMALL,
    THERMOMETER,
    Task,
    net_in_batches,
)
from tests.benchmarks.rungs import BLOCK, LARGE_BLOCK, without_data_loader
from tests.benchmarks.table import tables

RATES = {"operations": 2e11, "bytes": 1e10, "python_call": 3e-8, "torch_call": 2e-7}


@pytest.mark.parametrize("arguments", [["tests/benchmarks"], []], ids=["benchmarks", "everything"])
def test_no_time_is_taken_beside_other_processes(arguments):
    command = [sys.executable, "-m", "pytest", *arguments, "--benchmark-enable", "-n", "2"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert run.stderr.strip() == "ERROR: benchmarks share the machine with nobody: time without -n"


def test_a_table_compares_with_the_best_and_with_the_floor():
    rows = [_row("fast", "cuda", seconds=0.002), _row("slow", "cpu", seconds=0.02)]
    ((title, lines),) = tables(rows)
    assert title == "a problem"
    assert lines[0] == "11 samples a step, 1000 steps a call"
    assert [line.partition(":")[0] for line in lines[1:3]] == ["cuda", "cpu"]
    assert "matrix product 200 GFLOP/s, copy 10 GB/s, Python call 0.0300 µs" in lines[1]
    assert [line.split() for line in lines[4:]] == [
        ["slow", "cpu", "20.0", "µs", "550,000", "10.0", "2.50", "%"],
        ["fast", "cuda", "2.00", "µs", "5,500,000", "1.00", "25.0", "%"],
    ]


def test_nothing_timed_is_no_table():
    assert list(tables([])) == []


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


def _row(rung: str, device: str, seconds: float) -> dict:
    facts = {"rung": rung, "device": device, "threads": 1, "steps": 1000, "samples": 11}
    facts |= {"rates": RATES, "floor": 5e-7}
    return {"group": "a problem", "min": seconds, "extra_info": facts}
