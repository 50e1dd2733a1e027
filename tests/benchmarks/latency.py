"""From a save to its verdict: ``--watch`` beside a cold pytest and beside pytest-watcher.

    python tests/benchmarks/latency.py [KATA] [--saves 50]

The solution and the known mistakes are saved by turns, into a copy of the project for each of
the three.  They take turns too, so that what else the machine does slows all of them.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from katas._dojo.curriculum import CURRICULUM, Kata, kata_named
from katas._dojo.writing.mistakes import known_mistakes
from tests.terminal import CLEARED, Terminal
from tests.workshop import Workshop

# Waits for the verdict on what has just been saved; returns when it was there, and when all
# that there is to say of it was.
Wait = Callable[[], tuple[float, float]]


@contextmanager
def watch(workshop: Workshop, kata: Kata) -> Iterator[Wait]:
    terminal = Terminal(workshop.root, f"katas/{kata}.py", "--watch")

    def wait() -> tuple[float, float]:
        n_screens = terminal.text.count(CLEARED)
        while terminal.text.count(CLEARED) == n_screens:
            terminal.read(1)
        first = time.perf_counter()
        while "q quit" not in terminal.screen:
            terminal.read(1)
        return first, time.perf_counter()

    wait()
    yield wait
    terminal.close()


@contextmanager
def cold_pytest(workshop: Workshop, kata: Kata) -> Iterator[Wait]:
    command = [sys.executable, "-m", "pytest", f"katas/{kata}.py"]

    def wait() -> tuple[float, float]:
        subprocess.run(command, cwd=workshop.root, stdout=subprocess.DEVNULL, check=False)
        return (time.perf_counter(),) * 2

    yield wait


@contextmanager
def pytest_watcher(workshop: Workshop, kata: Kata) -> Iterator[Wait]:
    runner = str(Path(sys.executable).with_name("pytest"))
    options = ["--now", "--patterns", "**/*.py", "--runner", runner, "katas", f"katas/{kata}.py"]
    screen = workshop.root / "screen.txt"
    n_verdicts = 0

    def wait() -> tuple[float, float]:
        nonlocal n_verdicts
        n_verdicts += 1
        while screen.read_text().count(" of 1 katas") < n_verdicts:
            time.sleep(0.005)
        return (time.perf_counter(),) * 2

    with screen.open("w") as file:
        command = [sys.executable, "-m", "pytest_watcher", *options]
        process = subprocess.Popen(command, cwd=workshop.root, stdout=file, stderr=file)
    wait()
    yield wait
    process.terminate()
    process.wait()


# pytest-watcher misses a save that comes before its last run is quite over; last, it has time.
CONTESTANTS = {"--watch": watch, "cold pytest": cold_pytest, "pytest-watcher": pytest_watcher}


def measure(kata: Kata, n_saves: int) -> dict[str, list[tuple[float, float]]]:
    """Seconds from each save to its verdict, and to all that there is to say."""
    contents = itertools.chain.from_iterable(
        (None, it.name) for it in itertools.cycle(known_mistakes(kata))
    )
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in CONTESTANTS}
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        workshops, waits = {}, {}
        for name, contestant in CONTESTANTS.items():
            root = Path(folder) / name.strip("-").replace(" ", "-")
            root.mkdir()
            workshops[name] = Workshop(root, CURRICULUM)
            waits[name] = running.enter_context(contestant(workshops[name], kata))
        for mistake in itertools.islice(contents, n_saves):
            for name, workshop in workshops.items():
                start = time.perf_counter()
                if mistake:
                    workshop.make_mistake(kata, mistake)
                else:
                    workshop.solve(kata)
                first, full = waits[name]()
                seconds[name].append((first - start, full - start))
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kata", nargs="?", default="broadcasting")
    parser.add_argument("--saves", type=int, default=50)
    asked = parser.parse_args()
    kata = kata_named(asked.kata)
    if kata is None:
        parser.error(f"no such kata: {asked.kata}")
    if asked.saves < 2:
        parser.error("--saves: two at least")
    if importlib.util.find_spec("pytest_watcher") is None:
        parser.error("pytest-watcher is not installed: uv sync --group peers")
    seconds = measure(kata, asked.saves)
    rows = {name: [first for first, _ in taken] for name, taken in seconds.items()}
    rows["--watch, all it says"] = [full for _, full in seconds["--watch"]]
    best = statistics.median(rows["--watch"])
    print(f"{kata}, {asked.saves} saves\n{'':20}  median  95th percentile  times --watch")
    for name, taken in rows.items():
        median, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        print(f"{name:20}  {median:5.2f}s  {late:14.2f}s  {median / best:13.1f}")


if __name__ == "__main__":
    main()
