"""``--scheduler``: a course on the workers of Dask, and on those that are left."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.suite.test_course import (
    ONE,
    PATIENCE,
    RIGHT,
    command,
    grade,
    graded_in,
    hand_in,
    prepare,
    processes_in,
    result,
)
from tests.suite.test_hostile import at_import
from tests.workshop import Run

pytest.importorskip("distributed", reason="Dask is not installed: uv sync --group cluster")
CLUSTER = """
import os, sys
from distributed import Client, LocalCluster

if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with Client(cluster) as client:
        print(cluster.scheduler_address, *client.run(os.getpid).values(), flush=True)
    sys.stdin.read()
    cluster.close()
"""


@pytest.fixture
def cluster(tmp_path):
    """The address of a scheduler, and the numbers of its two workers' processes."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    process = subprocess.Popen(
        [sys.executable, script],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    address, *workers = process.stdout.readline().split()
    yield address, list(map(int, workers))
    process.communicate()


@pytest.fixture
def slow(tmp_path):
    """Eight submissions that take more than a second each."""
    (tmp_path / "suite").mkdir()
    workshop = prepare(tmp_path / "suite")
    for n in range(8):
        hand_in(
            workshop, f"learner {n}", {ONE: at_import(f"import time\ntime.sleep(1 + {n} / 99)")}
        )
    return workshop


def test_what_a_lost_worker_had_is_graded_by_another_and_once(slow, cluster):
    address, (first, _) = cluster
    run = subprocess.Popen(
        [*command(f"katas/{ONE}.py"), "--scheduler", address],
        cwd=slow.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    results = slow.root / "results"
    give_up = time.monotonic() + PATIENCE
    while len(list(results.glob("*.json"))) < 3:
        assert time.monotonic() < give_up
        assert run.poll() is None, run.stdout.read()
        time.sleep(0.01)
    os.kill(first, signal.SIGKILL)
    screen, _ = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, screen
    assert sorted(graded_in(Run(0, screen))) == [f"learner {n}" for n in range(8)]
    assert {result(slow, f"learner {n}")["points"] for n in range(8)} == {1}


def test_more_than_fifty_have_workers_of_their_own(slow):
    for n in range(8, 51):
        hand_in(slow, f"learner {n}", {ONE: f"{RIGHT}# {n}\n"})
    run = grade(slow, f"katas/{ONE}.py")
    assert len(graded_in(run)) == 51, run.screen
    assert "51 of 51 graded" in run.screen
    give_up = time.monotonic() + PATIENCE
    while processes_in(slow.root):
        assert time.monotonic() < give_up
        time.sleep(0.1)


def test_a_scheduler_without_workers_is_one_clear_line(slow, tmp_path):
    scheduler = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        line = next(it for it in scheduler.stderr if "Scheduler at:" in it)
        run = grade(slow, f"katas/{ONE}.py", "--scheduler", line.split()[-1])
    finally:
        scheduler.terminate()
        scheduler.wait()
        scheduler.stderr.close()
    assert run.status == pytest.ExitCode.USAGE_ERROR
    assert run.lines[-2].startswith("ERROR: --scheduler tcp://"), run.screen
