"""What a run tells the process that watches it: its steps, its first failure, and how it ended.

It is written to a file, one message a line, because a file outlives whatever happens here.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from katas._dojo.judging.failures import verdict_of
from katas._dojo.judging.spec import WATCHED, WATCHED_DEADLINE, deadline
from katas._dojo.system.imports import imported_from_others, newest_import
from katas._dojo.system.process import end_with_parent
from katas._dojo.system.signals import tell_where, tell_where_after

TOLD, TRACE = "told.jsonl", "trace.txt"
STEP, FAILURE, END = "step", "failure", "end"  # kinds of messages
OF_TESTS = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    if folder := os.environ.get(WATCHED):
        end_with_parent()
        config.pluginmanager.register(Messenger(config, Path(folder)), "kata-messenger")


class Messenger:
    def __init__(self, config, folder: Path):
        self.config = config
        self.file = (folder / TOLD).open("a", encoding="utf-8", buffering=1)
        self.trace = (folder / TRACE).open("w", encoding="utf-8")
        self.deadline = deadline(config, WATCHED_DEADLINE)
        self.session: pytest.Session | None = None
        self.failed = False
        self.newest_import = newest_import()
        self.imported_elsewhere: list[str] = []  # in the process of a kata

    def tell(self, kind: str, message) -> None:
        self.file.write(json.dumps([kind, message]) + "\n")

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session):
        self.session = session
        faulthandler.enable(self.trace)
        tell_where(self.trace)
        import torch  # noqa: F401  which is not the kata's time

    @pytest.hookimpl(tryfirst=True)
    def pytest_collectstart(self, collector):
        if isinstance(collector, pytest.Module):
            self._begin(f"importing {collector.path.name}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item):
        """Not at the start of a test: to diagnose a failure it runs many times."""
        self._begin(getattr(item, "rule", item.name))

    def _begin(self, step: str) -> None:
        tell_where_after(self.deadline, self.trace)
        self.tell(STEP, step)

    def pytest_kata_failed(self, verdict, text):
        """The first failure is a verdict; what may have led to it can come later."""
        if not self.failed:
            self.failed = True
            self.tell(FAILURE, {"text": text, "edit": verdict.edit})

    def pytest_unconfigure(self):
        """The very last: what the run knows has been written down and printed by now."""
        progress = self.config.pluginmanager.getplugin("kata-progress")
        terminal = self.config.pluginmanager.getplugin("terminalreporter")
        if self.session is None or progress is None or terminal is None:
            return
        scores = progress.scores.values()
        failures = [*terminal.stats.get("failed", []), *terminal.stats.get("error", [])]
        status = self.session.exitstatus
        sys.stdout.flush()
        end = {
            # Whether it is about the kata; if not, only its own screen can tell what happened.
            "plain": status in OF_TESTS and all(map(verdict_of, failures)),
            "complete": all(score.complete for score in scores) and not progress.partial,
            "passed": [asdict(verdict) for score in scores for verdict in score.passed],
            "unmet": [asdict(verdict) for score in scores for verdict in score.unmet],
            "explained": [lines for _, lines in progress.explained(failures)],
            "modules": [*imported_from_others(self.newest_import), *self.imported_elsewhere],
        }
        self.tell(END, end)
