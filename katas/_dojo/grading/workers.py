"""Where submissions are graded: on this machine's cores, or on the workers of Dask distributed."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

from katas._dojo.curriculum import ROOT
from katas._dojo.grading.server import Servers

LOCAL = "local"
MANY = 50  # submissions; more are Dask's by default
PATIENCE = 10  # seconds, for a scheduler to answer and to have workers

Submit = Callable[[str, dict[str, str]], Future]  # a setup, and the files of a submission


@contextmanager
def workers(scheduler: str | None, n_submissions: int) -> Iterator[Submit]:
    installed = importlib.util.find_spec("distributed") is not None
    if scheduler and not installed:
        raise pytest.UsageError("--scheduler needs Dask: uv run --group cluster pytest …")
    n_cores = len(os.sched_getaffinity(0))
    use = _dask if scheduler or (installed and n_submissions > MANY) else _threads
    with use(scheduler or LOCAL, n_cores) as submit:
        yield submit


@contextmanager
def _threads(_, n_cores: int) -> Iterator[Submit]:
    servers, threads = Servers(), ThreadPoolExecutor(n_cores)
    try:
        yield lambda setup, files: threads.submit(servers.grade, setup, files)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        servers.close()


@contextmanager
def _dask(scheduler: str, n_cores: int) -> Iterator[Submit]:
    from distributed import Client, LocalCluster

    def graded(root: str, setup: str, files: dict[str, str]) -> dict[str, Any]:
        """On a worker, which has not heard of the suite before it is told where it lies.

        It is sent as code because it is defined in here.
        """
        if root not in sys.path:
            sys.path.insert(0, root)
        from katas._dojo.grading import server

        return server.here().grade(setup, files)

    at = scheduler
    if scheduler == LOCAL:  # one process: its threads share one server
        at = LocalCluster(n_workers=1, threads_per_worker=n_cores, dashboard_address=None)
    try:
        client = Client(at, timeout=PATIENCE)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise pytest.UsageError(f"--scheduler {scheduler}: {error}") from None
    try:
        executor = client.get_executor(pure=False)
        yield lambda setup, files: executor.submit(graded, str(ROOT), setup, files)
    finally:
        client.close()
        if at is not scheduler:
            at.close()
