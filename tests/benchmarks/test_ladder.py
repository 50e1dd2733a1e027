"""The training loop, timed.  Every rung must give the same parameters before it is timed.

Without ``--benchmark-enable`` each rung runs once, as a plain test of that.
"""

from __future__ import annotations

import functools
from dataclasses import asdict

import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from tests.benchmarks.ddp import DISTRIBUTED
from tests.benchmarks.floor import (
    clock,
    floor,
    measured_rates,
    n_cores,
    seconds_by_cuda_events,
    threads,
)
from tests.benchmarks.own_loops import OWN_LOOPS, REFERENCES
from tests.benchmarks.peers import PEERS
from tests.benchmarks.problems import DEEP_NETS, NETS, PROBLEMS, Problem, Task
from tests.benchmarks.rungs import RUNGS, Rung

pytestmark = pytest.mark.benchmark(timer=clock, min_rounds=3, max_time=0.5)
OPERATIONS = 5e8  # in a step of a plain test: a large batch shows nothing that a small one hides


def _each_problem(rungs: list[Rung]) -> list:
    return [
        pytest.param(problem, rung, id=f"{problem}-{rung}")
        for problem in PROBLEMS
        for rung in rungs
        if problem in rung.problems
    ]


LADDER = _each_problem([*RUNGS, DISTRIBUTED, *PEERS, *REFERENCES])
OWN = _each_problem(OWN_LOOPS)


@pytest.mark.parametrize(("problem", "rung"), LADDER)
def test_rung(benchmark, problem, rung, device):
    _measure(benchmark, problem, rung, device)


@pytest.mark.parametrize(("problem", "rung"), OWN)
def test_your_own_loop(benchmark, problem, rung, device):
    _measure(benchmark, problem, rung, device)


@pytest.mark.parametrize(("problem", "n_parameters"), [(NETS[0], 18090), (DEEP_NETS[0], 159330)])
def test_the_floor_counts_every_product(problem, n_parameters):
    task = Task(problem, "cpu")
    params = task.parameters(requires_grad=True)
    with FlopCounterMode(display=False) as counter:
        task.loss(params, *task.batches[0]).backward()
    assert counter.get_total_flops() == problem.operations * problem.batch_size
    assert problem.n_parameters == n_parameters


def _measure(benchmark, problem: Problem, rung: Rung, device: str) -> None:
    if device not in rung.devices:
        pytest.skip(f"{rung} is for {' and '.join(rung.devices)} only")
    if rung.slow_to_start and benchmark.disabled:
        pytest.skip(f"{rung} is slow to start, so it runs with --benchmark-enable only")
    if problem.operations * problem.batch_size > OPERATIONS and benchmark.disabled:
        pytest.skip(f"{problem} takes long, so it runs with --benchmark-enable only")
    # A plain test shares the machine with others; what is timed has it for itself.
    n_threads = 1 if benchmark.disabled else problem.threads or n_cores()
    with threads(n_threads):
        train = rung.build(Task(problem, device))
        run = benchmark if benchmark.disabled else _run
        error = _error(problem, run(train, problem.n_checked))
        tolerance = rung.tolerance(device)
        if rung in OWN_LOOPS and not error <= tolerance:
            pytest.skip(f"pytest katas first: {rung} ends with other parameters than the rest")
        assert error <= tolerance
        if benchmark.disabled:
            return
        rates = measured_rates(device, rung.dtype, n_threads)
        benchmark.group = problem.name
        benchmark.extra_info |= {
            "rung": rung.name,
            "device": device,
            "threads": n_threads,
            "steps": problem.n_timed,
            "samples": problem.batch_size,
            "network": problem.name.partition(",")[0],
            "dtype": str(rung.dtype).removeprefix("torch."),
            "operations": problem.operations * problem.batch_size,
            "bytes": problem.n_bytes / problem.n_timed,
            "rates": asdict(rates),
            "floor": floor(problem, rates, device).total,
        }
        train(problem.n_timed)  # what is compiled for this number of steps is compiled here
        benchmark(train, problem.n_timed)
        if device == "cuda":
            seconds = seconds_by_cuda_events(functools.partial(train, problem.n_timed))
            benchmark.extra_info["cuda_events"] = seconds / problem.n_timed


def _run(train, n_steps: int) -> list:
    return train(n_steps)


def _error(problem: Problem, params: list) -> float:
    """The distance from where they should be, as a fraction of the way there."""
    got, start, end = (
        torch.cat([_as_double(param).flatten() for param in these])
        for these in (params, problem.start, problem.end)
    )
    return (torch.linalg.norm(got - end) / torch.linalg.norm(end - start)).item()


def _as_double(param) -> torch.Tensor:
    if isinstance(param, torch.Tensor):
        return param.detach().cpu().double()
    return torch.from_numpy(np.array(param, dtype=np.float64))
