"""The floor: what this machine can do, measured in the same run, and what a problem asks of it."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch

from tests.benchmarks.problems import Problem

# The side of a matrix product whose rate no longer grows; bytes that no cache holds.
LARGE = {"cpu": (1024, 1 << 27), "cuda": (8192, 1 << 30)}


@dataclass(frozen=True)
class Rates:
    """Operations and bytes per second; seconds for an empty call of Python, and of torch."""

    operations: float
    bytes: float
    python_call: float
    torch_call: float


@dataclass(frozen=True)
class Floor:
    """Seconds a step: the larger of arithmetic and memory, and the share of one call.

    Nothing can be faster, but a small problem cannot come near: its steps wait for one
    another, and eleven samples do not fill what a large matrix product fills.
    """

    arithmetic: float
    memory: float
    call: float

    @property
    def total(self) -> float:
        return max(self.arithmetic, self.memory) + self.call


def floor(problem: Problem, rates: Rates, device: str) -> Floor:
    """A run of ``n_timed`` steps is one call at least, on CUDA one kernel at least."""
    call = rates.torch_call if device == "cuda" else rates.python_call
    return Floor(
        arithmetic=problem.operations * problem.batch_size / rates.operations,
        memory=problem.n_bytes / rates.bytes / problem.n_timed,
        call=call / problem.n_timed,
    )


@functools.cache
def measured_rates(device: str, dtype: torch.dtype, n_threads: int) -> Rates:
    """``n_threads`` must be the number in use; it is part of the question."""
    side, copied = LARGE[device]
    a, b = (torch.randn(side, side, device=device).to(dtype) for _ in range(2))
    images, weight = (
        it.to(memory_format=torch.channels_last)
        for it in (a.view(-1, side, 8, 8), b.view(side, side, 1, 1))
    )
    source = torch.ones(copied // 4, device=device)
    target = torch.empty_like(source)
    one = torch.zeros(1, device=device)
    with torch.no_grad():
        # The same product, as what it is to a convolution of 1x1: another library computes it.
        products = [lambda: a @ b, lambda: torch.conv2d(images, weight)]
        return Rates(
            operations=2 * side**3 / min(_seconds(product) for product in products),
            bytes=2 * copied / _seconds(lambda: target.copy_(source)),
            python_call=_seconds(lambda: None, n_calls=10_000),
            torch_call=_seconds(one.zero_, n_calls=1_000),
        )


def _seconds(call: Callable, n_calls: int = 3, n_rounds: int = 21) -> float:
    """The best of ``n_rounds``: what others do on this machine can only add to it."""
    rounds = []
    for _ in range(n_rounds):
        start = clock()
        for _ in range(n_calls):
            call()
        rounds.append((clock() - start) / n_calls)
    return min(rounds)


def clock() -> float:
    """CUDA works behind Python's back: where it is in use, the time at the end of all its work."""
    if torch.cuda.is_initialized():
        torch.cuda.synchronize()
    return time.perf_counter()


def seconds_by_cuda_events(call: Callable) -> float:
    """What lies between the first and the last of its work on the device itself."""
    start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
    start.record()
    call()
    end.record()
    end.synchronize()
    return start.elapsed_time(end) / 1000  # from milliseconds


def n_cores() -> int:
    """The cores that this process may use; not every system can tell less than all."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def threads(n_threads: int) -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(n_threads)
    try:
        yield
    finally:
        torch.set_num_threads(before)
