from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from katas._dojo.showing.state import writable
from tests.diagnoses import counted
from tests.matrix import with_totals


def pytest_addoption(parser):
    """Here, because pytest does not yet know tests/benchmarks when it is started without it."""
    parser.getgroup("benchmark").addoption(
        "--benchmark-report",
        metavar="FILE.html",
        help="write a page of what was timed, with pictures",
    )
    katas = parser.getgroup("katas")
    katas.addoption(
        "--kill-matrix",
        action="store_true",
        help="print, kata by kata, which tests caught which known mistake",
    )
    katas.addoption(
        "--diagnoses",
        action="store_true",
        help="judge every wrong answer there is, and print how many are told what it is",
    )
    katas.addoption(
        "--mutants",
        action="store_true",
        help="change each solution in every small way there is, and print what no test notices",
    )


def pytest_configure(config):
    option = config.option
    if not hasattr(option, "benchmark_enable"):  # the plugin is left out
        return
    _refuse_workers(config)
    if option.benchmark_report is not None:
        if not option.benchmark_enable:
            raise pytest.UsageError("--benchmark-report shows times: add --benchmark-enable")
        writable(option.benchmark_report, "--benchmark-report", config)
    if isinstance(option.benchmark_json, Path):  # older versions of pytest-benchmark open it
        writable(option.benchmark_json, "--benchmark-json", config)
    saved = option.benchmark_compare
    if saved and saved is not True and saved.endswith(".json") and not Path(saved).is_file():
        raise pytest.UsageError(f"--benchmark-compare: there is no {saved}")


def _refuse_workers(config):
    """Where benchmarks are timed, since one process has to do it alone.

    Here, because the process that hands out tests to others never sees the benchmarks.
    """
    option = config.option
    if getattr(option, "dist", "no") == "no" and not hasattr(config, "workerinput"):
        return
    if option.benchmark_enable or option.benchmark_only:
        raise pytest.UsageError("benchmarks share the machine with nobody: time without -n")


def pytest_terminal_summary(terminalreporter, config):
    lines = []
    if config.option.kill_matrix:
        lines += with_totals(_recorded(terminalreporter, "kills"))
    if config.option.diagnoses:
        lines += counted(chain.from_iterable(_recorded(terminalreporter, "diagnoses")))
    if config.option.mutants:
        lines += with_totals(_recorded(terminalreporter, "mutants"))
    for line in lines:
        terminalreporter.write_line(line)


def _recorded(terminalreporter, name: str) -> Iterator[Any]:
    """What tests have recorded under ``name``, in whichever process each of them ran."""
    for report in chain.from_iterable(terminalreporter.stats.values()):
        if getattr(report, "when", "") == "call":
            yield from (value for key, value in report.user_properties if key == name)
