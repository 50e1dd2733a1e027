"""Two hundred submissions: ``--grade-submissions`` beside a cold pytest of each.

    python tests/benchmarks/submissions.py [KATA...] [--count 200] [--cold 200] [--seed 0]

They are right, wrong by a known mistake, broken and hostile, drawn from the katas that are named
(default: all), one kata each.  Both have two processes at a time.  What becomes of each rule is
compared, and then the time: as it passes, and as the processor counts it, in case that others
keep it busy.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import queue
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from katas._dojo.curriculum import CURRICULUM, Kata, kata_named
from katas._dojo.system.process import adopt_orphans
from katas._dojo.writing.mistakes import known_mistakes
from tests import test_hostile as hostile
from tests.matrix import right_answers
from tests.workshop import Workshop, mistaken

AT_ONCE = 2
DEADLINE = 5  # seconds a test, for both
ACTS = {
    **hostile.EXCEPTIONS,
    **hostile.SYSTEM,
    **hostile.SCREENS,
    **hostile.PYTHON,
    **hostile.PROCESSES,
    "an endless loop": ("while True: pass", ""),
}
SHARES = {"right": 50, "mistake": 90, "broken": 15, "file": 15, "hostile": 30}  # of 200


@dataclass
class Handed:
    name: str
    kata: Kata
    content: bytes


def drawn(katas: list[Kata], count: int, seed: int) -> Iterator[Handed]:
    choose = random.Random(seed)
    kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
    for n in range(count):
        kind, kata = choose.choice(kinds), choose.choice(katas)
        solution = kata.solution.read_text("utf-8")
        match kind:
            case "right":
                edits = [it.edit for it in right_answers(kata) if it.edit]
                other = choose.choice([None, *edits])
                content = other.applied_to(solution) if other else solution
            case "mistake":
                content = mistaken(kata, choose.choice(known_mistakes(kata)).name)
            case "broken":
                content = solution.replace(":\n", "\n", 1)
            case "file":
                content, _ = choose.choice(list(hostile.FILES.values()))
            case "hostile":
                content = f"{choose.choice(list(ACTS.values()))[0]}\n\n{solution}"
        if isinstance(content, str):
            content = f"{content}\n# {n}\n".encode()  # or what is alike would be graded once
        yield Handed(f"{n:03} {kind} {kata.stem}", kata, content)


def spent() -> tuple[float, float]:
    """Seconds by the clock, and of the processor's by all that was begun, once it has ended."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()  # also for servers whose worker is gone: they have come to this process
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter(), used.ru_utime + used.ru_stime


def grade_all(root: Path, handed: list[Handed]) -> None:
    for it in handed:
        path = root / "course" / it.name / "katas" / f"{it.kata}.py"
        path.parent.mkdir(parents=True)
        path.write_bytes(it.content)
    asked = ["--grade-submissions", "course", "--out", "results", "--deadline", str(DEADLINE)]
    subprocess.run([sys.executable, "-m", "pytest", "katas", *asked], cwd=root, check=True)


def grade_cold(roots: queue.Queue[Path], it: Handed) -> list[dict]:
    root = roots.get()
    path = root / "katas" / f"{it.kata}.py"
    stub = path.read_bytes()
    path.write_bytes(it.content)
    asked = ["--grade", "grade.json", "--deadline", str(DEADLINE)]
    subprocess.run(
        [sys.executable, "-m", "pytest", "katas", *asked],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    path.write_bytes(stub)
    roots.put(root)
    return rows_of(root / "grade.json")


def rows_of(path: Path) -> list[dict]:
    rows = json.loads(path.read_text("utf-8"))["tests"]
    return [{key: it[key] for key in ("name", "status", "points", "max_points")} for it in rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("katas", nargs="*")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--cold", type=int, help="how many are run by a cold pytest, too")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    katas = [kata_named(it) or parser.error(f"no such kata: {it}") for it in asked.katas]
    handed = list(drawn(katas or CURRICULUM, asked.count, asked.seed))
    sample = random.Random(asked.seed).sample(handed, min(asked.cold or asked.count, asked.count))
    adopt_orphans()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:AT_ONCE])
    with tempfile.TemporaryDirectory() as folder:
        roots: queue.Queue[Path] = queue.Queue()
        for n in range(AT_ONCE + 1):
            (root := Path(folder, str(n))).mkdir()
            Workshop(root, CURRICULUM)
            roots.put(root)
        course = roots.get()
        times = [spent()]
        grade_all(course, handed)
        times.append(spent())
        with ThreadPoolExecutor(AT_ONCE) as threads:
            cold = list(threads.map(lambda it: grade_cold(roots, it), sample))
        times.append(spent())
        results = [rows_of(course / "results" / f"{it.name}.json") for it in sample]
    pairs = zip(sample, results, cold, strict=True)
    different = [it.name for it, ours, theirs in pairs if ours != theirs]
    print(f"\n{dict(Counter(it.name.split()[1] for it in handed))}")
    print(f"{len(sample) - len(different)} of {len(sample)} verdicts are those of a cold pytest")
    for name in different:
        print(f"    not {name}")
    for n, unit in enumerate(("", " of processor time")):
        start, middle, end = (it[n] for it in times)
        ours, theirs = 60 * len(handed) / (middle - start), 60 * len(sample) / (end - middle)
        print(
            f"submissions a minute{unit}: {ours:.1f} by --grade-submissions, "
            f"{theirs:.2f} by a cold pytest of each: {ours / theirs:.1f} times"
        )


if __name__ == "__main__":
    main()
