"""The process that judges for a notebook: it holds torch, and forks for every cell.

The kernel cannot do that itself: it has threads, and may have started CUDA.  Each line that
comes in asks for a verdict; each that goes out is HTML in the place of what it answered before.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pytest

from katas._dojo.curriculum import Kata
from katas._dojo.judging.clean_torch import CleanTorch
from katas._dojo.judging.failures import BROKEN
from katas._dojo.notebook.output import verdict_block
from katas._dojo.showing.report import drawn
from katas._dojo.system.imports import LATE_IMPORTS, import_quietly
from katas._dojo.system.process import FORKS, end_with_parent
from katas._dojo.watching.run import Run, load_torch
from katas._dojo.watching.verdict import Shown, first_failure, verdict

# Of pytest, for what it has imported is in every run that is forked from it.
COMMAND = [sys.executable, "-m", "pytest", "katas", "--capture=no", "--judge-cells"]
POLL = 0.01  # seconds between two looks at a run
DRAWS = ("matplotlib.figure", "matplotlib.backends.backend_svg")


def pytest_addoption(parser):
    parser.addoption("--judge-cells", action="store_true", help=argparse.SUPPRESS)


def pytest_cmdline_main(config):
    if not config.option.judge_cells or config.option.help:
        return None
    _serve()
    return pytest.ExitCode.OK


@dataclass
class Request:
    chapter: str
    stem: str
    deadline: float
    in_cell: bool  # whether the file that is judged is the cell's
    notes: list[str]  # HTML, to stand below the verdict


@dataclass
class Answer:
    html: str
    importable: bool = False  # whether the code can be run in the kernel too
    last: bool = False


class Server:
    def __init__(self):
        self.clean_torch = CleanTorch()
        self.to_import: list[str] = [*LATE_IMPORTS, *DRAWS]

    def answers(self, request: Request) -> Iterator[Answer]:
        kata = Kata(request.chapter, request.stem)
        options = [f"--deadline={request.deadline}", str(kata.spec)]
        run = Run(options, deadline=request.deadline, fork=FORKS)
        early = False
        try:
            while not (ending := run.poll()):
                if run.failure and not early:
                    early = True
                    yield Answer(_html(first_failure(kata, run.failure), request))
                time.sleep(POLL)
        finally:
            run.close()
        if ending.told:
            self.to_import += ending.told["modules"]
        shown = verdict(kata, ending)
        importable = bool(shown.rules) and all(it.status != BROKEN for it in shown.rules)
        draws = shown.solved and FORKS and kata.picture.exists()
        yield Answer(_html(shown, request), importable, last=not draws)
        if draws:
            picture = drawn(kata.picture, self.clean_torch, request.deadline)
            yield Answer(_html(shown, request, picture), importable, last=True)

    def import_all(self) -> None:
        """What a run had to import is there at once in those that follow."""
        while FORKS and self.to_import:
            import_quietly(self.to_import.pop())


def _html(shown: Shown, request: Request, picture: str = "") -> str:
    kata = Kata(request.chapter, request.stem) if request.in_cell else None
    return verdict_block(shown, picture, *request.notes, in_cell_of=kata)


def _serve() -> None:
    end_with_parent()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    # Files of its own: a learner's code reads the one and writes to the other.
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    server = Server()
    if FORKS:
        load_torch()
    server.import_all()
    for line in requests:
        for answer in server.answers(Request(**json.loads(line))):
            print(json.dumps(asdict(answer)), file=answers, flush=True)
        server.import_all()
